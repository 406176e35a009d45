/**
 * Puts the server together: store, access, boards, HTTP and sockets on one port. It reads no environment and
 * prints nothing. Whatever was started before a later step fails is stopped again.
 */
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { type AddressInfo, isIPv6 } from 'node:net';
import { performance } from 'node:perf_hooks';
import { getRequestListener } from '@hono/node-server';
import type { Logger } from 'pino';
import { Gauge, type Registry } from 'prom-client';
import type { RandomBytes } from '../shared/model/ids.ts';
import { AccessControl } from './access/access.ts';
import { loadKey } from './access/key.ts';
import { openAdminSocket } from './admin/adminSocket.ts';
import type { Config } from './config.ts';
import { httpApp } from './http/app.ts';
import type { Page } from './http/page.ts';
import { readiness } from './http/readiness.ts';
import { addressOf } from './limits/address.ts';
import { roomMeter } from './metrics/roomMeter.ts';
import { exampleLink } from './provisioning/exampleBoard.ts';
import { RoomRegistry } from './room/roomRegistry.ts';
import { errorCode, StartError } from './startError.ts';
import { openSqlite } from './store/sqlite.ts';
import type { Store } from './store/store.ts';
import { refuseUpgrade, SocketEndpoint } from './ws/socket.ts';

/** Serves the page from elsewhere, such as from its sources: all that the application does not answer. */
interface Front {
  readonly serve: RequestListener;
  close(): Promise<void>;
}

export interface ServerOptions {
  readonly config: Config;
  readonly log: Logger;
  /** What it counts is added to this. */
  readonly metrics: Registry;
  readonly page: Page | null;
  /** Made for the server that it shares; it may take upgrades that are not ours. */
  readonly front?: (given: { readonly server: Server; readonly rooms: RoomRegistry }) => Promise<Front>;
}

export interface RunningServer {
  /** The origin that people open. */
  readonly url: string;
  readonly exampleLink: string;
  /** Finishes what is under way, tells everybody connected, and lets go of the data directory. */
  stop(): Promise<void>;
}

const SWEEP_INTERVAL_MS = 60 * 60 * 1_000;
/** How long requests under way have to finish when the server stops. */
const SHUTDOWN_TIMEOUT_MS = 3_000;
const REQUEST_TIMEOUT_MS = 60_000;
/** How long a connection may take to say what it wants. */
const HEADERS_TIMEOUT_MS = 10_000;

const clock = () => Date.now();
const random: RandomBytes = (bytes) => crypto.getRandomValues(bytes as Uint8Array<ArrayBuffer>);

export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const store = openSqlite(options.config.dataDir, (line) => options.log.error(line));
  try {
    const running = await serve(store, options);
    return {
      ...running,
      stop: async () => {
        await running.stop();
        await store.close();
      },
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function serve(
  store: Store,
  { config, log, metrics, page, front }: ServerOptions,
): Promise<RunningServer> {
  const key = loadKey({ given: config.key, dir: config.dataDir, random });
  const access = new AccessControl({ store, key, clock, random });
  const making = { store, access, clock, random };
  const registry = new RoomRegistry({
    store,
    log,
    now: clock,
    busyShare: loopShare(),
    meter: roomMeter(metrics),
  });
  addGauges(metrics, registry);

  let isStopping = false;
  const shared = { access, roomProvider: registry, origins: config, clock, log, metrics };
  const ready = readiness({
    store,
    clock,
    isStopping: () => isStopping,
  });
  const { trustedProxies } = config;
  const anonymous = { boards: config.anonymousBoards, templates: config.anonymousTemplates };
  const { metricsToken } = config;
  const app = getRequestListener(
    httpApp({ ...shared, trustedProxies, metricsToken, anonymous, making, page, ready }).fetch,
  );
  const sockets = new SocketEndpoint({
    ...shared,
    addressOf: (request) => addressOf(request, { proxies: trustedProxies }),
    limits: config,
  });

  const server = createServer({
    requestTimeout: REQUEST_TIMEOUT_MS,
    headersTimeout: HEADERS_TIMEOUT_MS,
    connectionsCheckingInterval: HEADERS_TIMEOUT_MS / 2,
  });
  const other = await front?.({ server, rooms: registry });
  server.on('request', (request, response) => {
    if (other === undefined || isOurs(request)) void app(request, response);
    else other.serve(request, response);
  });
  server.on('upgrade', (request, socket, head) => {
    if (sockets.serves(request)) sockets.upgrade(request, { socket, head });
    else if (other === undefined) refuseUpgrade(socket, '404 Not Found');
  });
  const tidying = setInterval(() => void sweep(access, log), SWEEP_INTERVAL_MS);

  let closeAdmin = async () => {};
  const stop = async () => {
    isStopping = true;
    clearInterval(tidying);
    await closeAdmin();
    const closed = closeServer(server);
    await other?.close();
    await registry.close();
    await sockets.close();
    await closed;
  };
  try {
    await listen(server, config);
    const url = config.publicUrl ?? localUrl(config, server.address() as AddressInfo);
    closeAdmin = await openedAdminSocket(log, config.dataDir, {
      store,
      making,
      rooms: registry,
      clock,
      origin: url,
    });
    return { url, exampleLink: await exampleLink(making, url), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Where a file system takes no sockets the server runs without an operator's one, and says so. */
async function openedAdminSocket(
  log: Logger,
  ...[dataDir, options]: Parameters<typeof openAdminSocket>
): Promise<() => Promise<void>> {
  try {
    return await openAdminSocket(dataDir, options);
  } catch (error) {
    log.warn({ err: error }, 'no socket for operators could be opened: `npm run admin` does not work');
    return async () => {};
  }
}

function addGauges(metrics: Registry, rooms: RoomRegistry): void {
  const add = (name: string, { help, read }: { help: string; read: () => number }) =>
    new Gauge({
      name,
      help,
      registers: [metrics],
      collect() {
        this.set(read());
      },
    });
  add('cellboard_views', { help: 'Open views.', read: () => rooms.viewCount });
  add('cellboard_rooms', { help: 'Open boards.', read: () => rooms.roomCount });
  add('cellboard_resident_bytes', { help: 'Memory of the process.', read: () => process.memoryUsage.rss() });
}

/** The share of time that the event loop was not waiting, since the last call. */
function loopShare(): () => number {
  let before = performance.eventLoopUtilization();
  return () => {
    const now = performance.eventLoopUtilization();
    const { utilization } = performance.eventLoopUtilization(now, before);
    before = now;
    return utilization;
  };
}

/** What cannot be tidied now is tidied the next time. */
async function sweep(access: AccessControl, log: Logger): Promise<void> {
  try {
    await access.dropEndedSessions();
  } catch (error) {
    log.warn({ err: error }, 'ended sessions could not be forgotten');
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
  const giveUp = setTimeout(() => server.closeAllConnections(), SHUTDOWN_TIMEOUT_MS);
  await closed;
  clearTimeout(giveUp);
}

function localUrl({ host }: Config, { port }: AddressInfo): string {
  const anywhere = host === '127.0.0.1' || host === '0.0.0.0' || host === '::' || host === '::1';
  if (anywhere) return `http://localhost:${port}`;
  return `http://${isIPv6(host) ? `[${host}]` : host}:${port}`;
}
