/**
 * The wire grammar: what a frame from a client means, and how what the server says is framed. Messages 0, 1
 * and 3 are y-websocket's, 16 is a notice. Reading never throws: a frame that makes no sense is null.
 */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { MESSAGE, type Notice } from '../../shared/protocol.ts';
import { decodeState } from '../yjs/viewDoc.ts';

const SYNC = { step1: 0, step2: 1, update: 2 } as const;

/** Entries of one awareness message: a stock client repeats what it hears about all others. */
const MAX_PRESENCE_ENTRIES = 5_000;

export interface PresenceEntry {
  readonly client: number;
  readonly clock: number;
  /** Null when the client has left. Still JSON text: most entries are echoes, which need no parsing. */
  readonly state: string;
}

export type Incoming =
  | { type: 'step1'; state: ReadonlyMap<number, number>; encodedState: Uint8Array }
  /** `answers`: it is all that a client has and the server asked for, not one more change. */
  | { type: 'update'; update: Uint8Array; answers: boolean }
  | { type: 'presence'; entries: readonly PresenceEntry[] }
  | { type: 'query' };

export function read(frame: Uint8Array): Incoming | null {
  try {
    const decoder = decoding.createDecoder(frame);
    switch (decoding.readVarUint(decoder)) {
      case MESSAGE.sync:
        return readSync(decoder);
      case MESSAGE.awareness:
        return readPresence(decoding.readVarUint8Array(decoder));
      case MESSAGE.queryAwareness:
        return { type: 'query' };
      default:
        return null;
    }
  } catch {
    return null;
  }
}

function readSync(decoder: decoding.Decoder): Incoming | null {
  const type = decoding.readVarUint(decoder);
  switch (type) {
    case SYNC.step1: {
      const encodedState = decoding.readVarUint8Array(decoder);
      return { type: 'step1', state: decodeState(encodedState), encodedState };
    }
    case SYNC.step2:
    case SYNC.update:
      return { type: 'update', update: decoding.readVarUint8Array(decoder), answers: type === SYNC.step2 };
    default:
      return null;
  }
}

function readPresence(bytes: Uint8Array): Incoming | null {
  const decoder = decoding.createDecoder(bytes);
  const count = decoding.readVarUint(decoder);
  if (count > MAX_PRESENCE_ENTRIES) return null;
  const entries: PresenceEntry[] = [];
  for (let index = 0; index < count; index += 1) {
    const client = decoding.readVarUint(decoder);
    const clock = decoding.readVarUint(decoder);
    entries.push({ client, clock, state: decoding.readVarString(decoder) });
  }
  return { type: 'presence', entries };
}

/**
 * Types, each below 128, and a payload with its length before it. Put together in place: lib0 would ask for memory
 * twice for each of these small frames, which are most of what a server sends.
 */
function messageFrame(types: readonly number[], payload: Uint8Array): Uint8Array {
  const length = payload.length;
  const frame = Buffer.allocUnsafe(types.length + varUintBytes(length) + length);
  let at = 0;
  for (const type of types) frame[at++] = type;
  let left = length;
  for (; left > 127; left = Math.floor(left / 128)) frame[at++] = 128 | (left & 127);
  frame[at++] = left;
  frame.set(payload, at);
  return frame;
}

function varUintBytes(value: number): number {
  let bytes = 1;
  for (let left = value; left > 127; left = Math.floor(left / 128)) bytes += 1;
  return bytes;
}

const syncFrame = (type: number, payload: Uint8Array) => messageFrame([MESSAGE.sync, type], payload);

/** Asks a client for what the server lacks. */
export const step1Frame = (state: Uint8Array): Uint8Array => syncFrame(SYNC.step1, state);

/** Answers a client's state vector with what it lacks. */
export const step2Frame = (update: Uint8Array): Uint8Array => syncFrame(SYNC.step2, update);

export const updateFrame = (update: Uint8Array): Uint8Array => syncFrame(SYNC.update, update);

export function noticeFrame(notice: Notice): Uint8Array {
  return messageFrame([MESSAGE.notice], Buffer.from(JSON.stringify(notice)));
}

export function presenceFrame(entries: readonly PresenceEntry[]): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.awareness);
    const payload = encoding.encode((inner) => {
      encoding.writeVarUint(inner, entries.length);
      for (const { client, clock, state } of entries) {
        encoding.writeVarUint(inner, client);
        encoding.writeVarUint(inner, clock);
        encoding.writeVarString(inner, state);
      }
    });
    encoding.writeVarUint8Array(encoder, payload);
  });
}
