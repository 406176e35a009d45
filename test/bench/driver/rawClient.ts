/**
 * A WebSocket client that does as little as it can: a socket, a mask, headers of frames. It reads no message
 * that nobody asked for, so that two hundred of them leave the driver time to spare.
 */
import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';

const MASK = Uint8Array.of(0x37, 0xfa, 0x21, 0x3d);
const OPCODE = { binary: 2, close: 8, ping: 9, pong: 10 } as const;

export interface RawClientOptions {
  readonly port: number;
  readonly path: string;
  readonly protocols?: readonly string[];
}

export class RawClient {
  /** Called with each message; absent, messages are counted and dropped. */
  onMessage: ((message: Buffer) => void) | null = null;
  onClose: ((why: string) => void) | null = null;
  frames = 0;
  bytes = 0;
  readonly #socket: Socket;
  #rest: Buffer[] = [];
  #restLength = 0;
  /** Bytes that must be there before the next frame is whole. */
  #needed = 2;
  #isEnded = false;

  private constructor(socket: Socket) {
    this.#socket = socket;
  }

  static open({ port, path, protocols = [] }: RawClientOptions): Promise<RawClient> {
    return new Promise((resolve, reject) => {
      const socket = connect({ port, host: '127.0.0.1', noDelay: true });
      const key = randomBytes(16).toString('base64');
      const lines = [
        `GET ${path} HTTP/1.1`,
        `Host: 127.0.0.1:${port}`,
        'Upgrade: websocket',
        'Connection: Upgrade',
        `Sec-WebSocket-Key: ${key}`,
        'Sec-WebSocket-Version: 13',
        ...(protocols.length > 0 ? [`Sec-WebSocket-Protocol: ${protocols.join(', ')}`] : []),
      ];
      socket.on('connect', () => socket.write(`${lines.join('\r\n')}\r\n\r\n`));
      socket.on('error', reject);
      let head = Buffer.alloc(0);
      const onHead = (data: Buffer) => {
        head = Buffer.concat([head, data]);
        const end = head.indexOf('\r\n\r\n');
        if (end < 0) return;
        socket.off('data', onHead);
        socket.off('error', reject);
        if (!head.subarray(0, 12).toString().includes('101')) {
          reject(new Error(`refused: ${head.subarray(0, end).toString()}`));
          return;
        }
        const client = new RawClient(socket);
        socket.on('data', (chunk: Buffer) => client.#read(chunk));
        socket.on('error', () => {});
        socket.on('close', () => client.#ended('closed'));
        resolve(client);
        // After whoever waits has said what is to become of messages.
        if (head.length > end + 4) setImmediate(() => client.#read(head.subarray(end + 4)));
      };
      socket.on('data', onHead);
    });
  }

  send(message: Uint8Array): void {
    this.#socket.write(frameOf(message, OPCODE.binary));
  }

  /** Several messages in one write, each a frame of its own. */
  sendAll(messages: readonly Uint8Array[]): void {
    if (messages.length === 0) return;
    this.#socket.write(Buffer.concat(messages.map((message) => frameOf(message, OPCODE.binary))));
  }

  close(): void {
    this.#isEnded = true;
    this.#socket.destroy();
  }

  #ended(why: string): void {
    if (this.#isEnded) return;
    this.#isEnded = true;
    if (this.onClose === null) throw new Error(`A client was cut off: ${why}`);
    this.onClose(why);
  }

  #read(chunk: Buffer): void {
    this.#rest.push(chunk);
    this.#restLength += chunk.length;
    if (this.#restLength < this.#needed) return;
    const data = this.#rest.length === 1 ? chunk : Buffer.concat(this.#rest, this.#restLength);
    let at = 0;
    for (;;) {
      const left = data.length - at;
      const needed = left < 2 ? 2 : frameLength(data, at, left);
      if (left < needed) {
        this.#needed = needed;
        break;
      }
      this.#frame(data, at, needed);
      at += needed;
    }
    this.#rest = at === data.length ? [] : [data.subarray(at)];
    this.#restLength = data.length - at;
  }

  #frame(data: Buffer, at: number, length: number): void {
    const opcode = (data[at] ?? 0) & 15;
    this.bytes += length;
    const short = (data[at + 1] ?? 0) & 127;
    const head = short < 126 ? 2 : short === 126 ? 4 : 10;
    if (opcode === OPCODE.binary) {
      this.frames += 1;
      this.onMessage?.(data.subarray(at + head, at + length));
    } else if (opcode === OPCODE.ping) {
      this.#socket.write(frameOf(data.subarray(at + head, at + length), OPCODE.pong));
    } else if (opcode === OPCODE.close) {
      this.#ended(`code ${length > head + 1 ? data.readUInt16BE(at + head) : 'none'}`);
    }
  }
}

/** The length of a frame that begins here, or of as much of its head as has to come first. */
function frameLength(data: Buffer, at: number, left: number): number {
  const short = (data[at + 1] ?? 0) & 127;
  if (short < 126) return 2 + short;
  if (short === 126) return left < 4 ? 4 : 4 + data.readUInt16BE(at + 2);
  return left < 10 ? 10 : 10 + Number(data.readBigUInt64BE(at + 2));
}

function frameOf(message: Uint8Array, opcode: number): Buffer {
  const { length } = message;
  const head = length < 126 ? 6 : length < 65_536 ? 8 : 14;
  const frame = Buffer.allocUnsafe(head + length);
  frame[0] = 0x80 | opcode;
  if (length < 126) frame[1] = 0x80 | length;
  else if (length < 65_536) {
    frame[1] = 0x80 | 126;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = 0x80 | 127;
    frame.writeBigUInt64BE(BigInt(length), 2);
  }
  frame.set(MASK, head - 4);
  for (let index = 0; index < length; index += 1) {
    frame[head + index] = (message[index] ?? 0) ^ (MASK[index & 3] ?? 0);
  }
  return frame;
}
