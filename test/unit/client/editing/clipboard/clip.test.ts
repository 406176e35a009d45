import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { type Clip, readClip, writeClip } from '../../../../../client/editing/clipboard/clip.ts';
import { clipFrom, duplicate, pasteClip } from '../../../../../client/editing/clipboard/pasting.ts';
import { pasteOffset } from '../../../../../client/editing/clipboard/placing.ts';
import { linkMap, nodeMap } from '../../../../../client/editing/newElements.ts';
import type { Rights } from '../../../../../client/state/rights.ts';
import { History } from '../../../../../client/sync/history.ts';
import { BoardStore } from '../../../../../client/sync/store.ts';
import type { LinkKind, NodeKind } from '../../../../../shared/model/kinds.ts';
import { nodeId } from '../../../../helpers/boards.ts';

const FACILITATOR: Rights = { role: 'facilitator', viewing: false };
const EDITOR: Rights = { role: 'editor', viewing: false };

function board(rights: Rights = FACILITATOR) {
  const doc = new Y.Doc();
  const editor = { store: new BoardStore(doc), history: new History(doc), rights };
  const add = (id: string, kind: NodeKind, x: number, more = {}) =>
    doc.getMap('nodes').set(id, nodeMap({ kind, label: id, position: { x, y: 0 }, ...more }));
  const join = (id: string, kind: LinkKind, source: string, target: string) =>
    doc.getMap('links').set(id, linkMap({ kind, source: nodeId(source), target: nodeId(target) }));
  return { doc, editor, add, join };
}

const clip = (text: string): Clip => {
  const read = readClip(text);
  if (read.type !== 'clip') throw new Error(`It is ${read.type}.`);
  return read.clip;
};

describe('the text of a copy', () => {
  it('holds what was chosen and the links among it, and nothing else', () => {
    const { editor, add, join } = board();
    add('ada', 'person', 0, { notes: 'n', color: 3 });
    add('bea', 'person', 100);
    add('cy', 'person', 200);
    join('ab', 'contact', 'ada', 'bea');
    join('bc', 'contact', 'bea', 'cy');
    const made = clipFrom(editor, ['ada', 'bea', 'ab']);
    expect(made?.nodes.map(({ label }) => label)).toEqual(['ada', 'bea']);
    expect(made?.links.map(({ source, target }) => [source, target])).toEqual([['ada', 'bea']]);
    expect(made && clip(writeClip(made))).toEqual(made);
    expect(clipFrom(editor, ['ab', 'nobody'])).toBeNull();
  });

  it('is words where it is not ours, and unreadable where it is but not sound', () => {
    expect(readClip('  ')).toEqual({ type: 'nothing' });
    expect(readClip(' {"a": 1} ')).toEqual({ type: 'text', text: '{"a": 1}' });
    expect(readClip('{ not json')).toEqual({ type: 'text', text: '{ not json' });
    expect(readClip('{"cellboard":"elements","version":2,"nodes":[],"links":[]}').type).toBe('unreadable');
    const bad = { id: 'a', kind: 'ghost', position: { x: 0, y: 0 } };
    expect(
      readClip(JSON.stringify({ cellboard: 'elements', version: 1, nodes: [bad], links: [] })).type,
    ).toBe('unreadable');
    const long = readClip(`${'x'.repeat(499)}😀`);
    expect(long.type === 'text' && long.text).toBe('x'.repeat(499));
  });

  it('loses links that lead out of it or join what they may not', () => {
    const node = (id: string, kind: NodeKind) => ({ id, kind, position: { x: 0, y: 0 } });
    const link = (kind: LinkKind, source: string, target: string) => ({ kind, source, target });
    const read = clip(
      JSON.stringify({
        cellboard: 'elements',
        version: 1,
        nodes: [node('a', 'person'), node('n', 'note')],
        links: [
          link('tie', 'a', 'n'),
          link('tie', 'a', 'x'),
          link('contact', 'a', 'n'),
          link('tie', 'a', 'a'),
        ],
      }),
    );
    expect(read.links.map(({ kind, target }) => [kind, target])).toEqual([['tie', 'n']]);
  });
});

