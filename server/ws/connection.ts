/**
 * One socket and the seat it leads to. It lets frames through both ways, within limits, and turns whatever goes
 * wrong on the wire into one of our close codes. Until the seat is ready the socket is not read from, so that
 * what a peer sends early waits in its own buffers.
 */
import type { Duplex } from 'node:stream';
import { WebSocket } from 'ws';
import { CLOSE, type CloseCode, type CloseName } from '../../shared/closeCodes.ts';
import { MESSAGE, WIRE_LIMITS } from '../../shared/protocol.ts';
import type { Stopwatch } from '../limits/stopwatch.ts';
import { TokenBucket } from '../limits/tokenBucket.ts';
import type { TurnSlices } from '../limits/turnSlices.ts';
import type { ConnectionHandle, Transport } from '../room/connectionHandle.ts';
import { COPIED_BYTES, framed } from './frame.ts';

/** What may wait to be sent before a peer counts as too slow. */
const MAX_BUFFERED_BYTES = 16 * 1024 * 1024;

/** A presence message about nobody: the stock provider closes itself when it hears nothing for 30 s. */
const KEEP_ALIVE = Uint8Array.of(MESSAGE.awareness, 1, 0);

const NOTHING = new Uint8Array();

const CLOSE_NAMES = new Map<number, CloseName>(
  Object.entries(CLOSE).map(([name, code]) => [code, name as CloseName]),
);

/** A socket that says with our codes what the protocol's own layer found wrong. */
export class CodedSocket extends WebSocket {
  override close(code?: number, reason?: string | Buffer): void {
    if (code === 1009) super.close(CLOSE.tooLarge, CLOSE_NAMES.get(CLOSE.tooLarge));
    else if ([1002, 1003, 1007, 1008].includes(code ?? 0)) super.close(CLOSE.malformed, 'malformed');
    else super.close(code, reason);
  }
}

export interface SocketConnectionOptions {
  readonly socket: WebSocket;
  /** What the socket writes to. */
  readonly stream: Duplex;
  readonly clock: () => number;
  readonly maxMessagesPerSecond: number;
  /** Measures the work that a message makes. */
  readonly stopwatch: Pick<Stopwatch, 'start' | 'read'>;
  /** Shares out each turn of the event loop. */
  readonly slices: TurnSlices;
  /** A frame went by. */
  readonly counted: (way: 'in' | 'out', bytes: number) => void;
  /** Called once, when the socket is closed for good. */
  readonly closed: (code: number) => void;
}

/** What taking a seat brings with it. */
export interface ConnectionHooks {
  /** Called once the seat is given up. */
  readonly left: () => void;
  /** Told what a message cost; false when it was one too many. */
  readonly pay: (cost: { workMs: number; bytes: number }) => boolean;
  /** The sources of work that share a slice of each turn: what comes from there waits its turn together. */
  readonly sources: readonly string[];
}

export class SocketConnection implements Transport {
  readonly #socket: WebSocket;
  readonly #stream: Duplex;
  readonly #clock: () => number;
  readonly #counted: SocketConnectionOptions['counted'];
  readonly #rate: TokenBucket;
  readonly #stopwatch: SocketConnectionOptions['stopwatch'];
  #handle: ConnectionHandle | null = null;
  #pay: ConnectionHooks['pay'] = () => true;
  #left: (() => void) | null = null;
  #open = true;
  /** What is sent while frames are put together. */
  #gathered: Uint8Array[] | null = null;
  /** Whether the peer answered the last ping. */
  #heard = true;
  /** Frames that wait for another turn of the event loop, because their source has had its slice of this one. */
  #inbox: Uint8Array[] = [];
  /** Which of them comes next. */
  #next = 0;
  #isDeferred = false;
  /** The peer is gone; what it had sent before is still worked off. */
  #closedWith: number | null = null;
  readonly #closed: (code: number) => void;
  readonly #slices: TurnSlices;
  #sources: readonly string[] = [];

