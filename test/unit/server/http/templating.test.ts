/** Templates over HTTP: who may save, see and delete them, and boards made from them. */

import type { Hono } from 'hono';
import { pino } from 'pino';
import { Registry } from 'prom-client';
import { beforeEach, describe, expect, it } from 'vitest';
import { httpApp } from '../../../../server/http/app.ts';
import { RoomRegistry } from '../../../../server/room/roomRegistry.ts';
import type { InviteRow } from '../../../../server/store/store.ts';
import { LIMITS } from '../../../../shared/model/limits.ts';
import { TEMPLATE_IDS } from '../../../../shared/templates/template.ts';
import { type AccessBench, accessBench } from '../../../helpers/accessBench.ts';

const ORIGIN = 'http://localhost:4040';

let bench: AccessBench;
let app: Hono;
let facilitator: string;

beforeEach(async () => {
  bench = await accessBench();
  const log = pino({ level: 'silent' });
  app = httpApp({
    ...bench,
    making: bench,
    roomProvider: new RoomRegistry({ store: bench.store, log, now: bench.clock }),
    origins: { publicUrl: null, allowedOrigins: [] },
    metrics: new Registry(),
    log,
    page: null,
    ready: () => true,
  });
  facilitator = await bench.enter(bench.invite);
});

async function call(route: string, { token, body }: { token?: string; body?: unknown } = {}) {
  const [method = 'GET', path = '/'] = route.split(' ');
  const response = await app.request(`${ORIGIN}${path.replace(':board', bench.board)}`, {
    method,
    headers: {
      Host: 'localhost:4040',
      ...(token !== undefined && { Authorization: `Bearer ${token}` }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, text, json: text.startsWith('{') ? JSON.parse(text) : null };
}

const draw = () =>
  call('POST /api/boards/:board/elements', {
    token: facilitator,
    body: {
      nodes: [
        { id: 'cell', kind: 'cell', label: 'Cell 1', caption: 'workplace cell', disclosure: 'internal' },
        { id: 'ada', kind: 'person', label: 'Ada', notes: 'of Mill street', audience: ['cell'] },
        { id: 'hub', kind: 'body', label: 'Bureau of Ada' },
      ],
      links: [{ kind: 'membership', source: 'ada', target: 'cell', caption: 'helps' }],
    },
  });

const save = (body: object, token = facilitator) =>
  call('POST /api/boards/:board/templates', { token, body: { title: 'Ours', names: true, ...body } });

const list = async () => (await call('GET /api/templates')).json.templates as Record<string, unknown>[];

async function editor(): Promise<string> {
  const invite = bench.access.draft({
    board: bench.board,
    role: 'editor',
    viewpoint: 'everyone' as InviteRow['viewpoint'],
  });
  await bench.store.putInvite(invite);
  return bench.enter(invite);
}

describe('GET /api/templates', () => {
  it('lists the shipped ones, each drawn, to anybody', async () => {
    const templates = await list();
    expect(templates.map(({ id }) => id)).toEqual(TEMPLATE_IDS);
    for (const { saved, thumbnail } of templates) {
      expect(saved).toBe(false);
      expect((thumbnail as unknown[]).length).toBeGreaterThan(20);
    }
  });

  it('lists saved ones after them, with nothing of the board they came from', async () => {
    await draw();
    const { json } = await save({ title: ' Our model ' });
    const last = (await list()).at(-1);
    expect(last).toMatchObject({ id: json.id, title: 'Our model', saved: true });
    expect(JSON.stringify(await list())).not.toContain(bench.board);
  });
});

describe('a saved template', () => {
  it('opens as the same drawing under ids of its own, with policy and title', async () => {
    await draw();
    const { status, json: saved } = await save({});
    expect(status).toBe(201);
    const { status: made, json } = await call('POST /api/boards', { body: { template: saved.id } });
    expect(made).toBe(201);
    const board = await bench.store.loadBoard(json.board);
    expect(board).toMatchObject({
      title: 'Ours',
      policy: (await bench.store.loadBoard(bench.board))?.policy,
    });
    expect(board?.nodes.map(({ label }) => label).sort()).toEqual(['Ada', 'Bureau of Ada', 'Cell 1']);
    const [ada, cell] = ['Ada', 'Cell 1'].map((label) => board?.nodes.find((node) => node.label === label));
    expect(cell).toMatchObject({ caption: 'workplace cell', disclosure: 'internal' });
    expect(ada).toMatchObject({ notes: 'of Mill street', audience: [cell?.id] });
    expect(board?.links).toMatchObject([{ source: ada?.id, target: cell?.id, caption: 'helps' }]);
    expect([ada?.id, cell?.id]).not.toContain('ada');
  });

  it('without names holds no name, no note and no id', async () => {
    await draw();
    const { json: saved } = await save({ names: false });
    const kept = JSON.stringify(await bench.store.template(saved.id));
    expect(kept).not.toMatch(/Ada|Mill|"ada"|"cell"}|"hub"/);
    expect(kept).toContain('Person 1');
    const { json } = await call('POST /api/boards', { body: { template: saved.id } });
    const labels = (await bench.store.loadBoard(json.board))?.nodes.map(({ label }) => label).sort();
    expect(labels).toEqual(['Body 1', 'Cell 1', 'Person 1']);
  });

  it('is not made of what nobody confirmed', async () => {
    expect((await save({})).status).toBe(400);
    expect((await list()).length).toBe(TEMPLATE_IDS.length);
  });

  it('is saved, listed for its board and deleted by facilitators of that board alone', async () => {
    await draw();
    const mine = await editor();
    expect((await save({}, mine)).status).toBe(403);
    expect((await save({}, 'nobody')).status).toBe(401);
    const { json: saved } = await save({});
    const own = await call('GET /api/boards/:board/templates', { token: facilitator });
    expect(own.json.templates).toMatchObject([{ id: saved.id, title: 'Ours', size: 3 }]);
    expect((await call('GET /api/boards/:board/templates', { token: mine })).status).toBe(403);
    expect((await call('GET /api/boards/:board/templates')).status).toBe(401);

    const path = `DELETE /api/boards/:board/templates/${saved.id}`;
    expect((await call(path, { token: mine })).status).toBe(403);
    const other = (await call('POST /api/boards', { body: {} })).json;
    const session = await bench.access.enter({ board: other.board, secret: other.secret, name: '' });
    const theirs = path.replace(':board', other.board);
    expect((await call(theirs, { token: session?.token ?? '' })).status).toBe(404);
    expect((await call(path, { token: facilitator })).status).toBe(204);
    expect((await call(path, { token: facilitator })).status).toBe(404);
    expect((await list()).length).toBe(TEMPLATE_IDS.length);
    expect((await call('POST /api/boards', { body: { template: saved.id } })).status).toBe(400);
  });

  it.each([
    [{ title: ' ' }, /^title: /],
    [{ title: 'x'.repeat(201) }, /^title: /],
    [{ title: 5 }, /^title: /],
    [{ names: 'no' }, /^names: /],
    [{ language: 'de' }, /^language: /],
    [{ more: 1 }, /more/],
  ])('is refused for %j, with the reason', async (body, reason) => {
    await draw();
    const { status, json } = await save(body);
    expect(status).toBe(400);
    expect(json.error.message).toMatch(reason);
  });

  it('is one of so many at most', async () => {
    await draw();
    const { json } = await save({});
    const row = (await bench.store.templates())[0];
    const body = (await bench.store.template(json.id))?.body;
    if (row === undefined || body === undefined) throw new Error('Nothing was saved.');
    for (let index = 1; index < LIMITS.templatesOfBoard; index++) {
      await bench.store.putTemplate({ ...row, body, id: `t${index}` as typeof row.id });
    }
    const { status, json: refused } = await save({});
    expect(status).toBe(409);
    expect(refused.error.code).toBe('full');
  });
});
