/**
 * What differs between the servers on the wire: where a room is, what a client says first, and what stands
 * before each message of the y-websocket protocol that they all speak.
 */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';

export const SYNC = { step1: 0, step2: 1, update: 2 } as const;

/** A room as clients enter it. */
export interface Room {
  readonly name: string;
  /** A session's token, where the server wants one. */
  readonly token: string;
}

export interface Wire {
  path(room: Room): string;
  protocols(room: Room): readonly string[];
  /** Said before anything else. */
  greeting(room: Room): readonly Uint8Array[];
  /** Bytes before each message. */
  prefix(room: Room): Uint8Array;
}

const NOTHING = new Uint8Array();

export const CELLBOARD: Wire = {
  path: ({ name }) => `/sync/${name}`,
  protocols: ({ token }) => ['cellboard.v1', token],
  greeting: () => [],
  prefix: () => NOTHING,
};

export const Y_WEBSOCKET: Wire = {
  path: ({ name }) => `/${name}`,
  protocols: () => [],
  greeting: () => [],
  prefix: () => NOTHING,
};

export const HOCUSPOCUS: Wire = {
  path: () => '/',
  protocols: () => [],
  greeting: ({ name }) => [
    encoding.encode((encoder) => {
      encoding.writeVarString(encoder, name);
      encoding.writeVarUint(encoder, 2);
      encoding.writeVarUint(encoder, 0);
      encoding.writeVarString(encoder, 'bench');
      encoding.writeVarString(encoder, '4.7.0');
    }),
  ],
  prefix: ({ name }) => encoding.encode((encoder) => encoding.writeVarString(encoder, name)),
};

export function syncMessage(prefix: Uint8Array, type: number, payload: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeUint8Array(encoder, prefix);
    encoding.writeVarUint(encoder, 0);
    encoding.writeVarUint(encoder, type);
    encoding.writeVarUint8Array(encoder, payload);
  });
}

/** The payload of a sync message with its type; null for anything else. */
export function readSync(
  message: Uint8Array,
  prefix: Uint8Array,
): { type: number; payload: Uint8Array } | null {
  const decoder = decoding.createDecoder(message);
  decoder.pos = prefix.length;
  const kind = decoding.readVarUint(decoder);
  if (kind !== 0 && kind !== 4) return null;
  const type = decoding.readVarUint(decoder);
  return { type, payload: decoding.readVarUint8Array(decoder) };
}
