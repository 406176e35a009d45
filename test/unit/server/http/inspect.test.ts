/** `/dev/inspect`: what it tells, to whom, and that the built server and page have nothing of it. */
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
// @ts-expect-error: the starter's scripts are plain JavaScript.
import { ensureBuilt } from '../../../../server/build.mjs';
import { inspect } from '../../../../server/http/inspect.ts';
import { liveServer } from '../../../helpers/liveServer.ts';
import { startServer } from '../../../helpers/server.ts';

describe('the inspector of a server under development', () => {
  it('tells of each open room its connections, views and last turn, and no secret or text', async () => {
    const server = await liveServer(undefined, {
      front: async ({ rooms }) => ({
        serve: (request, response) => void inspect(rooms, { request, response }),
        close: async () => {},
      }),
    });
    const ask = async () => (await server.call('GET', '/dev/inspect')).body as Record<string, unknown>;
    expect(await ask()).toEqual({ rooms: [] });
    const made = await server.call('POST', '/api/boards', { body: { title: 'canary-title' } });
    const { board = '', secret = '' } = made.body as Record<string, string>;
    const entered = await server.call('POST', `/api/boards/${board}/session`, { body: { secret } });
    const { token = '' } = entered.body as Record<string, string>;
    const nodes = [{ kind: 'person', label: 'canary-label' }];
    await server.call('POST', `/api/boards/${board}/elements`, { token, body: { nodes } });
    const address = `ws://127.0.0.1:${server.port}/sync/${board}/facilitator`;
    const socket = new WebSocket(address, ['cellboard.v1', token]);
    await once(socket, 'message');
    const answer = await ask();
    expect(answer).toMatchObject({
      rooms: [
        {
          board,
          nodes: 1,
          links: 0,
          connections: [{ role: 'facilitator', viewpoint: 'facilitator', looksOnly: false }],
          views: [{ viewpoint: 'facilitator', epoch: 1, elements: 1, readers: 1, dirtyElements: 0 }],
          lastTurn: { rooms: 1, collectMs: expect.any(Number), commitMs: expect.any(Number) },
        },
      ],
    });
    const text = JSON.stringify(answer);
    for (const hidden of ['canary', secret, token]) expect(text).not.toContain(hidden);
    socket.terminate();
    await server.stop();
  });

  it.each<[string, string, Record<string, string>, boolean]>([
    ['from this machine', '127.0.0.1', {}, true],
    ['from this machine over IPv6', '::1', {}, true],
    ['from this machine, written in IPv6', '::ffff:127.0.0.1', {}, true],
    ['from the network', '192.0.2.7', {}, false],
    ['through a proxy on this machine', '127.0.0.1', { 'x-forwarded-for': '192.0.2.7' }, false],
    ['under a name of elsewhere', '127.0.0.1', { host: 'rebound.example' }, false],
    ['from nowhere', '', {}, false],
  ])('answers %s: %s', async (_whence, remoteAddress, headers, isAnswered) => {
    const server = createServer((request, response) => {
      Object.defineProperty(request.socket, 'remoteAddress', { value: remoteAddress });
      inspect({ reports: () => [] }, { request, response });
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    // Not fetch, which would not send a Host of ours.
    const [answer] = await once(get({ port, path: '/dev/inspect?pretty', headers }), 'response');
    server.closeAllConnections();
    server.close();
    expect(answer.statusCode).toBe(isAnswered ? 200 : 404);
  });

  it('leaves other paths alone', () => {
    const request = { url: '/dev/inspector' } as never;
    expect(inspect({ reports: () => [] }, { request, response: {} as never })).toBe(false);
  });
});

describe('what is built', () => {
  beforeAll(() => expect(ensureBuilt()).toBe(true), 120_000);

  it('answers /dev/inspect with 404', async () => {
    const server = await startServer();
    const answer = await fetch(`${server.url}/dev/inspect`);
    await server.stop();
    expect(answer.status).toBe(404);
  });

  it('holds no inspector, neither of the server nor of the page', () => {
    expect(readFileSync('dist/server/main.js', 'utf8')).not.toMatch(/dev\/inspect/);
    const scripts = readdirSync('dist/client/assets').filter((name) => name.endsWith('.js'));
    expect(scripts.length).toBeGreaterThan(10);
    for (const name of scripts)
      expect(readFileSync(`dist/client/assets/${name}`, 'utf8'), name).not.toMatch(/window\.cellboard\b/);
  });
});
