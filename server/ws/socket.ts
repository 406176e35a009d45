/**
 * The WebSocket end: upgrades, admission, beats and shutdown. An upgrade of ours is always accepted and then
 * closed with a code where need be, because browsers show a page no more of a refused one than that it failed.
 */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Logger } from 'pino';
import { Counter, Gauge, type Registry } from 'prom-client';
import { type WebSocket, WebSocketServer } from 'ws';
import { CLOSE } from '../../shared/closeCodes.ts';
import { SUBPROTOCOL, WIRE_LIMITS } from '../../shared/protocol.ts';
import type { AccessControl } from '../access/access.ts';
import { Expiries } from '../access/expiries.ts';
import { network } from '../limits/address.ts';
import { CostAccounts, type Payer } from '../limits/costAccounts.ts';
import { type OriginRule, originServes } from '../limits/origin.ts';
import { Stopwatch } from '../limits/stopwatch.ts';
import { Tallies } from '../limits/tallies.ts';
import { TurnSlices } from '../limits/turnSlices.ts';
import { bufferedCounter } from '../metrics/bufferedCounter.ts';
import type { RoomProvider } from '../room/roomApi.ts';
import { admit, type SocketRequest } from './admission.ts';
import { CodedSocket, SocketConnection, type SocketConnectionOptions } from './connection.ts';

/** How long a peer has to answer a close. */
const CLOSE_TIMEOUT_MS = 5_000;
/** How long sockets have to go when the server stops. */
const CLOSING_TIMEOUT_MS = 2_000;

/** By name, because the library's types do not know `closeTimeout` yet. */
const SERVER_OPTIONS = {
  noServer: true,
  clientTracking: false,
  perMessageDeflate: false,
  maxPayload: WIRE_LIMITS.frameBytes,
  closeTimeout: CLOSE_TIMEOUT_MS,
  WebSocket: CodedSocket,
  handleProtocols: (protocols: Set<string>) => (protocols.has(SUBPROTOCOL) ? SUBPROTOCOL : false),
} as const;

interface Heartbeat {
  readonly keepAliveMs: number;
  readonly probeMs: number;
}

const HEARTBEAT: Heartbeat = { keepAliveMs: 15_000, probeMs: 25_000 };

export interface SocketOptions {
  readonly access: AccessControl;
  readonly roomProvider: RoomProvider;
  readonly origins: OriginRule;
  readonly clock: () => number;
  readonly log: Logger;
  readonly metrics: Registry;
  readonly addressOf: (request: IncomingMessage) => string;
  readonly limits: SocketLimits;
  /** Measures the work that a message makes. */
  readonly stopwatch?: SocketConnectionOptions['stopwatch'];
  readonly heartbeat?: Heartbeat;
}

export interface SocketLimits {
  readonly maxConnectionsPerAddress: number;
  readonly maxConnectionsPerSession: number;
  readonly maxConnectionsPerBoard: number;
  readonly maxMessagesPerSecond: number;
  readonly sessionCpuPercent: number;
}

export class SocketEndpoint {
  readonly #options: SocketOptions;
  readonly #expiries: Expiries;
  readonly #connections = new Set<SocketConnection>();
  readonly #perAddress = new Tallies();
  readonly #perSession = new Tallies();
  readonly #perBoard = new Tallies();
  readonly #accounts: CostAccounts;
  readonly #slices = new TurnSlices();
  readonly #stopwatch: SocketConnectionOptions['stopwatch'];
  readonly #server: WebSocketServer;
  readonly #timers: readonly NodeJS.Timeout[];
  readonly #closes: Counter<'code'>;
  readonly #counted: SocketConnectionOptions['counted'];
  #stopping = false;
  #emptied: (() => void) | null = null;