describe('pasting', () => {
  it('gives fresh ids, keeps inner links and is one step of undo', () => {
    const { editor, add, join } = board();
    add('ada', 'person', 0);
    add('bea', 'person', 100);
    join('ab', 'contact', 'ada', 'bea');
    const ids = duplicate(editor, ['ada', 'bea']);
    expect(editor.store.nodes.size).toBe(4);
    expect(ids.map((id) => editor.store.nodes.get(id)?.position)).toEqual([
      { x: 32, y: 32 },
      { x: 132, y: 32 },
    ]);
    expect([...editor.store.links.values()].filter(({ source }) => source === ids[0])).toHaveLength(1);
    editor.history.undo();
    expect([...editor.store.nodes.keys()]).toEqual(['ada', 'bea']);
    expect([...editor.store.links.keys()]).toEqual(['ab']);
  });

  it('joins the group it lands in, unless it brings a group of its own', () => {
    const { editor, add, join } = board();
    add('c', 'circle', 0);
    add('ada', 'person', 0);
    join('ac', 'membership', 'ada', 'c');
    const [twin] = duplicate(editor, ['ada']);
    const groups = () => [...editor.store.links.values()].filter(({ source }) => source === twin);
    expect(groups().map(({ kind, target }) => [kind, target])).toEqual([['membership', 'c']]);
    const both = duplicate(editor, ['c', 'ada']);
    const joined = [...editor.store.links.values()].filter(({ source }) => source === both[1]);
    expect(joined.map(({ target }) => target)).toEqual([both[0]]);
  });

  it('keeps a copy as closed as what it was made of; a participant sets nothing of that', () => {
    const more = { disclosure: 'detached', audience: ['facilitator', 'c', 'gone'] };
    const { editor, add } = board();
    add('c', 'cell', 0, more);
    const [twin] = duplicate(editor, ['c']);
    const map = editor.store.doc.getMap('nodes').get(twin as string) as Y.Map<unknown>;
    expect(map.get('disclosure')).toBe('detached');
    expect(map.get('audience')).toEqual(['facilitator', twin]);
    const other = board(EDITOR);
    const made = clipFrom(editor, ['c']);
    const [id] = made === null ? [] : pasteClip(other.editor, { clip: made, offset: { x: 0, y: 0 } });
    const pasted = other.doc.getMap('nodes').get(id as string) as Y.Map<unknown>;
    expect(pasted.has('disclosure') || pasted.has('audience')).toBe(false);
  });

  it('is nothing for whoever may only look', () => {
    const { editor, add } = board({ role: 'viewer', viewing: false });
    add('ada', 'person', 0);
    expect(duplicate(editor, ['ada'])).toEqual([]);
  });
});

describe('the place of what is pasted', () => {
  const view = { x: 400, y: 300, width: 800, height: 600 };
  const places = [
    { x: 100, y: 100 },
    { x: 300, y: 100 },
  ];
  it('is the pointer, the middle of it all', () => {
    expect(pasteOffset({ places, pointer: { x: 500, y: 400 }, view, times: 0 })).toEqual({ x: 300, y: 300 });
  });
  it('is aside of the original where that is seen, further each time', () => {
    expect(pasteOffset({ places, pointer: null, view, times: 0 })).toEqual({ x: 32, y: 32 });
    expect(pasteOffset({ places, pointer: null, view, times: 2 })).toEqual({ x: 96, y: 96 });
  });
  it('is the middle of the view where the original is far away', () => {
    const far = { ...view, x: 5400 };
    expect(pasteOffset({ places, pointer: null, view: far, times: 0 })).toEqual({ x: 5200, y: 200 });
  });
});
