/**
 * Durability: a server process under load is killed with SIGKILL again and again, now and then while it is
 * still loading. Whatever anybody had seen, or been told is saved, is there when it comes back, what they had
 * seen removed is not, and pages that were open go on and agree. All the while a cell listens, and not one frame holds a byte of what is hidden.
 *
 * CELLBOARD_KILLS sets how often.
 */
import * as decoding from 'lib0/decoding';
import { expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { CLOSE } from '../../shared/closeCodes.ts';
import { Seeded } from '../helpers/seeded.ts';
import { type ServerProcess, startServer } from '../helpers/server.ts';
import { tempDir } from '../helpers/tempDir.ts';

const KILLS = Number(process.env['CELLBOARD_KILLS'] ?? 8);
/** Pages write faster here than people do, all with one session. */
const LIFTED = { MAX_MESSAGES_PER_SECOND: '0' };
/** A writer waits for the watcher when it is that many edits ahead: a slow machine is to be killed, not buried. */
const MAX_UNDER_WAY = 100;
const SEED = Number(process.env['CELLBOARD_SEED'] ?? 1);

interface Desk {
  readonly board: string;
  readonly token: string;
}

async function enter({ port, exampleLink }: ServerProcess): Promise<Desk> {
  const { pathname, hash } = new URL(exampleLink);
  const board = pathname.split('/').at(-1) ?? '';
  const answer = await fetch(`http://127.0.0.1:${port}/api/boards/${board}/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ secret: hash.slice(1) }),
  });
  const { token } = (await answer.json()) as { token: string };
  return { board, token };
}

/** A link for the first cell of the example board, and a session opened with it. */
async function enterAsCell(
  { port }: ServerProcess,
  { board, token }: Desk,
): Promise<Desk & { cell: string }> {
  const api = `http://127.0.0.1:${port}/api/boards/${board}`;
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const seen = (await (await fetch(`${api}/elements`, { headers })).json()) as {
    nodes: { id: string; kind: string }[];
  };
  const cell = seen.nodes.find(({ kind }) => kind === 'cell')?.id ?? '';
  const asked = { method: 'POST', headers, body: JSON.stringify({ viewpoint: cell, role: 'editor' }) };
  const { secret } = (await (await fetch(`${api}/invites`, asked)).json()) as { secret: string };
  const entered = { method: 'POST', headers, body: JSON.stringify({ secret }) };
  const session = (await (await fetch(`${api}/session`, entered)).json()) as { token: string };
  return { board, cell, token: session.token };
}

/** Marks of what the cell may not see: the notes that the facilitators write. */
const HIDDEN = /made as number|r\d+w\d/;

interface Eavesdropper {
  readonly socket: WebSocket;
  readonly heard: { frames: number; bytes: number };
  /** Resolves with the first frame, or when there will be none. */
  readonly first: Promise<void>;
}

/** Asks for everything at once, and judges every frame it is sent. */
function listenIn({ port }: ServerProcess, { board, cell, token }: Desk & { cell: string }): Eavesdropper {
  const heard = { frames: 0, bytes: 0 };
  const socket = new WebSocket(`ws://127.0.0.1:${port}/sync/${board}/${cell}`, ['cellboard.v1', token]);
  socket.on('open', () => socket.send(Uint8Array.of(0, 0, 1, 0)));
  socket.on('error', () => {});
  const first = new Promise<void>((resolve) => {
    socket.on('close', () => resolve());
    socket.on('message', (data: Buffer) => {
      heard.frames += 1;
      heard.bytes += data.length;
      if (HIDDEN.test(data.toString('latin1'))) leaks.push(data.toString('latin1'));
      resolve();
    });
  });
  return { socket, heard, first };
}

const leaks: string[] = [];

interface Page {
  readonly doc: Y.Doc;
  readonly provider: WebsocketProvider;
  /** How much of its own writing it was told is saved, as a clock of its doc. */
  saved: number;
}

function connect({ port }: ServerProcess, { desk, doc }: { desk: Desk; doc: Y.Doc }): Page {
  const provider = new WebsocketProvider(`ws://127.0.0.1:${port}/sync`, `${desk.board}/facilitator`, doc, {
    protocols: ['cellboard.v1', desk.token],
    WebSocketPolyfill: WebSocket as never,
    disableBc: true,
  });
  const page: Page = { doc, provider, saved: 0 };
  provider.messageHandlers[16] = (_encoder: unknown, decoder: decoding.Decoder) => {
    const notice = JSON.parse(decoding.readVarString(decoder)) as { type: string; state?: string };
    if (notice.type !== 'saved' || notice.state === undefined) return;
    page.saved = Y.decodeStateVector(Buffer.from(notice.state, 'base64')).get(doc.clientID) ?? page.saved;
  };
  return page;
}

/** A page with the board complete. Where the view has been renewed it starts afresh, as the real page does. */
async function openPage(server: ServerProcess, { desk, doc }: { desk: Desk; doc: Y.Doc }): Promise<Page> {
  const page = connect(server, { desk, doc });
  const current = await new Promise<boolean>((resolve) => {
    page.provider.once('sync', () => resolve(true));
    page.provider.on('connection-close', (event) => event?.code === CLOSE.renewed && resolve(false));
  });
  if (current) return page;
  page.provider.destroy();
  return openPage(server, { desk, doc: new Y.Doc() });
}

const nodes = (doc: Y.Doc) => doc.getMap('nodes') as Y.Map<Y.Map<unknown>>;
const x = (doc: Y.Doc, id: string) =>
  (nodes(doc).get(id)?.get('position') as { x: number } | undefined)?.x ?? -1;

/** Removes what its writer made in the round before, so that no number of kills fills the board. */
function clear(page: Page, writer: string): void {
  page.doc.transact(() => {
    for (const id of nodes(page.doc).keys()) if (id.startsWith(writer)) nodes(page.doc).delete(id);
  });
}

/** Makes nodes and moves one of them, always further to the right. */
function write(page: Page, { id, count }: { id: string; count: number }): void {
  page.doc.transact(() => {
    if (nodes(page.doc).has(id)) nodes(page.doc).get(id)?.set('position', { x: count, y: 0 });
    if (count % 5 !== 0) return;
    const made = new Y.Map<unknown>(Object.entries({ kind: 'note', position: { x: count, y: 0 } }));
    made.set('label', new Y.Text(`made as number ${count}`));
    made.set('notes', new Y.Text(''));
    nodes(page.doc).set(count === 0 ? id : `${id}-${count}`, made);
  });
}

it(
  `[B-8.1] loses nothing that was seen or said to be saved when it is killed ${KILLS} times under load`,
  async () => {
    const random = new Seeded(SEED);
    const dataDir = tempDir();
    let server = await startServer({ dataDir, env: LIFTED });
    const desk = await enter(server);
    const cellDesk = await enterAsCell(server, desk);
    const judged = { kills: 0, whileLoading: 0, frames: 0, bytes: 0 };
    const judge = ({ socket, heard }: Eavesdropper) => {
      socket.terminate();
      judged.frames += heard.frames;
      judged.bytes += heard.bytes;
      expect(leaks).toEqual([]);
    };
    let docs = [new Y.Doc(), new Y.Doc(), new Y.Doc()];
    for (let round = 0; round < KILLS; round += 1) {
      const running = server;
      const cell = listenIn(running, cellDesk);
      const pages = await Promise.all(docs.map((doc) => openPage(running, { desk, doc })));
      const watcher = await openPage(running, { desk, doc: new Y.Doc() });
      docs = pages.map(({ doc }) => doc);
      const before = [...nodes(watcher.doc).keys()].filter((id) => id.startsWith(`r${round - 1}w`));
      for (const [index, page] of pages.entries()) clear(page, `r${round - 1}w${index}`);
      // By when a writer made what: its clock after the edit.
      const made = pages.map(() => [] as { clock: number; id: string }[]);
      const enough = 20 + random.below(150);
      await new Promise<void>((resolve) => {
        let seen = 0;
        let count = 0;
        watcher.doc.on('update', () => {
          seen = x(watcher.doc, `r${round}w0`);
          if (seen >= enough) resolve();
        });
        const beat = setInterval(() => {
          if (seen >= enough) clearInterval(beat);
          if (count > seen + MAX_UNDER_WAY) return;
          for (const [index, page] of pages.entries()) {
            const id = `r${round}w${index}`;
            write(page, { id, count });
            if (count % 5 === 0)
              made[index]?.push({
                clock: Y.getState(page.doc.store, page.doc.clientID),
                id: count === 0 ? id : `${id}-${count}`,
              });
          }
          count += 1;
        }, 2);
      });
      await cell.first;
      await server.kill('SIGKILL');
      judged.kills += 1;
      for (const { provider } of [...pages, watcher]) provider.destroy();
      judge(cell);
      expect(cell.heard.bytes).toBeGreaterThan(100);
      if (random.chance(0.3)) {
        // Again, as soon as anybody hears anything: boards and views are being loaded.
        const loading = await startServer({ dataDir, env: LIFTED });
        const early = listenIn(loading, cellDesk);
        const back = docs.map((doc) => connect(loading, { desk, doc }));
        await early.first;
        await loading.kill('SIGKILL');
        for (const { provider } of back) provider.destroy();
        judge(early);
        judged.kills += 1;
        judged.whileLoading += 1;
      }

      const seen = nodes(watcher.doc);
      const seenIds = [...seen.keys()].filter((id) => id.startsWith(`r${round}w`));
      const seenGone = before.filter((id) => !seen.has(id));
      const savedIds = pages.flatMap((page, index) =>
        (made[index] ?? []).filter(({ clock }) => clock <= page.saved).map(({ id }) => id),
      );
      server = await startServer({ dataDir, env: LIFTED });
      const answer = await fetch(`http://127.0.0.1:${server.port}/api/boards/${desk.board}/elements`, {
        headers: { authorization: `Bearer ${desk.token}` },
      });
      const { nodes: kept } = (await answer.json()) as { nodes: { id: string; position: { x: number } }[] };
      const keptX = new Map(kept.map(({ id, position }) => [id, position.x]));
      expect(savedIds.length).toBeGreaterThan(0);
      expect([...seenIds, ...savedIds].filter((id) => !keptX.has(id))).toEqual([]);
      expect(seenGone.filter((id) => keptX.has(id))).toEqual([]);
      for (let writer = 0; writer < docs.length; writer += 1) {
        const id = `r${round}w${writer}`;
        expect(keptX.get(id) ?? -1).toBeGreaterThanOrEqual(x(watcher.doc, id));
      }
    }

    // The pages were open all the time: they go on, and everybody ends up with the same board.
    const last = server;
    const pages = await Promise.all([...docs, new Y.Doc()].map((doc) => openPage(last, { desk, doc })));
    const [first, ...others] = pages;
    write(first as Page, { id: 'afterwards', count: 0 });
    await Promise.all(others.map(({ doc }) => appears(doc, 'afterwards')));
    for (const { doc } of others) expect(nodes(doc).toJSON()).toEqual(nodes((first as Page).doc).toJSON());
    for (const { provider } of pages) provider.destroy();
    await server.kill('SIGKILL');
    const { kills, whileLoading, frames, bytes } = judged;
    console.log(
      `${kills} kills survived, ${whileLoading} of them while loading; ${frames} frames (${bytes} bytes) of a cell judged`,
    );
  },
  240_000 + KILLS * 15_000,
);

function appears(doc: Y.Doc, id: string): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (!nodes(doc).has(id)) return;
      doc.off('update', look);
      resolve();
    };
    doc.on('update', look);
    look();
  });
}
