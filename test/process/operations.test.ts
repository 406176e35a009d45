/** What is written for those who run a server, held against the server. */

import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { Registry } from 'prom-client';
import { describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { ENVIRONMENT } from '../../server/config.ts';
import { processMetrics } from '../../server/metrics/processMetrics.ts';
import { roomMeter } from '../../server/metrics/roomMeter.ts';
import { liveServer } from '../helpers/liveServer.ts';
import { startServer } from '../helpers/server.ts';

/** Every variable that is read, with what stands for it when it is absent; null for nothing. */
const VARIABLES: Readonly<Record<string, string | null>> = Object.fromEntries(
  Object.entries(ENVIRONMENT).map(([name, { default: fallback }]) => [name, fallback ?? null]),
);
const GUIDE = readFileSync('shared/docs/operations.md', 'utf8');
const UNIT = readFileSync('ops/cellboard.service', 'utf8');
const IMAGE = readFileSync('ops/Containerfile', 'utf8');

describe('the guide', () => {
  it('names every variable with its default, and no other', () => {
    const rows = [...GUIDE.matchAll(/^\| `([A-Z_]+)` \| (?:`([^`]*)`)? *\|/gm)];
    const told = Object.fromEntries(rows.map(([, name = '', fallback]) => [name, fallback ?? null]));
    expect(told).toEqual(VARIABLES);
  });

  it('names metrics that are there', async () => {
    const server = await liveServer();
    const answer = await fetch(`http://127.0.0.1:${server.port}/metrics`);
    const text = await answer.text();
    await server.stop();
    const named = new Set([...GUIDE.matchAll(/cellboard_[a-z_]+/g)].map(([name]) => name));
    expect(named.size).toBeGreaterThan(8);
    for (const name of named) expect(text).toContain(`# TYPE ${name} `);
  });

  it('names metrics of the process that are there', async () => {
    const text = await processMetrics().metrics();
    const named = new Set([...GUIDE.matchAll(/\b(?:nodejs|process)_[a-z0-9_]+/g)].map(([name]) => name));
    expect(named.size).toBeGreaterThan(4);
    for (const name of named) expect(text).toContain(`# TYPE ${name} `);
  });

  it.each([
    ['the unit', UNIT],
    ['the image', IMAGE],
  ])('is followed by %s: only variables that are read', (_which, text) => {
    const set = [...text.matchAll(/\b([A-Z][A-Z_]+)=/g)].map(([, name = '']) => name);
    expect(set.length).toBeGreaterThan(3);
    expect(set.filter((name) => !(name in VARIABLES) && !NODES_OWN.has(name))).toEqual([]);
  });
});

/** Read by Node itself. */
const NODES_OWN = new Set(['NODE_ENV', 'NODE_OPTIONS']);

it('[B-4.16] metrics of rooms have labels for reasons and nothing else', async () => {
  const metrics = new Registry();
  const meter = roomMeter(metrics);
  meter.edited(3);
  meter.refused('locked');
  meter.projected(0.001);
  meter.committed(0.002);
  meter.failed('commit');
  const labels = [...(await metrics.metrics()).matchAll(/\{([a-z]+)=/g)].map(([, name]) => name);
  expect(new Set(labels)).toEqual(new Set(['reason', 'what', 'le']));
});

it('[B-4.16] the log of a busy server holds no secret, no token, no name, no label and no body', async () => {
  const server = await startServer({ env: { LOG_LEVEL: 'trace' } });
  const canary = (what: string) => `canary-${what}`;
  const api = `http://127.0.0.1:${server.port}/api/boards`;
  const post = async (path: string, body: unknown, token = '') => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    const answer = await fetch(`${api}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    return (await answer.json()) as Record<string, string>;
  };
  const { board, secret = '' } = await post('', { title: canary('title') });
  const { token = '' } = await post(`/${board}/session`, { secret, name: canary('name') });
  await post(`/${board}/session`, { secret: canary('wrong'), name: canary('other') });
  const nodes = [
    { kind: 'person', label: canary('label'), notes: canary('notes'), caption: canary('caption') },
  ];
  await post(`/${board}/elements`, { nodes }, token);
  await post(`/${board}/elements`, { nodes: [{ kind: canary('kind') }], links: canary('body') }, token);
  await post(`/${board}/invites`, { viewpoint: 'everyone', role: 'viewer', label: canary('invite') }, token);
  await post(`/${board}/elements`, nodes, canary('token'));
  const socket = new WebSocket(`ws://127.0.0.1:${server.port}/sync/${board}/everyone`, [
    'cellboard.v1',
    token,
  ]);
  await once(socket, 'open');
  socket.send(new TextEncoder().encode(canary('frame')));
  await once(socket, 'close');
  const { stderr } = await server.kill('SIGTERM');
  expect(stderr).toContain('"msg":"request"');
  for (const hidden of ['canary', token, secret.split('.')[1] ?? 'secret'])
    expect(stderr).not.toContain(hidden);
});
