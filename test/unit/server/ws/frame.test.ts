import type { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import * as ws from 'ws';
import { framed } from '../../../../server/ws/frame.ts';

/** By name, because the library's types leave it out. */
const { Receiver } = ws as unknown as { Receiver: new (options: { isServer: boolean }) => Writable };

/** The messages that the library reads from the bytes. */
function messagesIn(bytes: Uint8Array): Promise<Buffer[]> {
  const messages: Buffer[] = [];
  const receiver = new Receiver({ isServer: false });
  receiver.on('message', (message: Buffer, isBinary: boolean) => {
    if (isBinary) messages.push(message);
  });
  return new Promise((resolve, reject) => {
    receiver.on('error', reject);
    receiver.end(bytes, () => resolve(messages));
  });
}

describe('a framed message', () => {
  it.each([0, 1, 125, 126, 16_384, 16_385, 65_535, 65_536, 300_000])(
    'is read back whole (%i bytes)',
    async (length) => {
      const message = Uint8Array.from({ length }, (_, index) => index % 251);
      const [read, ...more] = await messagesIn(Buffer.concat(framed(message)));
      expect(more).toEqual([]);
      expect(read?.equals(message)).toBe(true);
    },
  );

  it('is put together once, however many it goes to', () => {
    const message = Uint8Array.of(1, 2, 3);
    expect(framed(message)).toBe(framed(message));
  });
});
