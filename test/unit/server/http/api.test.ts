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
let isReady: boolean;

beforeEach(async () => {
  bench = await accessBench();
  roomApi = new FakeRoom();
  isReady = true;
  app = httpApp({
    ...bench,
    making: bench,
    roomProvider: fakeRooms({ [bench.board]: roomApi }),
    origins: { publicUrl: null, allowedOrigins: ['https://friend.example'] },
    metrics: new Registry(),
    log: pino({ level: 'silent' }),
    page: null,
    ready: () => isReady,
  });
});

interface Call {
  readonly token?: string;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

async function call(route: string, { token, body, headers = {} }: Call = {}) {
  const [method = 'GET', path = '/'] = route.split(' ');
  const response = await app.request(`${ORIGIN}${path.replace(':board', bench.board)}`, {
    method,
    headers: {
      Host: 'localhost:4040',
      ...(token !== undefined && { Authorization: `Bearer ${token}` }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, text, json: text.startsWith('{') ? JSON.parse(text) : null, response };
}

async function invited(given: { role?: Role; viewpoint?: string } = {}): Promise<InviteRow> {
  const invite = bench.access.draft({
    board: bench.board,
    role: given.role ?? 'editor',
    viewpoint: (given.viewpoint ?? 'cell') as InviteRow['viewpoint'],
  });
  await bench.store.putInvite(invite);
  return invite;
}

const facilitator = () => bench.enter(bench.invite);
const editor = async () => bench.enter(await invited());

describe('POST /api/boards', () => {
  it('answers with the facilitator link of a new board, the secret in the fragment', async () => {
    const { status, json } = await call('POST /api/boards', { body: { title: ' Mine ' } });
    expect(status).toBe(201);
    expect(json).toEqual({
      board: json.board,
      secret: json.secret,
      url: `${ORIGIN}/b/${json.board}#${json.secret}`,
    });
    expect((await bench.store.loadBoard(json.board))?.title).toBe('Mine');
    expect(await bench.access.enter({ board: json.board, secret: json.secret, name: '' })).toMatchObject({
      session: { role: 'facilitator', viewpoint: 'facilitator' },
    });
  });

  it('makes a blank board open, and one from a template as the template says unless told otherwise', async () => {
    const made = async (body: object) => {
      const { json } = await call('POST /api/boards', { body });
      return await bench.store.loadBoard(json.board);
    };
    expect(await made({})).toMatchObject({ policy: { name: 'open', commons: true }, nodes: [], links: [] });
    const template = await made({ template: 'circles-and-cells' });
    expect(template?.nodes.length).toBeGreaterThan(10);
    expect(template?.title).not.toBe('');
    const changed = await made({ template: 'circles-and-cells', policy: 'fractions', title: 'Ours' });
    expect(changed).toMatchObject({ title: 'Ours', policy: { name: 'fractions', commons: false } });
  });

  it('gives the elements of two boards from one template different ids', async () => {
    const ids = async () => {
      const { json } = await call('POST /api/boards', { body: { template: 'circles-and-cells' } });
      return (await bench.store.loadBoard(json.board))?.nodes.map(({ id }) => id) ?? [];
    };
    const [first, second] = [new Set(await ids()), await ids()];
    expect(second.some((id) => first.has(id))).toBe(false);
  });

  it.each([
    ['that is not JSON', '{', 'The body is not JSON.'],
    ['that is no object', '[]', /./],
    [
      'with a title that is too long',
      { title: 'x'.repeat(201) },
      'title: A title has at most 200 characters.',
    ],
    ['with an unknown template', { template: 'nope' }, /^template: A template is one of/],
    ['with an unknown policy', { policy: 'nope' }, /^policy: A policy is one of/],
    ['with something unknown', { colour: 1 }, /colour/],
  ])('refuses a body %s', async (_, body, message) => {
    const { status, json } = await call('POST /api/boards', { body });
    expect(status).toBe(400);
    expect(json.error.code).toBe('bad-request');
    expect(json.error.message).toMatch(message);
  });

  it('takes sixty from one address at once, then one every two seconds', async () => {
    const statuses = [];
    for (let i = 0; i < 61; i++) statuses.push((await call('POST /api/boards', { body: {} })).status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(60);
    const refused = await call('POST /api/boards', { body: {} });
    expect(refused.status).toBe(429);
    expect(refused.response.headers.get('Retry-After')).toBe('5');
    bench.pass(2_000);
    expect((await call('POST /api/boards', { body: {} })).status).toBe(201);
  });
});

describe('POST /api/boards/:board/session', () => {
  it('opens a session', async () => {
    const body = { secret: bench.access.secret(await invited()), name: 'Ada' };
    const { status, json } = await call('POST /api/boards/:board/session', { body });
    expect(status).toBe(200);
    expect(json).toEqual({
      token: json.token,
      role: 'editor',
      viewpoint: 'cell',
      title: roomApi.title,
      expires: bench.clock() + 30 * 24 * 3_600_000,
    });
    expect((await bench.access.session(json.token)).state).toBe('live');
  });

  it('[B-1.1] answers alike for a wrong secret, a revoked one, another board and a board that does not exist', async () => {
    const revoked = await invited();
    await bench.access.revoke(bench.board, revoked.id);
    const secret = bench.access.secret(bench.invite);
    const answers = await Promise.all([
      call('POST /api/boards/:board/session', { body: { secret: 'wrong' } }),
      call('POST /api/boards/:board/session', { body: { secret: bench.access.secret(revoked) } }),
      call('POST /api/boards/nowhere/session', { body: { secret } }),
      call('POST /api/boards/no*where/session', { body: { secret } }),
    ]);
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(403);
  });

  it('[B-1.2] slows down whoever tries secrets, and says nothing of them', async () => {
    const attempt = () =>
      call('POST /api/boards/:board/session', { body: { secret: `${bench.invite.id}.guess` } });
    const answers = [];
    for (let count = 0; count < 305; count += 1) answers.push((await attempt()).status);
    expect(answers.slice(0, 300)).toEqual(Array(300).fill(403));
    expect(answers.slice(300)).toEqual(Array(5).fill(429));
    bench.pass(1_000);
    const later = [];
    for (let count = 0; count < 6; count += 1) later.push((await attempt()).status);
    expect(later).toEqual([403, 403, 403, 403, 403, 429]);
  });

  it('refuses a name that is too long, whatever the secret', async () => {
    const answer = await call('POST /api/boards/nowhere/session', {
      body: { secret: 'x', name: 'n'.repeat(61) },
    });
    expect(answer.status).toBe(400);
  });
});

describe('a call without a token that serves', () => {
  const routes = [
    'GET /api/boards/:board/elements',
    'POST /api/boards/:board/elements',
    'GET /api/boards/:board/visibility?as=cell',
    'GET /api/boards/:board/invites',
    'POST /api/boards/:board/invites',
    'DELETE /api/boards/:board/invites/x',
    'GET /api/boards/:board/invites/x/link',
  ];
  it.each(routes)('[B-1.5] is answered 401 alike for %s, also where there is no board', async (route) => {
    const other = await bench.access.enter({
      board: bench.board,
      secret: bench.access.secret(bench.invite),
      name: '',
    });
    const foreign = route.replace(':board', 'nowhere');
    const answers = await Promise.all([
      call(route),
      call(route, { token: 'wrong' }),
      call(route, { headers: { Authorization: 'Basic eDp5' } }),
      call(foreign, { token: 'wrong' }),
      call(foreign, { token: other?.token ?? '' }),
      call(route.replace(':board', 'no*where'), { token: other?.token ?? '' }),
    ]);
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(answers[0]).toMatchObject({ status: 401, json: { error: { code: 'unauthorized' } } });
  });

  it('[B-1.6] is answered so from the moment the session expires or is revoked', async () => {
    const token = await facilitator();
    const invite = await invited();
    const cell = await bench.enter(invite);
    expect((await call('GET /api/boards/:board/elements', { token: cell })).status).toBe(200);
    await call(`DELETE /api/boards/:board/invites/${invite.id}`, { token });
    expect((await call('GET /api/boards/:board/elements', { token: cell })).status).toBe(401);
    bench.pass(30 * 24 * 3_600_000);
    expect((await call('GET /api/boards/:board/elements', { token })).status).toBe(401);
  });
});

describe('GET /api/boards/:board/elements', () => {
  it('[B-4.15] shows the board as the caller sees it', async () => {
    const { status, json } = await call('GET /api/boards/:board/elements', { token: await editor() });
    expect(status).toBe(200);
    expect(json).toEqual({
      title: roomApi.title,
      nodes: [{ id: 'seen-by-cell', access: 'read' }],
      links: [],
    });
  });

  it('lets a facilitator look as anybody', async () => {
    const token = await facilitator();
    const seen = async (as: string) =>
      (await call(`GET /api/boards/:board/elements?as=${as}`, { token })).json.nodes[0].id;
    expect(await seen('cell')).toBe('seen-by-cell');
    expect(await seen('everyone')).toBe('seen-by-everyone');
  });

  it('lets a participant name their own viewpoint', async () => {
    expect((await call('GET /api/boards/:board/elements?as=cell', { token: await editor() })).status).toBe(
      200,
    );
  });

  it('[B-1.8] answers alike for a viewpoint that is not there, one not held, and what can be none', async () => {
    const [cell, all] = [await editor(), await facilitator()];
    const answers = await Promise.all([
      call('GET /api/boards/:board/elements?as=everyone', { token: cell }),
      call('GET /api/boards/:board/elements?as=facilitator', { token: cell }),
      call('GET /api/boards/:board/elements?as=nobody', { token: cell }),
      call('GET /api/boards/:board/elements?as=no*body', { token: cell }),
      call('GET /api/boards/:board/elements?as=nobody', { token: all }),
    ]);
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(404);
  });
});

describe('POST /api/boards/:board/elements', () => {
  it('hands the drafts on as who the caller is', async () => {
    const nodes = [{ kind: 'person' }, 'junk'];
    const { status, json } = await call('POST /api/boards/:board/elements', {
      token: await editor(),
      body: { nodes },
    });
    expect(status).toBe(200);
    expect(json).toEqual({ created: ['new'], refused: [] });
    expect(roomApi.created).toMatchObject([
      { principal: { role: 'editor', home: 'cell', viewpoint: 'cell' }, drafts: { nodes, links: [] } },
    ]);
  });

  it('refuses lists that are none', async () => {
    const { status } = await call('POST /api/boards/:board/elements', {
      token: await editor(),
      body: { nodes: {} },
    });
    expect(status).toBe(400);
    expect(roomApi.created).toEqual([]);
  });
});

describe('[B-1.14] a session that reads or makes more than boards hold', () => {
  it('is told to wait, makes nothing meanwhile, and others go on', async () => {
    const [busy, other] = [await bench.enter(bench.invite), await bench.enter(bench.invite)];
    const nodes = Array.from({ length: 50_000 }, () => ({}));
    const make = (token: string, of: unknown[] = nodes) =>
      call('POST /api/boards/:board/elements', { token, body: { nodes: of } });
    const answers = [await make(busy), await make(busy), await make(busy)];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 429]);
    expect(roomApi.created).toHaveLength(2);
    expect((await call('GET /api/boards/:board/elements', { token: busy })).status).toBe(429);
    expect((await make(other, [{}])).status).toBe(200);
    bench.pass(60_000);
    expect((await call('GET /api/boards/:board/elements', { token: busy })).status).toBe(200);
  });
});

describe('GET /api/boards/:board/visibility', () => {
  it('tells a facilitator why a viewpoint sees what it sees', async () => {
    const { json } = await call('GET /api/boards/:board/visibility?as=cell', { token: await facilitator() });
    expect(json).toEqual({ elements: { n: ['open'] } });
  });

  it('needs a viewpoint, and one that is there', async () => {
    const token = await facilitator();
    expect((await call('GET /api/boards/:board/visibility', { token })).status).toBe(400);
    expect((await call('GET /api/boards/:board/visibility?as=nobody', { token })).status).toBe(404);
  });
});

describe('invites', () => {
  it('are for facilitators, whether what is asked for is there or not', async () => {
    const token = await editor();
    for (const route of [
      'GET /api/boards/:board/invites',
      'POST /api/boards/:board/invites',
      `GET /api/boards/:board/invites/${bench.invite.id}/link`,
      'GET /api/boards/:board/invites/nope/link',
      `DELETE /api/boards/:board/invites/${bench.invite.id}`,
      'GET /api/boards/:board/visibility?as=nobody',
    ]) {
      expect(await call(route, { token })).toMatchObject({
        status: 403,
        json: { error: { code: 'facilitator-only' } },
      });
    }
    expect(await bench.access.find(bench.board, bench.invite.id)).not.toBeNull();
  });

  it('are made, listed without secrets, shown as links again, and revoked', async () => {
    const token = await facilitator();
    const expires = bench.clock() + 1_000;
    const body = { viewpoint: 'cell', role: 'viewer', expires, maxUses: 2, label: 'For the cell' };
    const made = await call('POST /api/boards/:board/invites', { token, body });
    expect(made.status).toBe(201);
    const { id, secret, url } = made.json;
    expect(made.json).toEqual({ id, secret, url: `${ORIGIN}/b/${bench.board}#${secret}` });

    const list = await call('GET /api/boards/:board/invites', { token });
    expect(list.json.invites).toHaveLength(2);
    expect(list.json.invites[1]).toEqual({
      ...body,
      id,
      uses: 0,
      created: bench.clock(),
      lastUsed: null,
    });
    expect(list.text).not.toContain(secret.split('.')[1]);

    expect((await call(`GET /api/boards/:board/invites/${id}/link`, { token })).json).toEqual({ url });

    const revoked = await call(`DELETE /api/boards/:board/invites/${id}`, { token });
    expect(revoked).toMatchObject({ status: 204, text: '' });
    expect((await call(`DELETE /api/boards/:board/invites/${id}`, { token })).status).toBe(404);
    expect((await call(`GET /api/boards/:board/invites/${id}/link`, { token })).status).toBe(404);
    expect((await call('GET /api/boards/:board/invites', { token })).json.invites).toHaveLength(1);
  });

  it.each([
    ['a role that is none', { viewpoint: 'cell', role: 'owner' }],
    ['a facilitator at a group', { viewpoint: 'cell', role: 'facilitator' }],
    ['an editor at the facilitator viewpoint', { viewpoint: 'facilitator', role: 'editor' }],
    ['an end that is past', { viewpoint: 'cell', role: 'editor', expires: 1 }],
    ['no use at all', { viewpoint: 'cell', role: 'editor', maxUses: 0 }],
    ['half a use', { viewpoint: 'cell', role: 'editor', maxUses: 1.5 }],
    ['a label that is too long', { viewpoint: 'cell', role: 'editor', label: 'x'.repeat(81) }],
  ])('are not made with %s', async (_, body) => {
    expect((await call('POST /api/boards/:board/invites', { token: await facilitator(), body })).status).toBe(
      400,
    );
    expect(await bench.access.invites(bench.board)).toHaveLength(1);
  });

  it('are not made for a viewpoint that is not there', async () => {
    const body = { viewpoint: 'nobody', role: 'editor' };
    expect((await call('POST /api/boards/:board/invites', { token: await facilitator(), body })).status).toBe(
      404,
    );
  });

  it('close the live connections of those they brought, and of nobody else, when revoked', async () => {
    const token = await facilitator();
    const invite = await invited();
    const closed: string[] = [];
    const sit = (invite: string) =>
      roomApi.join(
        { session: 's', invite, role: 'editor', home: 'everyone', viewpoint: 'everyone' },
        { send: () => {}, close: (code) => closed.push(`${invite} ${code}`) },
      );
    await sit(invite.id);
    await sit('another');
    await call(`DELETE /api/boards/:board/invites/${invite.id}`, { token });
    expect(closed).toEqual([`${invite.id} ${CLOSE.revoked}`]);
  });
});

describe('any request', () => {
  it('[B-1.7] of a foreign page may not write, and may read only what needs no token', async () => {
    const headers = { Origin: 'https://evil.example' };
    const body = {};
    expect(await call('POST /api/boards', { headers, body })).toMatchObject({
      status: 403,
      json: { error: { code: 'origin' } },
    });
    const token = await facilitator();
    expect(
      (await call(`DELETE /api/boards/:board/invites/${bench.invite.id}`, { headers, token })).status,
    ).toBe(403);
    expect((await call('GET /healthz', { headers })).status).toBe(200);
  });

  it('of our own page, of an allowed one and of a program may write', async () => {
    for (const headers of [{ Origin: ORIGIN }, { Origin: 'https://friend.example' }, {}]) {
      expect((await call('POST /api/boards', { headers, body: {} })).status).toBe(201);
    }
  });

  it('of an allowed page is told so, of another is not', async () => {
    const allowed = async (origin: string) =>
      (await call('GET /api/boards/:board/elements', { headers: { Origin: origin } })).response.headers.get(
        'Access-Control-Allow-Origin',
      );
    expect(await allowed('https://friend.example')).toBe('https://friend.example');
    expect(await allowed('https://evil.example')).toBeNull();
  });

  it('[B-1.11] carries the security headers, refused or not', async () => {
    for (const route of ['GET /healthz', 'GET /api/nope', 'POST /api/boards']) {
      const { headers } = (await call(route, { body: undefined })).response;
      expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
      expect(headers.get('Referrer-Policy')).toBe('no-referrer');
      expect(headers.get('Cross-Origin-Opener-Policy')).toBe('same-origin');
      expect(headers.get('Content-Security-Policy')).toContain("frame-ancestors 'none'");
      expect(headers.get('Cache-Control')).toBe('no-store');
    }
  });

  it.each(['GET /api/nope', 'GET /api/boards', 'PUT /api/boards/:board/elements'])(
    'to a route that is none, such as %s, is answered 404 in JSON',
    async (route) => {
      expect(await call(route)).toMatchObject({ status: 404, json: { error: { code: 'not-found' } } });
    },
  );

  it('[B-1.10] that makes the server fail is answered without a word about why', async () => {
    roomApi.elements = () => Promise.reject(new Error('secret detail'));
    const answer = await call('GET /api/boards/:board/elements', { token: await editor() });
    expect(answer).toMatchObject({ status: 500, json: { error: { code: 'internal' } } });
    expect(answer.text).not.toContain('detail');
  });
});

describe('operators', () => {
  it('learn whether the server lives, is ready, and how much it does', async () => {
    expect((await call('GET /healthz')).status).toBe(200);
    expect((await call('GET /readyz')).status).toBe(200);
    isReady = false;
    expect((await call('GET /readyz')).status).toBe(503);
    const metrics = await call('GET /metrics');
    expect(metrics.response.headers.get('Content-Type')).toMatch(/^text\/plain; version=0\.0\.4/);
    expect(metrics.text).toContain('cellboard_http_requests_total{status="200"} 2');
    expect(metrics.text).not.toContain(bench.board);
  });
});
