import type { Hono } from 'hono';
import { pino } from 'pino';
import { Registry } from 'prom-client';
import { beforeEach, describe, expect, it } from 'vitest';
import { httpApp } from '../../../../server/http/app.ts';
import type { InviteRow } from '../../../../server/store/store.ts';
import { CLOSE } from '../../../../shared/closeCodes.ts';
import type { Role } from '../../../../shared/protocol.ts';
import { type AccessBench, accessBench } from '../../../helpers/accessBench.ts';
import { FakeRoom, fakeRooms } from '../../../helpers/fakeRoom.ts';

const ORIGIN = 'http://localhost:4040';

let bench: AccessBench;
let roomApi: FakeRoom;
let app: Hono;
let token: string;

beforeEach(async () => {
  bench = await accessBench();
  roomApi = new FakeRoom();
  app = httpApp({
    ...bench,
    making: bench,
    roomProvider: fakeRooms({ [bench.board]: roomApi }),
    origins: { publicUrl: null, allowedOrigins: [] },
    metrics: new Registry(),
    log: pino({ level: 'silent' }),
    page: null,
    ready: () => true,
  });
  token = await bench.enter(bench.invite);
});

async function call(route: string, { body, as = token }: { body?: unknown; as?: string } = {}) {
  const [method = 'GET', path = '/'] = route.split(' ');
  const response = await app.request(`${ORIGIN}/api/boards/${bench.board}${path}`, {
    method,
    headers: { Host: 'localhost:4040', Authorization: `Bearer ${as}` },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, text, json: text.startsWith('{') ? JSON.parse(text) : null };
}

async function invited(
  given: { role?: Role; viewpoint?: string; expires?: number } = {},
): Promise<InviteRow> {
  const invite = bench.access.draft({
    board: bench.board,
    role: given.role ?? 'editor',
    viewpoint: (given.viewpoint ?? 'cell') as InviteRow['viewpoint'],
    expires: given.expires,
  });
  await bench.store.putInvite(invite);
  return invite;
}

const enters = (secret: string) => bench.access.enter({ board: bench.board, secret, name: '' });

/** Connects with a token; the code that closes the connection is written down. */
async function sit(as: string, closed: number[]): Promise<void> {
  const found = await bench.access.session(as);
  if (found.state !== 'live') throw new Error('This token does not serve.');
  const { id, invite, role } = found.session;
  const principal = { session: id, invite, role, home: 'everyone', viewpoint: 'everyone' } as const;
  await roomApi.join(principal, { send: () => {}, close: (code) => closed.push(code) });
}

describe.each([
  ['POST /invites/bulk', { viewpoints: ['cell'], role: 'editor' }],
  ['GET /invites/links', undefined],
  ['POST /invites/:invite/replace', {}],
  ['GET /sessions', undefined],
  ['DELETE /sessions/:session', undefined],
  ['POST /decline', { elements: ['n'] }],
  ['POST /call', { elements: ['n'] }],
  ['DELETE /hands/5', undefined],
])('%s', (route, body) => {
  const path = () => route.replace(':invite', bench.invite.id).replace(':session', 'a'.repeat(64));

  it('[B-1.9] is for facilitators of this board alone', async () => {
    roomApi.hands.add(5);
    for (const role of ['editor', 'viewer'] as const) {
      const as = await bench.enter(await invited({ role }));
      expect(await call(path(), { body, as })).toMatchObject({
        status: 403,
        json: { error: { code: 'facilitator-only' } },
      });
    }
    const elsewhere = await accessBench();
    const foreign = await elsewhere.enter(elsewhere.invite);
    for (const as of [foreign, 'nonsense', '']) expect((await call(path(), { body, as })).status).toBe(401);
    expect([roomApi.declined, roomApi.called]).toEqual([[], []]);
    expect(roomApi.hands.size).toBe(1);
    expect((await bench.access.find(bench.board, bench.invite.id))?.generation).toBe(1);
  });
});

describe('links in bulk', () => {
  it('are made one for each viewpoint, once each, all alike', async () => {
    const expires = bench.clock() + 1_000;
    const body = { viewpoints: ['cell', 'everyone', 'cell'], role: 'viewer', expires, maxUses: 2 };
    const { status, json } = await call('POST /invites/bulk', { body });
    expect(status).toBe(201);
    expect(json.invites.map(({ viewpoint }: { viewpoint: string }) => viewpoint)).toEqual([
      'cell',
      'everyone',
    ]);
    for (const { id, secret, url } of json.invites) {
      expect(url).toBe(`${ORIGIN}/b/${bench.board}#${secret}`);
      expect(await bench.access.find(bench.board, id)).toMatchObject({ role: 'viewer', expires, maxUses: 2 });
      expect(await enters(secret)).toMatchObject({ session: { role: 'viewer' } });
    }
  });

  it.each([
    ['a viewpoint that is not there', 404, { viewpoints: ['cell', 'nobody'], role: 'editor' }],
    ['no viewpoint', 400, { viewpoints: [], role: 'editor' }],
    ['the facilitator among editors', 400, { viewpoints: ['cell', 'facilitator'], role: 'editor' }],
    ['an end that is past', 400, { viewpoints: ['cell'], role: 'editor', expires: 1 }],
  ])('are not made at all with %s', async (_, status, body) => {
    expect((await call('POST /invites/bulk', { body })).status).toBe(status);
    expect(await bench.access.invites(bench.board)).toHaveLength(1);
  });

  it('are shown all at once, as they were handed out', async () => {
    const { json } = await call('POST /invites/bulk', { body: { viewpoints: ['cell'], role: 'editor' } });
    const { links } = (await call('GET /invites/links')).json;
    expect(links).toHaveLength(2);
    expect(links[1]).toEqual({ id: json.invites[0].id, url: json.invites[0].url });
  });

  it('are let through some at a time', async () => {
    const answers = [];
    for (let count = 0; count < 31; count += 1) answers.push((await call('GET /invites/links')).status);
    expect(answers.at(-1)).toBe(429);
  });
});

describe('replacing a link', () => {
  it('makes another secret, and the old one opens nothing any more', async () => {
    const invite = await invited({ expires: bench.clock() + 10 });
    const old = bench.access.secret(invite);
    bench.pass(20);
    const expires = bench.clock() + 1_000;
    const { status, json } = await call(`POST /invites/${invite.id}/replace`, { body: { expires } });
    expect(status).toBe(200);
    expect(json).toEqual({
      id: invite.id,
      secret: json.secret,
      url: `${ORIGIN}/b/${bench.board}#${json.secret}`,
    });
    expect(json.secret).not.toBe(old);
    expect(await enters(old)).toBeNull();
    expect(await enters(json.secret)).toMatchObject({ session: { expires } });
    expect((await call(`GET /invites/${invite.id}/link`)).json.url).toBe(json.url);
  });

  it('leaves sessions as they are, or ends all but the one that asks', async () => {
    const other = await bench.enter(bench.invite);
    const closed: number[] = [];
    await sit(other, closed);
    await sit(token, closed);
    await call(`POST /invites/${bench.invite.id}/replace`, { body: {} });
    expect((await bench.access.session(other)).state).toBe('live');
    await call(`POST /invites/${bench.invite.id}/replace`, { body: { endSessions: true } });
    expect((await bench.access.session(other)).state).toBe('unknown');
    expect((await bench.access.session(token)).state).toBe('live');
    expect(closed).toEqual([CLOSE.revoked]);
  });

  it('is for links that are there, with ends that are to come', async () => {
    const invite = await invited();
    await bench.access.revoke(bench.board, invite.id);
    expect((await call(`POST /invites/${invite.id}/replace`)).status).toBe(404);
    expect((await call('POST /invites/nothing/replace')).status).toBe(404);
    const past = { body: { expires: 1 } };
    expect((await call(`POST /invites/${bench.invite.id}/replace`, past)).status).toBe(400);
  });
});

describe('sessions', () => {
  it('are listed with who, through which link, when, and whether they are here, without their tokens', async () => {
    const invite = await invited();
    const entry = await bench.access.enter({
      board: bench.board,
      secret: bench.access.secret(invite),
      name: 'Eli',
    });
    await sit(entry?.token ?? '', []);
    bench.pass(5);
    await bench.access.seen(entry?.session.id ?? '');
    const { json, text } = await call('GET /sessions');
    expect(json.sessions).toHaveLength(2);
    expect(json.sessions[0]).toMatchObject({ role: 'facilitator', here: false, own: true });
    expect(json.sessions[1]).toEqual({
      id: entry?.session.id,
      invite: invite.id,
      role: 'editor',
      viewpoint: 'cell',
      name: 'Eli',
      created: bench.clock() - 5,
      expires: entry?.session.expires,
      lastSeen: bench.clock(),
      here: true,
      own: false,
    });
    expect(text).not.toContain(entry?.token);
  });

  it('[B-2.5] end singly: the token opens nothing, the connection closes at once, and others go on', async () => {
    const invite = await invited();
    const [one, two] = [await bench.enter(invite), await bench.enter(invite)];
    const [closedOne, closedTwo]: [number[], number[]] = [[], []];
    await sit(one, closedOne);
    await sit(two, closedTwo);
    const found = await bench.access.session(one);
    const id = found.state === 'live' ? found.session.id : '';
    expect(await call(`DELETE /sessions/${id}`)).toMatchObject({ status: 204, text: '' });
    expect([closedOne, closedTwo]).toEqual([[CLOSE.revoked], []]);
    expect((await bench.access.session(one)).state).toBe('unknown');
    expect((await bench.access.session(two)).state).toBe('live');
    expect((await call(`DELETE /sessions/${id}`)).status).toBe(404);
    expect((await call('DELETE /sessions/nonsense')).status).toBe(404);
  });

  it('of another board are not there', async () => {
    const other = await accessBench();
    const found = await other.access.session(await other.enter(other.invite));
    const session = found.state === 'live' ? found.session : null;
    if (session === null) throw new Error('There is no session.');
    await bench.store.putInvite(other.invite);
    await bench.store.redeem({ invite: session.invite, board: other.board, generation: 1, session });
    expect((await call(`DELETE /sessions/${session.id}`)).status).toBe(404);
    expect((await call('GET /sessions')).json.sessions).toHaveLength(1);
  });
});

describe('acts of a session', () => {
  it('hand on what is to be declined, with the word', async () => {
    const body = { elements: ['a', 'b'], word: ' Not yet ' };
    expect((await call('POST /decline', { body })).status).toBe(204);
    expect(roomApi.declined).toMatchObject([
      { principal: { role: 'facilitator' }, what: { elements: ['a', 'b'], word: 'Not yet' } },
    ]);
  });

  it('hand on where people are called to', async () => {
    expect((await call('POST /call', { body: { elements: ['a'] } })).status).toBe(204);
    expect(roomApi.called).toMatchObject([{ principal: { role: 'facilitator' }, elements: ['a'] }]);
  });

  it('take down a hand that is up', async () => {
    roomApi.hands.add(7);
    expect((await call('DELETE /hands/7')).status).toBe(204);
    expect((await call('DELETE /hands/7')).status).toBe(404);
    expect((await call('DELETE /hands/x')).status).toBe(404);
  });

  it.each([
    ['POST /decline', { elements: ['a'], word: 'x'.repeat(501) }],
    ['POST /decline', { elements: 'a' }],
    ['POST /decline', {}],
    ['POST /call', { elements: ['facilitator'] }],
    ['POST /call', { elements: Array(1_001).fill('a') }],
    ['POST /call', { elements: ['a'], secret: 1 }],
  ])('refuse what makes no sense: %s %#', async (route, body) => {
    expect((await call(route, { body })).status).toBe(400);
    expect([roomApi.declined, roomApi.called]).toEqual([[], []]);
  });
});
