/**
 * Puts the server together: store, access, boards, HTTP and sockets on one port. It reads no environment and
 * prints nothing. Whatever was started before a later step fails is stopped again.
 */
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { type AddressInfo, isIPv6 } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { Logger } from 'pino';
import type { RandomBytes } from '../shared/model/ids.ts';
import { Access } from './access/access.ts';
import { loadKey } from './access/key.ts';
import type { Config } from './config.ts';
import { exampleLink } from './exampleBoard.ts';
import { httpApp } from './http/app.ts';
import { Metrics } from './http/metrics.ts';
import type { Page } from './http/page.ts';
import { refuseUpgrade, SocketEndpoint } from './http/socket.ts';
import { Lobby } from './room/lobby.ts';
import { errorCode, StartError } from './startError.ts';
import { openSqlite } from './store/sqlite.ts';

/** Serves the page itself, such as a development server: all that the application does not. */
export type Front = (server: Server) => Promise<RequestListener>;

export interface ServerOptions {
  readonly config: Config;
  readonly log: Logger;
  readonly page: Page | null;
  readonly front?: Front;
}

export interface RunningServer {
  /** The origin that people open. */
  readonly url: string;
  readonly exampleLink: string;
  /** Finishes what is under way, tells everybody connected, and lets go of the data directory. */
  stop(): Promise<void>;
}

const TIDY_MS = 60 * 60 * 1_000;
/** How long requests under way have to finish when the server stops. */
const FAREWELL_MS = 3_000;
const REQUEST_TIMEOUT_MS = 60_000;

const clock = () => Date.now();
const random: RandomBytes = (bytes) => crypto.getRandomValues(bytes as Uint8Array<ArrayBuffer>);

export async function startServer({ config, log, page, front }: ServerOptions): Promise<RunningServer> {
  const store = openSqlite(config.dataDir);
  try {
    const key = loadKey({ given: config.key, dir: config.dataDir, random });
    const access = new Access({ store, key, clock, random });
    const making = { store, access, clock, random };
    const lobby = new Lobby({ store, log, now: clock });
    const metrics = new Metrics();
    metrics.gauge('cellboard_rooms', { help: 'Open boards.', read: () => lobby.roomCount });
    metrics.gauge('cellboard_resident_bytes', {
      help: 'Memory of the process.',
      read: () => process.memoryUsage.rss(),
    });

    let stopping = false;
    const shared = { access, halls: lobby, origins: config, clock, log, metrics };
    const ready = () => !stopping && lobby.isHealthy;
    const app = getRequestListener(httpApp({ ...shared, making, page, ready }).fetch);
    const sockets = new SocketEndpoint({ ...shared, maxPerAddress: config.maxConnectionsPerAddress });

    const server = createServer({ requestTimeout: REQUEST_TIMEOUT_MS });
    const other = await front?.(server);
    server.on('request', (request, response) => {
      if (other === undefined || isOurs(request)) void app(request, response);
      else other(request, response);
    });
    server.on('upgrade', (request, socket, head) => {
      if (sockets.serves(request)) sockets.upgrade(request, { socket, head });
      else if (other === undefined) refuseUpgrade(socket, '404 Not Found');
    });
    const tidying = setInterval(() => void access.tidy(), TIDY_MS);
    await access.tidy();

    try {
      await listen(server, config);
      const url = config.publicUrl ?? localUrl(config, server.address() as AddressInfo);
      return {
        url,
        exampleLink: await exampleLink(making, url),
        stop: async () => {
          stopping = true;
          clearInterval(tidying);
          const closed = closeServer(server);
          await lobby.close();
          await sockets.close();
          await closed;
          await store.close();
        },
      };
    } catch (error) {
      clearInterval(tidying);
      await lobby.close();
      await sockets.close();
      server.close();
      throw error;
    }
  } catch (error) {
    await store.close();
    throw error;
  }
}

function isOurs({ url = '' }: IncomingMessage): boolean {
  return /^\/(api|healthz|readyz|metrics)(?=[/?]|$)/.test(url);
}

function listen(server: Server, { host, port }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(listenError(error, { host, port })));
    server.listen({ host, port }, resolve);
  });
}

function listenError(error: Error, { host, port }: { host: string; port: number }): Error {
  switch (errorCode(error)) {
    case 'EADDRINUSE':
      return new StartError(
        `Port ${port} on ${host} is taken: stop what uses it, or choose another port with PORT.`,
      );
    case 'EACCES':
      return new StartError(`Port ${port} may not be opened by this user: choose one above 1023 with PORT.`);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new StartError(`This machine has no address ${host}: set HOST to one it has, or to 0.0.0.0.`);
    default:
      return error;
  }
}

/** Stops accepting at once; requests under way have a moment. */
async function closeServer(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  const giveUp = setTimeout(() => server.closeAllConnections(), FAREWELL_MS);
  await closed;
  clearTimeout(giveUp);
}

function localUrl({ host }: Config, { port }: AddressInfo): string {
  const anywhere = host === '127.0.0.1' || host === '0.0.0.0' || host === '::' || host === '::1';
  if (anywhere) return `http://localhost:${port}`;
  return `http://${isIPv6(host) ? `[${host}]` : host}:${port}`;
}
