/**
 * The contract as an outsider uses it: the stock y-websocket provider, the HTTP interface, nothing of ours.
 */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { type LiveServer, liveServer } from '../../helpers/liveServer.ts';

let server: LiveServer;
let opened: WebsocketProvider[];

beforeEach(async () => {
  server = await liveServer();
  opened = [];
});

afterEach(async () => {
  for (const provider of opened) provider.destroy();
  await server.stop();
});

interface Peer {
  readonly doc: Y.Doc;
  readonly provider: WebsocketProvider;
}

function open(board: string, { viewpoint, token }: { viewpoint: string; token: string }): Peer {
  const doc = new Y.Doc();
  const provider = new WebsocketProvider(`ws://127.0.0.1:${server.port}/sync`, `${board}/${viewpoint}`, doc, {
    protocols: ['cellboard.v1', token],
    WebSocketPolyfill: WebSocket as never,
    disableBc: true,
  });
  // Notices are ours; a stock provider only reports that it does not know them.
  provider.messageHandlers[16] = () => {};
  opened.push(provider);
  return { doc, provider };
}

/** Resolves once the doc satisfies the condition, looking again after each of its updates. */
function until(doc: Y.Doc, holds: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (!holds()) return;
      doc.off('update', look);
      resolve();
    };
    doc.on('update', look);
    look();
  });
}

const synced = (provider: WebsocketProvider) =>
  new Promise<void>((resolve) => {
    if (provider.synced) resolve();
    else provider.once('sync', () => resolve());
  });

const closed = (provider: WebsocketProvider) =>
  new Promise<number>((resolve) => {
    provider.once('closed', ({ code }: { code: number }) => resolve(code));
  });

const nodes = (doc: Y.Doc) => doc.getMap('nodes') as Y.Map<Y.Map<unknown>>;

async function boardWithTwoCells(): Promise<{ board: string; facilitator: string }> {
  const made = await server.call('POST', '/api/boards', { body: { title: 'Two cells', policy: 'detached' } });
  const { board, secret } = made.body as unknown as { board: string; secret: string };
  const session = await server.call('POST', `/api/boards/${board}/session`, {
    body: { secret, name: 'Fay' },
  });
  const facilitator = (session.body as unknown as { token: string }).token;
  const person = (id: string) => ({ id, kind: 'person', label: id, position: { x: 0, y: 0 } });
  const cell = (id: string) => ({ id, kind: 'cell', label: id, position: { x: 0, y: 0 } });
  const member = (source: string, target: string) => ({ kind: 'membership', source, target });
  const answer = await server.call('POST', `/api/boards/${board}/elements`, {
    token: facilitator,
    body: {
      nodes: [cell('one'), cell('two'), person('ada'), person('bo')],
      links: [member('ada', 'one'), member('bo', 'two')],
    },
  });
  expect(answer.status).toBe(200);
  return { board, facilitator };
}

async function tokenFor(
  board: string,
  { facilitator, ...invite }: { facilitator: string; viewpoint: string; role: string },
) {
  const made = await server.call('POST', `/api/boards/${board}/invites`, {
    token: facilitator,
    body: invite,
  });
  const { secret } = made.body as unknown as { secret: string };
  const session = await server.call('POST', `/api/boards/${board}/session`, { body: { secret } });
  return (session.body as unknown as { token: string }).token;
}

