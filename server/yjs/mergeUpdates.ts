/**
 * Merges updates that one doc emitted one after the other. Yjs merges updates of any origin in any order, in time that
 * grows with the square of their number; here each client's structs only have to be put end to end, as bytes. Updates
 * that are not as expected are left to Yjs.
 *
 * The format is that of yjs 13.6, version 1 (`encoding.js` writeClientsStructs, `DeleteSet.js` writeDeleteSet).
 */
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { byClient, type Range, writeDeletions } from './deleteSet.ts';

/** `updates` in the order in which one doc emitted them. */
export function mergeUpdates(updates: readonly Uint8Array[]): Uint8Array {
  const [first] = updates;
  if (first !== undefined && updates.length === 1) return first;
  return joined(updates) ?? Y.mergeUpdates([...updates]);
}

interface Run {
  structs: number;
  readonly clock: number;
  end: number;
  readonly parts: Uint8Array[];
}

/** Null when the updates do not simply follow each other. */
function joined(updates: readonly Uint8Array[]): Uint8Array | null {
  const runs = new Map<number, Run>();
  const deleted = new Map<number, Range[]>();
  try {
    for (const update of updates) {
      const cursor = new Cursor(update);
      for (let clients = cursor.uint(); clients > 0; clients -= 1) {
        if (!readRun(cursor, runs)) return null;
      }
      readDeletions(cursor, deleted);
      if (cursor.at !== update.length) return null;
    }
  } catch (error) {
    if (error instanceof Unexpected) return null;
    throw error;
  }
  return encoding.encode((encoder) => {
    writeRuns(encoder, runs);
    writeDeletions(encoder, deleted);
  });
}

function readRun(cursor: Cursor, runs: Map<number, Run>): boolean {
  const structs = cursor.uint();
  const client = cursor.uint();
  const clock = cursor.uint();
  const from = cursor.at;
  let end = clock;
  for (let index = 0; index < structs; index += 1) end += cursor.struct();
  const part = cursor.bytes.subarray(from, cursor.at);
  const run = runs.get(client);
  if (run === undefined) {
    runs.set(client, { structs, clock, end, parts: [part] });
    return true;
  }
  if (run.end !== clock) return false;
  run.structs += structs;
  run.end = end;
  run.parts.push(part);
  return true;
}

function readDeletions(cursor: Cursor, deleted: Map<number, Range[]>): void {
  for (let clients = cursor.uint(); clients > 0; clients -= 1) {
    const client = cursor.uint();
    let ranges = deleted.get(client);
    if (ranges === undefined) {
      ranges = [];
      deleted.set(client, ranges);
    }
    for (let count = cursor.uint(); count > 0; count -= 1) {
      const clock = cursor.uint();
      ranges.push({ clock, end: clock + cursor.uint() });
    }
  }
}

function writeRuns(encoder: encoding.Encoder, runs: ReadonlyMap<number, Run>): void {
  encoding.writeVarUint(encoder, runs.size);
  for (const [client, { structs, clock, parts }] of [...runs].sort(byClient)) {
    encoding.writeVarUint(encoder, structs);
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, clock);
    for (const part of parts) encoding.writeUint8Array(encoder, part);
  }
}

class Unexpected extends Error {}

const GC = 0;
const DELETED = 1;
const STRING = 4;
const TYPE = 7;
const ANY = 8;
const SKIP = 10;
/** Y.XmlElement and Y.XmlHook have names; a view's doc has maps and texts only. */
const MAP = 1;
const TEXT = 2;

/** Steps over an update without building what it holds. */
class Cursor {
  readonly bytes: Uint8Array;
  at = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  uint(): number {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = this.#byte();
      value += (byte & 127) * factor;
      if (byte < 128) return value;
      if (factor > Number.MAX_SAFE_INTEGER) throw new Unexpected('a number without end');
    }
  }

  /** Steps over one struct; answers how many clocks it takes. */
  struct(): number {
    const info = this.#byte();
    const content = info & 31;
    if (content === GC) return this.uint();
    if (content === SKIP) throw new Unexpected('a gap');
    const hasNeighbour = (info & 0xc0) !== 0;
    if (info & 0x80) this.#id();
    if (info & 0x40) this.#id();
    if (!hasNeighbour) {
      if (this.uint() === 1) this.#skip();
      else this.#id();
      if (info & 0x20) this.#skip();
    }
    return this.#content(content);
  }

  #content(content: number): number {
    switch (content) {
      case DELETED:
        return this.uint();
      case STRING:
        return this.#text();
      case TYPE: {
        const type = this.uint();
        if (type !== MAP && type !== TEXT) throw new Unexpected('a type that a view does not have');
        return 1;
      }
      case ANY: {
        const length = this.uint();
        for (let index = 0; index < length; index += 1) this.#any();
        return length;
      }
      default:
        throw new Unexpected('content that a view does not have');
    }
  }

  /** In UTF-16 code units: what is beyond the basic plane, and takes four bytes, counts two. */
  #text(): number {
    const end = this.uint() + this.at;
    let length = 0;
    while (this.at < end) {
      const byte = this.#byte();
      if ((byte & 0xc0) !== 0x80) length += byte >= 0xf0 ? 2 : 1;
    }
    return length;
  }

  /** As lib0 writes plain values (`encoding.writeAny`). */
  #any(): void {
    switch (this.#byte()) {
      case 127:
      case 126:
      case 121:
      case 120:
        return;
      case 125:
        this.uint();
        return;
      case 124:
        this.at += 4;
        return;
      case 123:
      case 122:
        this.at += 8;
        return;
      case 119:
      case 116:
        this.#skip();
        return;
      case 118:
        for (let keys = this.uint(); keys > 0; keys -= 1) {
          this.#skip();
          this.#any();
        }
        return;
      case 117:
        for (let entries = this.uint(); entries > 0; entries -= 1) this.#any();
        return;
      default:
        throw new Unexpected('an unknown value');
    }
  }

  #id(): void {
    this.uint();
    this.uint();
  }

  #skip(): void {
    const length = this.uint();
    this.at += length;
  }

  #byte(): number {
    const byte = this.bytes[this.at];
    if (byte === undefined) throw new Unexpected('an end too soon');
    this.at += 1;
    return byte;
  }
}
