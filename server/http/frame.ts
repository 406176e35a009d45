/**
 * A message as it stands on the wire of a WebSocket: what a server sends is not masked (RFC 6455, 5.1 and 5.2),
 * so the same bytes serve everybody, and are put together once however many they go to.
 */

const FINAL_BINARY = 0x82;
/** From here on the head goes out by itself rather than the message being copied behind it. */
const COPIED_BYTES = 16 * 1024;

const known = new WeakMap<Uint8Array, readonly Uint8Array[]>();

/** Chunks to be written one after the other. The message must not change afterwards. */
export function framed(message: Uint8Array): readonly Uint8Array[] {
  let chunks = known.get(message);
  if (chunks === undefined) {
    const { length } = message;
    const head = headOf(length);
    chunks = length > COPIED_BYTES ? [head, message] : [Buffer.concat([head, message])];
    known.set(message, chunks);
  }
  return chunks;
}

function headOf(length: number): Buffer {
  if (length < 126) return Buffer.of(FINAL_BINARY, length);
  if (length < 65_536) {
    const head = Buffer.of(FINAL_BINARY, 126, 0, 0);
    head.writeUInt16BE(length, 2);
    return head;
  }
  const head = Buffer.alloc(10);
  head.set([FINAL_BINARY, 127]);
  head.writeBigUInt64BE(BigInt(length), 2);
  return head;
}