describe('the stock provider', () => {
  it('receives exactly its viewpoint, and sends edits to whoever may see them', async () => {
    const { board, facilitator } = await boardWithTwoCells();
    const all = open(board, { viewpoint: 'facilitator', token: facilitator });
    const token = await tokenFor(board, { facilitator, viewpoint: 'one', role: 'editor' });
    const one = open(board, { viewpoint: 'one', token });
    const two = open(board, { viewpoint: 'two', token: facilitator });
    await Promise.all([all, one, two].map(({ provider }) => synced(provider)));

    expect([...nodes(all.doc).keys()].sort()).toEqual(['ada', 'bo', 'one', 'two']);
    expect([...nodes(one.doc).keys()].sort()).toEqual(['ada', 'one']);
    expect([...nodes(two.doc).keys()].sort()).toEqual(['bo', 'two']);
    expect(nodes(one.doc).get('one')?.get('access')).toBe('edit');

    const label = nodes(one.doc).get('ada')?.get('label');
    if (label instanceof Y.Text) label.insert(3, ' L.');
    await until(all.doc, () => String(nodes(all.doc).get('ada')?.get('label')) === 'ada L.');
    expect(JSON.stringify(two.doc.toJSON())).not.toContain('ada');
  });

  it('sees a change it was not allowed set back', async () => {
    const { board, facilitator } = await boardWithTwoCells();
    const token = await tokenFor(board, { facilitator, viewpoint: 'one', role: 'viewer' });
    const one = open(board, { viewpoint: 'one', token });
    await synced(one.provider);
    nodes(one.doc).get('ada')?.set('position', { x: 500, y: 500 });
    await until(
      one.doc,
      () => JSON.stringify(nodes(one.doc).get('ada')?.get('position')) === '{"x":0,"y":0}',
    );
    const { body } = await server.call('GET', `/api/boards/${board}/elements?as=one`, { token: facilitator });
    expect(JSON.stringify(body)).not.toContain('500');
  });

  it('is closed for good without a token, and for a viewpoint its token does not hold', async () => {
    const { board, facilitator } = await boardWithTwoCells();
    const token = await tokenFor(board, { facilitator, viewpoint: 'one', role: 'editor' });
    const codes = await Promise.all([
      closed(open(board, { viewpoint: 'one', token: 'nonsense' }).provider),
      closed(open(board, { viewpoint: 'two', token }).provider),
      closed(open(board, { viewpoint: 'nobody', token }).provider),
    ]);
    expect(codes).toEqual([4401, 4404, 4404]);
  });

  it('is closed at once when its invite is revoked', async () => {
    const { board, facilitator } = await boardWithTwoCells();
    const made = await server.call('POST', `/api/boards/${board}/invites`, {
      token: facilitator,
      body: { viewpoint: 'one', role: 'editor' },
    });
    const { id, secret } = made.body as unknown as { id: string; secret: string };
    const session = await server.call('POST', `/api/boards/${board}/session`, { body: { secret } });
    const one = open(board, {
      viewpoint: 'one',
      token: (session.body as unknown as { token: string }).token,
    });
    await synced(one.provider);
    const code = closed(one.provider);
    expect(
      (await server.call('DELETE', `/api/boards/${board}/invites/${id}`, { token: facilitator })).status,
    ).toBe(204);
    expect(await code).toBe(4403);
    const again = await server.call('POST', `/api/boards/${board}/session`, { body: { secret } });
    expect(again.status).toBe(403);
  });

  it('sees who else is here, and shows itself', async () => {
    const { board, facilitator } = await boardWithTwoCells();
    const one = open(board, { viewpoint: 'one', token: facilitator });
    const token = await tokenFor(board, { facilitator, viewpoint: 'one', role: 'editor' });
    const other = open(board, { viewpoint: 'one', token });
    const all = open(board, { viewpoint: 'facilitator', token: facilitator });
    await Promise.all([one, other, all].map(({ provider }) => synced(provider)));
    const heard = new Promise<unknown>((resolve) => {
      all.provider.awareness.on('change', () => {
        const state = all.provider.awareness.getStates().get(other.doc.clientID);
        if (state?.['name'] === 'Oda') resolve(state);
      });
    });
    other.provider.awareness.setLocalState({
      name: 'Oda',
      cursor: { x: 1, y: 2 },
      role: 'facilitator',
      junk: 1,
    });
    expect(await heard).toEqual({ name: 'Oda', cursor: { x: 1, y: 2 }, role: 'editor', viewpoint: 'one' });
    expect(other.provider.awareness.getStates().has(one.doc.clientID)).toBe(false);
  });
});