  constructor(options: SocketOptions) {
    const { clock, metrics, heartbeat = HEARTBEAT } = options;
    this.#options = options;
    this.#expiries = new Expiries(clock);
    this.#accounts = new CostAccounts({ percent: options.limits.sessionCpuPercent, clock });
    this.#stopwatch =
      options.stopwatch ?? new Stopwatch({ clock: () => performance.now(), processor: processorMs });
    this.#server = new WebSocketServer(SERVER_OPTIONS);
    this.#timers = [
      setInterval(() => this.#each((connection) => connection.keepAlive()), heartbeat.keepAliveMs),
      setInterval(() => this.#each((connection) => connection.probe()), heartbeat.probeMs),
    ];
    const connections = this.#connections;
    new Gauge({
      name: 'cellboard_sockets',
      help: 'Open sockets.',
      registers: [metrics],
      collect() {
        this.set(connections.size);
      },
    });
    this.#closes = new Counter({
      name: 'cellboard_sockets_closed_total',
      help: 'Sockets closed, by code.',
      labelNames: ['code'],
      registers: [metrics],
    });
    this.#counted = frameCounter(metrics);
  }

  /** Whether an upgrade is for this endpoint to answer. */
  serves(request: IncomingMessage): boolean {
    return /^\/sync(\/|$)/.test(pathOf(request));
  }

  upgrade(request: IncomingMessage, { socket, head }: { socket: Duplex; head: Buffer }): void {
    const { origin, host } = request.headers;
    if (this.#stopping) return refuseUpgrade(socket, '503 Service Unavailable');
    if (!originServes(this.#options.origins, { origin, host })) return refuseUpgrade(socket, '403 Forbidden');
    this.#server.handleUpgrade(request, socket, head, (opened) =>
      this.#connect(opened, { request, stream: socket }),
    );
  }

  /** Closes every socket as restarting; resolves when all are gone, which it sees to. */
  async close(): Promise<void> {
    this.#stopping = true;
    for (const timer of this.#timers) clearInterval(timer);
    this.#expiries.stop();
    if (this.#connections.size === 0) return;
    const emptied = new Promise<void>((resolve) => {
      this.#emptied = resolve;
    });
    this.#each((connection) => connection.close(CLOSE.restarting));
    const giveUp = setTimeout(() => this.#each((connection) => connection.terminate()), CLOSING_TIMEOUT_MS);
    await emptied;
    clearTimeout(giveUp);
  }

  #connect(socket: WebSocket, { request, stream }: { request: IncomingMessage; stream: Duplex }): void {
    const address = network(this.#options.addressOf(request));
    const open = this.#perAddress.add(address);
    const connection = new SocketConnection({
      socket,
      stream,
      clock: this.#options.clock,
      maxMessagesPerSecond: this.#options.limits.maxMessagesPerSecond,
      stopwatch: this.#stopwatch,
      slices: this.#slices,
      counted: this.#counted,
      closed: (code) => {
        this.#closes.inc({ code });
        this.#forget(connection, address);
      },
    });
    this.#connections.add(connection);
    if (open > this.#options.limits.maxConnectionsPerAddress) return connection.close(CLOSE.tooFast);
    const asked = { path: pathOf(request), query: queryOf(request), protocols: protocolsOf(request) };
    this.#handle(connection, { asked, address }).catch((error: unknown) => {
      this.#options.log.error({ err: error }, 'a socket could not be seated');
      connection.close(CLOSE.restarting);
    });
  }

  async #handle(
    connection: SocketConnection,
    { asked, address }: { asked: SocketRequest; address: string },
  ): Promise<void> {
    const { access } = this.#options;
    const admission = await admit(this.#options, asked);
    if ('refused' in admission) return connection.close(admission.refused);
    const { board, principal, roomApi } = admission;
    const { session, invite } = principal;
    const payer = { session, invite, board, address };
    const uncount = this.#count(payer);
    if (uncount === null) return connection.close(CLOSE.tooFast);
    try {
      const handle = await roomApi.join(principal, connection);
      if (handle === null) {
        uncount();
        return connection.close(CLOSE.notFound);
      }
      // A revocation from now on finds the seat; one that came between the check and the seat is found here.
      const { state } = await access.session(admission.token);
      const forget = this.#expiries.add(admission.expires, () => connection.close(CLOSE.revoked));
      const left = () => {
        forget();
        uncount();
        this.#noteSeen(principal.session);
      };
      const sources = [`address ${address}`, `board ${board}`];
      connection.sit(handle, { left, sources, pay: (cost) => this.#accounts.pay(payer, cost) });
      this.#noteSeen(principal.session);
      if (state !== 'live') connection.close(CLOSE.revoked);
      if (this.#stopping) connection.close(CLOSE.restarting);
    } catch (error) {
      uncount();
      throw error;
    }
  }

  /** Counts a connection of a session at a board, and answers what takes it back; null when it is one too many. */
  #count(payer: Payer): (() => void) | null {
    const { session, board } = payer;
    const { maxConnectionsPerSession, maxConnectionsPerBoard } = this.#options.limits;
    const isOverdrawn = !this.#accounts.pay(payer, { workMs: 0, bytes: 0 });
    const ofSession = this.#perSession.add(session);
    const ofBoard = this.#perBoard.add(board);
    let isCounted = true;
    const uncount = () => {
      if (isCounted) {
        this.#perSession.remove(session);
        this.#perBoard.remove(board);
      }
      isCounted = false;
    };
    if (!isOverdrawn && ofSession <= maxConnectionsPerSession && ofBoard <= maxConnectionsPerBoard)
      return uncount;
    uncount();
    return null;
  }

  /** A nicety for whoever lists sessions: nothing hangs on it. */
  #noteSeen(session: string): void {
    this.#options.access.seen(session).catch((error: unknown) => {
      this.#options.log.warn({ err: error }, 'when a session was seen could not be kept');
    });
  }

  #forget(connection: SocketConnection, address: string): void {
    this.#connections.delete(connection);
    this.#perAddress.remove(address);
    if (this.#connections.size === 0) this.#emptied?.();
  }

  #each(act: (connection: SocketConnection) => void): void {
    for (const connection of [...this.#connections]) act(connection);
  }
}

function frameCounter(metrics: Registry): SocketConnectionOptions['counted'] {
  const labelNames = ['way'] as const;
  const frames = bufferedCounter(metrics, {
    name: 'cellboard_frames_total',
    help: 'Frames on sockets, by direction.',
    labelNames,
  });
  const bytes = bufferedCounter(metrics, {
    name: 'cellboard_frame_bytes_total',
    help: 'Bytes of frames on sockets, by direction.',
    labelNames,
  });
  const count = (way: 'in' | 'out') => {
    const [frame, length] = [frames.series({ way }), bytes.series({ way })];
    return (by: number) => {
      frame(1);
      length(by);
    };
  };
  const ways = { in: count('in'), out: count('out') };
  return (way, length) => ways[way](length);
}

function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

/** Answers an upgrade that is not to be one, and hangs up. */
export function refuseUpgrade(socket: Duplex, status: string): void {
  socket.on('error', () => {});
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

function pathOf(request: IncomingMessage): string {
  return (request.url ?? '').split('?', 1)[0] ?? '';
}

function queryOf(request: IncomingMessage): URLSearchParams {
  const url = request.url ?? '';
  const at = url.indexOf('?');
  return new URLSearchParams(at < 0 ? '' : url.slice(at));
}

function protocolsOf(request: IncomingMessage): string[] {
  const list = request.headers['sec-websocket-protocol'] ?? '';
  return list.split(',').map((protocol) => protocol.trim());
}