  constructor(options: SocketConnectionOptions) {
    const { socket, stream, clock, maxMessagesPerSecond: perSecond, stopwatch, counted, closed } = options;
    this.#closed = closed;
    this.#slices = options.slices;
    this.#stopwatch = stopwatch;
    this.#socket = socket;
    this.#stream = stream;
    this.#clock = clock;
    this.#counted = counted;
    this.#rate = new TokenBucket(
      { perSecond, burst: Math.max(WIRE_LIMITS.messageBurst, perSecond) },
      clock(),
    );
    socket.pause();
    socket.on('message', (data, isBinary) => this.#take(data, isBinary));
    socket.on('pong', () => {
      this.#heard = true;
    });
    // Whatever it is, the socket closes after it.
    socket.on('error', () => {});
    socket.on('close', (code) => {
      this.#closedWith = code;
      if (this.#inbox.length === this.#next || !this.#open) this.#end();
    });
  }

  /** Takes the seat and starts reading. Closed already, it gives it up at once. */
  sit(handle: ConnectionHandle, { left, pay, sources }: ConnectionHooks): void {
    this.#handle = handle;
    this.#sources = sources;
    this.#left = left;
    this.#pay = pay;
    if (this.#open) this.#socket.resume();
    else this.#leave();
  }

  /**
   * Written to the stream itself, past the library's sender, which would frame it anew for each connection. The
   * two never mix within a frame: without compression the sender writes whole frames at once, too.
   */
  send(message: Uint8Array): void {
    if (!this.#open || this.#socket.readyState !== WebSocket.OPEN) return;
    this.#counted('out', message.length);
    if (this.#gathered !== null) this.#gathered.push(...framed(message));
    else this.#write(framed(message));
  }

  together(send: () => void): void {
    const gathered: Uint8Array[] = [];
    this.#gathered = gathered;
    send();
    this.#gathered = null;
    if (this.#open) this.#write(gathered);
  }

  /** Small chunks go out as one: to copy them costs less than to hand the kernel a list. */
  #write(chunks: readonly Uint8Array[]): void {
    const [first] = chunks;
    if (first === undefined) return;
    if (chunks.length === 1) this.#stream.write(first);
    else if (chunks.every(({ length }) => length <= COPIED_BYTES)) this.#stream.write(Buffer.concat(chunks));
    else {
      this.#stream.cork();
      for (const chunk of chunks) this.#stream.write(chunk);
      this.#stream.uncork();
    }
    if (this.#stream.writableLength > MAX_BUFFERED_BYTES) this.close(CLOSE.tooSlow);
  }

  close(code: CloseCode): void {
    if (!this.#open) return;
    this.#open = false;
    // Reads on, for the peer's answer to the close.
    this.#socket.resume();
    this.#socket.close(code, CLOSE_NAMES.get(code));
    // Later, because the room itself may be in the middle of a round of its seats.
    queueMicrotask(() => this.#leave());
  }

  /** Later, because the room is in the middle of its turn, and of whoever is in it. */
  charge(workMs: number): void {
    this.#slices.worked(this.#sources, workMs);
    if (!this.#pay({ workMs, bytes: 0 })) queueMicrotask(() => this.close(CLOSE.tooFast));
  }

  keepAlive(): void {
    if (this.#handle !== null) this.send(KEEP_ALIVE);
  }

  /** Asks whether the peer is still there; gives up on one that did not answer the last time. */
  probe(): void {
    if (!this.#heard) return this.#socket.terminate();
    this.#heard = false;
    if (this.#socket.readyState === WebSocket.OPEN) this.#socket.ping();
  }

  terminate(): void {
    this.#socket.terminate();
  }

  #take(data: WebSocket.RawData, isBinary: boolean): void {
    if (!this.#open || !this.#withinRate()) return;
    if (!isBinary || !(data instanceof Uint8Array)) return this.close(CLOSE.malformed);
    this.#counted('in', data.length);
    this.#inbox.push(data);
    if (!this.#isDeferred) this.#work();
  }

  /** Works off what came, as far as the sources have a slice of this turn left; the rest waits for the next. */
  #work(): void {
    while (this.#open && this.#next < this.#inbox.length) {
      if (!this.#slices.mayWork(this.#sources)) return this.#defer();
      const data = this.#inbox[this.#next] ?? NOTHING;
      this.#next += 1;
      this.#stopwatch.start();
      this.#handle?.receive(data);
      const workMs = this.#stopwatch.read();
      this.#slices.worked(this.#sources, workMs);
      if (!this.#pay({ workMs, bytes: data.length })) this.close(CLOSE.tooFast);
    }
    this.#inbox = [];
    this.#next = 0;
    if (this.#closedWith !== null) this.#end();
    else if (this.#open) this.#socket.resume();
  }

  #defer(): void {
    this.#isDeferred = true;
    this.#socket.pause();
    this.#slices.defer(() => {
      this.#isDeferred = false;
      this.#work();
    });
  }

  /** The peer is gone and everything it said is worked off. */
  #end(): void {
    const code = this.#closedWith;
    if (code === null) return;
    this.#closedWith = null;
    this.#leave();
    this.#closed(code);
  }

  #withinRate(): boolean {
    if (this.#rate.take(this.#clock())) return true;
    this.close(CLOSE.tooFast);
    return false;
  }

  #leave(): void {
    this.#open = false;
    this.#handle?.leave();
    this.#left?.();
    this.#handle = null;
    this.#left = null;
  }
}
