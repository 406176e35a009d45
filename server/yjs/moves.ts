/**
 * The update that a drag makes: positions or sizes of nodes are replaced, and nothing else happens. Most updates by far
 * are of this kind, so they have a decoder and an encoder of their own; an update of any other kind is left to the
 * gate and to Yjs. What is decoded here is encoded anew before it is sent on.
 *
 * The format is that of yjs 13.6, version 1: structs of one client, each a plain value (`ContentAny`) behind the
 * item it replaces, and a delete set of exactly those items.
 */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { type Range, writeDeletions } from './deleteSet.ts';

/** The fields of a node that can be moved: their values are objects of numbers. */
export type MovingField = 'position' | 'size';

export function isMovingField(field: unknown): field is MovingField {
  return field === 'position' || field === 'size';
}

/** An item of one clock. */
export interface ItemId {
  readonly client: number;
  readonly clock: number;
}

/** `{x, y}` or `{width, height}`; this file does not tell which. */
export type Numbers = Readonly<Record<string, number>>;

interface ValueReplacement {
  /** The item whose value is replaced. */
  readonly origin: ItemId;
  readonly value: Numbers;
}

/** Items of one client in a row, the first at `clock`. */
export interface Moves {
  readonly client: number;
  readonly clock: number;
  readonly replacements: readonly ValueReplacement[];
}

/** So many in one update: a page may drag a whole selection. */
const MAX_MOVES = 1_000;
/** `ContentAny`, under a key, with an origin and no right origin. */
const REPLACING_ITEM = 0xa8;
const OBJECT = 118;
const INTEGER = 125;
const FLOAT32 = 124;
const FLOAT64 = 123;
/** The keys of positions and sizes, each as the bytes of a string in an update. */
const KEYS = new Map(['x', 'y', 'width', 'height'].map((key) => [key, bytesOf(key)]));

/** Null for an update that is not just that. Never throws. */
export function readMoves(update: Uint8Array): Moves | null {
  // It has structs of one client, or it is no such update: no need to look further.
  if (update[0] !== 1) return null;
  try {
    return movesFrom(decoding.createDecoder(update));
  } catch {
    return null;
  }
}

function movesFrom(decoder: decoding.Decoder): Moves | null {
  decoding.readVarUint(decoder);
  const count = decoding.readVarUint(decoder);
  if (count === 0 || count > MAX_MOVES) return null;
  const client = decoding.readVarUint(decoder);
  const clock = decoding.readVarUint(decoder);
  const replacements: ValueReplacement[] = [];
  for (let index = 0; index < count; index += 1) {
    if (decoding.readUint8(decoder) !== REPLACING_ITEM) return null;
    const origin = { client: decoding.readVarUint(decoder), clock: decoding.readVarUint(decoder) };
    const values = decoding.readVarUint(decoder);
    const value = values === 1 ? readNumbers(decoder) : null;
    if (value === null) return null;
    replacements.push({ origin, value });
  }
  if (!deletesWhatItReplaces(decoder, replacements) || decoding.hasContent(decoder)) return null;
  return { client, clock, replacements };
}

function readNumbers(decoder: decoding.Decoder): Numbers | null {
  if (decoding.readUint8(decoder) !== OBJECT) return null;
  const value: Record<string, number> = {};
  for (let keys = decoding.readVarUint(decoder); keys > 0; keys -= 1) {
    const key = readKey(decoder);
    if (key === null || key in value) return null;
    const number = readNumber(decoder);
    if (number === null) return null;
    value[key] = number;
  }
  return value;
}

/** Compares bytes: to decode the string would take as long as all the rest. */
function readKey(decoder: decoding.Decoder): string | null {
  const { arr, pos } = decoder;
  for (const [key, bytes] of KEYS) {
    if (bytes.every((byte, index) => arr[pos + index] === byte)) {
      decoder.pos += bytes.length;
      return key;
    }
  }
  return null;
}

function bytesOf(text: string): Uint8Array {
  return encoding.encode((encoder) => encoding.writeVarString(encoder, text));
}

function readNumber(decoder: decoding.Decoder): number | null {
  switch (decoding.readUint8(decoder)) {
    case INTEGER:
      return decoding.readVarInt(decoder);
    case FLOAT32:
      return decoding.readFloat32(decoder);
    case FLOAT64:
      return decoding.readFloat64(decoder);
    default:
      return null;
  }
}

/** Whether the delete set names each replaced item once, and no other. */
function deletesWhatItReplaces(
  decoder: decoding.Decoder,
  replacements: readonly ValueReplacement[],
): boolean {
  const [only] = replacements;
  if (only !== undefined && replacements.length === 1) {
    const { client, clock } = only.origin;
    return [1, client, 1, clock, 1].every((number) => decoding.readVarUint(decoder) === number);
  }
  const left = new Set(replacements.map(({ origin }) => nameOf(origin)));
  if (left.size !== replacements.length) return false;
  for (let clients = decoding.readVarUint(decoder); clients > 0; clients -= 1) {
    const client = decoding.readVarUint(decoder);
    for (let ranges = decoding.readVarUint(decoder); ranges > 0; ranges -= 1) {
      const clock = decoding.readVarUint(decoder);
      const length = decoding.readVarUint(decoder);
      if (length > left.size) return false;
      for (let offset = 0; offset < length; offset += 1)
        if (!left.delete(nameOf({ client, clock: clock + offset }))) return false;
    }
  }
  return left.size === 0;
}

const nameOf = ({ client, clock }: ItemId) => `${client} ${clock}`;

/** The update, as Yjs would write it. */
export function writeMoves({ client, clock, replacements }: Moves): Uint8Array {
  const encoder = cleared(sharedEncoder);
  for (const number of [1, replacements.length, client, clock]) encoding.writeVarUint(encoder, number);
  for (const { origin, value } of replacements) {
    encoding.writeUint8(encoder, REPLACING_ITEM);
    encoding.writeVarUint(encoder, origin.client);
    encoding.writeVarUint(encoder, origin.clock);
    encoding.writeVarUint(encoder, 1);
    writeNumbers(encoder, value);
  }
  writeDeletions(encoder, deletionsOf(replacements));
  return encoding.toUint8Array(encoder);
}

/** One for all updates: to allocate a new one costs more than to write into it. */
const sharedEncoder = encoding.createEncoder();

function cleared(encoder: encoding.Encoder): encoding.Encoder {
  encoder.cpos = 0;
  encoder.bufs = [];
  return encoder;
}

function writeNumbers(encoder: encoding.Encoder, value: Numbers): void {
  const entries = Object.entries(value);
  encoding.writeUint8(encoder, OBJECT);
  encoding.writeVarUint(encoder, entries.length);
  for (const [key, number] of entries) {
    encoding.writeUint8Array(encoder, KEYS.get(key) ?? bytesOf(key));
    encoding.writeAny(encoder, number);
  }
}

function deletionsOf(replacements: readonly ValueReplacement[]): Map<number, Range[]> {
  const deleted = new Map<number, Range[]>();
  for (const { origin } of replacements) {
    const range = { clock: origin.clock, end: origin.clock + 1 };
    const known = deleted.get(origin.client);
    if (known === undefined) deleted.set(origin.client, [range]);
    else known.push(range);
  }
  return deleted;
}
