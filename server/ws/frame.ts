/**
 * A message as it stands on the wire of a WebSocket: what a server sends is not masked (RFC 6455, 5.1 and 5.2),
 * so the same bytes serve every connection, and are put together once however many they go to.
 */

const FINAL_BINARY = 0x82;
/** From here on the head goes out by itself rather than the message being copied behind it. */
export const COPIED_BYTES = 16 * 1024;
/** So many frames of late are remembered: each goes to many sockets in a row, now and then with another between. */
const MAX_REMEMBERED = 8;

interface Framed {
  readonly message: Uint8Array;
  readonly chunks: readonly Uint8Array[];
}

/** In a ring, and not in a WeakMap, whose entries cost more to collect than a small frame to put together. */
const remembered: Framed[] = [];
let next = 0;

/** Chunks to be written one after the other. The message must not change afterwards. */
export function framed(message: Uint8Array): readonly Uint8Array[] {
  for (const known of remembered) if (known.message === message) return known.chunks;
  const chunks = chunksOf(message);
  if (chunks.length > 1) return chunks;
  remembered[next] = { message, chunks };
  next = (next + 1) % MAX_REMEMBERED;
  return chunks;
}

function chunksOf(message: Uint8Array): Uint8Array[] {
  const { length } = message;
  const headBytes = length < 126 ? 2 : length < 65_536 ? 4 : 10;
  if (length > COPIED_BYTES) return [withHead(Buffer.alloc(headBytes), length), message];
  const frame = withHead(Buffer.allocUnsafe(headBytes + length), length);
  frame.set(message, headBytes);
  return [frame];
}

function withHead(frame: Buffer, length: number): Buffer {
  frame[0] = FINAL_BINARY;
  if (length < 126) frame[1] = length;
  else if (length < 65_536) {
    frame[1] = 126;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = 127;
    frame.writeBigUInt64BE(BigInt(length), 2);
  }
  return frame;
}
