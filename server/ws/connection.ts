/**
 * One WebSocket and the room connection behind it. It lets frames through both ways, within limits, and turns every
 * failure on the wire into one of Cellboard's close codes. Until the room connection is attached the socket is not
 * read from, so that what a peer sends early waits in its own buffers.
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

/** So many bytes may wait to be sent before a peer counts as too slow. */
const MAX_BUFFERED_BYTES = 16 * 1024 * 1024;

/** An awareness message without entries: the stock provider closes itself when it hears nothing for 30 s. */
const KEEP_ALIVE = Uint8Array.of(MESSAGE.awareness, 1, 0);

const NOTHING = new Uint8Array();

const CLOSE_NAMES = new Map<number, CloseName>(
  Object.entries(CLOSE).map(([name, code]) => [code, name as CloseName]),
);

/** A socket that closes with Cellboard's codes where the library found a violation of the WebSocket protocol. */
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
  readonly onFrame: (way: 'in' | 'out', bytes: number) => void;
  /** Called once, when the socket is closed for good. */
  readonly onClosed: (code: number) => void;
}

/** What is attached with a room connection. */
export interface ConnectionHooks {
  /** Called once the room connection is left. */
  readonly onLeft: () => void;
  /** Told what a message cost; false when it was one too many. */
  readonly pay: (cost: { workMs: number; bytes: number }) => boolean;
  /** The sources of work that share a slice of each turn: what comes from there waits its turn together. */
  readonly sources: readonly string[];
}

export class SocketConnection implements Transport {
  readonly #socket: WebSocket;
  readonly #stream: Duplex;
  readonly #clock: () => number;
  readonly #onFrame: SocketConnectionOptions['onFrame'];
  readonly #rate: TokenBucket;
  readonly #stopwatch: SocketConnectionOptions['stopwatch'];
  #handle: ConnectionHandle | null = null;
  #pay: ConnectionHooks['pay'] = () => true;
  #onLeft: (() => void) | null = null;
  #isOpen = true;
  /** Chunks that wait for the end of a batch; null outside of one. */
  #batch: Uint8Array[] | null = null;
  /** Whether the peer answered the last ping. */
  #isAlive = true;
  /** Frames that wait for another turn of the event loop, because their source has had its slice of this one. */
  #inbox: Uint8Array[] = [];
  /** Which of them comes next. */
  #next = 0;
  #isDeferred = false;
  /** The peer is gone; what it had sent before is still worked off. */
  #closeCode: number | null = null;
  readonly #onClosed: (code: number) => void;
  readonly #slices: TurnSlices;
  #sources: readonly string[] = [];

  constructor(options: SocketConnectionOptions) {
    const { socket, stream, clock, maxMessagesPerSecond: perSecond, stopwatch, onFrame, onClosed } = options;
    this.#onClosed = onClosed;
    this.#slices = options.slices;
    this.#stopwatch = stopwatch;
    this.#socket = socket;
    this.#stream = stream;
    this.#clock = clock;
    this.#onFrame = onFrame;
    this.#rate = new TokenBucket(
      { perSecond, burst: Math.max(WIRE_LIMITS.messageBurst, perSecond) },
      clock(),
    );
    socket.pause();
    socket.on('message', (data, isBinary) => this.#receive(data, isBinary));
    socket.on('pong', () => {
      this.#isAlive = true;
    });
    // The socket closes after any error.
    socket.on('error', () => {});
    socket.on('close', (code) => {
      this.#closeCode = code;
      if (this.#inbox.length === this.#next || !this.#isOpen) this.#end();
    });
  }

  /** Takes the room connection and starts reading. If the socket is closed already, it leaves at once. */
  attach(handle: ConnectionHandle, { onLeft, pay, sources }: ConnectionHooks): void {
    this.#handle = handle;
    this.#sources = sources;
    this.#onLeft = onLeft;
    this.#pay = pay;
    if (this.#isOpen) this.#socket.resume();
    else this.#leave();
  }

  /**
   * Written to the stream itself, past the library's sender, which would frame it anew for each connection. The
   * two never mix within a frame: without compression the sender writes whole frames at once, too.
   */
  send(message: Uint8Array): void {
    if (!this.#isOpen || this.#socket.readyState !== WebSocket.OPEN) return;
    this.#onFrame('out', message.length);
    if (this.#batch !== null) this.#batch.push(...framed(message));
    else this.#write(framed(message));
  }

  batch(send: () => void): void {
    const batch: Uint8Array[] = [];
    this.#batch = batch;
    send();
    this.#batch = null;
    if (this.#isOpen) this.#write(batch);
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
    if (!this.#isOpen) return;
    this.#isOpen = false;
    // Reads on, for the peer's answer to the close.
    this.#socket.resume();
    this.#socket.close(code, CLOSE_NAMES.get(code));
    // Later, because the room itself may be iterating over its connections.
    queueMicrotask(() => this.#leave());
  }

  /** Closes later where need be, because the room is in the middle of its turn. */
  charge(workMs: number): void {
    this.#slices.worked(this.#sources, workMs);
    if (!this.#pay({ workMs, bytes: 0 })) queueMicrotask(() => this.close(CLOSE.tooFast));
  }

  keepAlive(): void {
    if (this.#handle !== null) this.send(KEEP_ALIVE);
  }

  /** Asks whether the peer is still there; gives up on one that did not answer the last time. */
  probe(): void {
    if (!this.#isAlive) return this.#socket.terminate();
    this.#isAlive = false;
    if (this.#socket.readyState === WebSocket.OPEN) this.#socket.ping();
  }

  terminate(): void {
    this.#socket.terminate();
  }

  #receive(data: WebSocket.RawData, isBinary: boolean): void {
    if (!this.#isOpen || !this.#withinRate()) return;
    if (!isBinary || !(data instanceof Uint8Array)) return this.close(CLOSE.malformed);
    this.#onFrame('in', data.length);
    this.#inbox.push(data);
    if (!this.#isDeferred) this.#drainInbox();
  }

  /** Works off what came, as far as the sources have a slice of this turn left; the rest waits for the next. */
  #drainInbox(): void {
    let hasWorked = false;
    while (this.#isOpen && this.#next < this.#inbox.length) {
      if (!this.#slices.mayWork(this.#sources)) return this.#defer(hasWorked);
      hasWorked = true;
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
    if (this.#closeCode !== null) this.#end();
    else if (this.#isOpen) this.#socket.resume();
  }

  #defer(hasWorked: boolean): void {
    this.#isDeferred = true;
    this.#socket.pause();
    const drain = () => {
      this.#isDeferred = false;
      this.#drainInbox();
    };
    this.#slices.defer(drain, { hasWorked });
  }

  /** The peer is gone and everything it said is worked off. */
  #end(): void {
    const code = this.#closeCode;
    if (code === null) return;
    this.#closeCode = null;
    this.#leave();
    this.#onClosed(code);
  }

  #withinRate(): boolean {
    if (this.#rate.take(this.#clock())) return true;
    this.close(CLOSE.tooFast);
    return false;
  }

  #leave(): void {
    this.#isOpen = false;
    this.#handle?.leave();
    this.#onLeft?.();
    this.#handle = null;
    this.#onLeft = null;
  }
}
