/** The WebSocket end on a real port with a fake board behind it, and plain clients to try it with. */

import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { Registry } from 'prom-client';
import { onTestFinished } from 'vitest';
import { type ClientOptions, WebSocket } from 'ws';
import { SocketEndpoint, type SocketLimits, type SocketOptions } from '../../server/ws/socket.ts';
import { SUBPROTOCOL } from '../../shared/protocol.ts';
import { type AccessBench, accessBench } from './accessBench.ts';
import { type FakeHandle, FakeRoom, fakeRooms } from './fakeRoom.ts';

export const LIMITS: SocketLimits = {
  maxConnectionsPerAddress: 100,
  maxConnectionsPerSession: 100,
  maxConnectionsPerBoard: 100,
  maxMessagesPerSecond: 300,
  sessionCpuPercent: 25,
};

export interface SocketBench extends AccessBench {
  readonly roomApi: FakeRoom;
  readonly endpoint: SocketEndpoint;
  readonly metrics: Registry;
  readonly port: number;
  /** A client on its way, with the token given; without one it offers the subprotocol alone. */
  client(path: string, given?: { token?: string; protocols?: string[]; options?: ClientOptions }): WebSocket;
  /** A facilitator's client and the connection it was given. */
  joined(viewpoint?: string): Promise<{ client: WebSocket; handle: FakeHandle; token: string }>;
}

export async function socketBench(given: Partial<SocketOptions> = {}): Promise<SocketBench> {
  const bench = await accessBench();
  const roomApi = new FakeRoom();
  const metrics = new Registry();
  const endpoint = new SocketEndpoint({
    ...bench,
    roomProvider: fakeRooms({ [bench.board]: roomApi }),
    origins: { publicUrl: null, allowedOrigins: [] },
    log: pino({ level: 'silent' }),
    metrics,
    addressOf: ({ socket }) => socket.remoteAddress ?? '',
    limits: LIMITS,
    ...given,
  });
  const server = createServer();
  server.on('upgrade', (request, socket, head) => endpoint.upgrade(request, { socket, head }));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const clients = new Set<WebSocket>();
  onTestFinished(async () => {
    for (const client of clients) client.terminate();
    await endpoint.close();
    server.close();
  });

  const client: SocketBench['client'] = (path, { token, protocols, options } = {}) => {
    const offered = protocols ?? [SUBPROTOCOL, ...(token === undefined ? [] : [token])];
    const made = new WebSocket(`ws://127.0.0.1:${port}${path}`, offered, options);
    // A refused upgrade is an error and then a close; tests wait for the close.
    made.on('error', () => {});
    clients.add(made);
    return made;
  };

  const joined: SocketBench['joined'] = async (viewpoint = 'facilitator') => {
    const token = await bench.enter(bench.invite);
    const taken = new Promise<FakeHandle>((resolve) => {
      roomApi.onJoin = resolve;
    });
    const made = client(`/sync/${bench.board}/${viewpoint}`, { token });
    const [handle] = await Promise.all([taken, once(made, 'open')]);
    return { client: made, handle, token };
  };

  return { ...bench, roomApi, endpoint, metrics, port, client, joined };
}

/** The code and reason a socket is closed with. */
export async function closed(client: WebSocket): Promise<{ code: number; reason: string }> {
  const [code, reason] = await once(client, 'close');
  return { code, reason: String(reason) };
}

/** The next message of a socket, as numbers. */
export async function message(client: WebSocket): Promise<number[]> {
  const [data] = await once(client, 'message');
  return [...(data as Buffer)];
}

/** The next frame a connection receives. */
export function received(handle: FakeHandle): Promise<number[]> {
  return new Promise((resolve) => {
    handle.onReceive = (frame) => resolve([...frame]);
  });
}

/** Resolves when the room is left. */
export function left(handle: FakeHandle): Promise<void> {
  return new Promise((resolve) => {
    const { leave } = handle;
    handle.leave = () => {
      leave.call(handle);
      resolve();
    };
  });
}
