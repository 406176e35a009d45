/** What the page takes from outside: links, the clipboard, what a browser kept, and a doc from the server. */
import * as Y from 'yjs';
import { readClip, writeClip } from '../../../client/editing/clipboard/clip.ts';
import { recentBoards, rememberedName, rememberedSession } from '../../../client/session/memory.ts';
import { boardPath, parseInvite, parseRoute } from '../../../client/session/route.ts';
import { BoardStore } from '../../../client/sync/store.ts';
import { isId } from '../../../shared/model/ids.ts';
import { LIMITS } from '../../../shared/model/limits.ts';
import { sampleDoc } from '../../unit/server/yjs/sampleDoc.ts';
import { bytesOf, must, type Target, textOf } from '../target.ts';

const route: Target = {
  name: 'route',
  seeds: ['/b/abc#id.secret', '/b/abc/#%41', 'https://x.example/b/abc#s', '/', '/b/%', '#%E0%A4%A'].map(
    bytesOf,
  ),
  run(input) {
    const text = textOf(input);
    const [pathname = '', ...rest] = text.split('#');
    const found = parseRoute({ pathname, hash: `#${rest.join('#')}` });
    const invite = parseInvite(text);
    if (found.page === 'board') {
      must(isId(found.board), 'a board that is no id');
      const again = parseInvite(boardPath(found));
      must(found.secret === '' || again?.secret === found.secret, 'a link that leads elsewhere');
    }
    if (invite !== null) must(isId(invite.board) && invite.secret !== '', 'an invite to nowhere');
  },
};

const CLIP = {
  cellboard: 'clip',
  version: 1,
  nodes: [{ id: 'a', kind: 'person', label: 'A', position: { x: 0, y: 0 } }],
  links: [{ kind: 'contact', source: 'a', target: 'b' }],
};

const clipboard: Target = {
  name: 'clipboard',
  seeds: [
    bytesOf(JSON.stringify(CLIP)),
    bytesOf('plain words'),
    bytesOf(writeClip({ nodes: [], links: [] })),
  ],
  words: ['"cellboard"', '"nodes"', '"links"', '"version"'],
  run(input) {
    const read = readClip(textOf(input));
    if (read.type === 'text') must(read.text.length <= LIMITS.labelLength, 'a text no label takes');
    if (read.type !== 'clip') return;
    const again = readClip(writeClip(read.clip));
    must(again.type === 'clip' || read.clip.nodes.length === 0, 'a clip that does not read again');
  },
};

/** What a browser kept, whatever the key is called. */
let kept = 'null';
const storage = { getItem: () => kept, setItem: () => {}, removeItem: () => {} };
for (const name of ['localStorage', 'sessionStorage'])
  Object.defineProperty(globalThis, name, { configurable: true, value: storage });

const memory: Target = {
  name: 'memory',
  seeds: [
    '{"token":"t","role":"editor","viewpoint":"cell","expires":1}',
    '[{"board":"b","title":"T","secret":"s","at":1}]',
    '"Ada"',
    'null',
  ].map(bytesOf),
  run(input) {
    kept = textOf(input);
    must(typeof rememberedName() === 'string', 'a name that is none');
    for (const recent of recentBoards()) must(typeof recent === 'object', 'a board that is none');
    rememberedSession('b');
  },
};

const doc: Target = {
  name: 'page-doc',
  seeds: [Y.encodeStateAsUpdate(sampleDoc())],
  words: ['nodes', 'links', 'board', 'label', 'timer', 'policy', 'position'],
  run(input) {
    const copy = new Y.Doc();
    const store = new BoardStore(copy);
    try {
      // The server sends nothing that is no update.
      Y.decodeUpdate(input);
      Y.applyUpdate(copy, input);
    } catch {
      return;
    } finally {
      for (const { label } of store.nodes.values())
        must(typeof label === 'string', 'a label that is no text');
      store.destroy();
    }
  },
};

export const pageTargets: readonly Target[] = [route, clipboard, memory, doc];
