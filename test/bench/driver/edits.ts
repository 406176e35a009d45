/**
 * Edits as bytes: a writer sets the position of one node again and again, each time one struct that replaces
 * its last and one deletion, which is what a page sends. And the other way round: how far each writer's
 * clock has come according to an update, without building anything.
 */
import * as encoding from 'lib0/encoding';

export interface ItemId {
  readonly client: number;
  readonly clock: number;
}

const CONTENT_ANY = 8;
const HAS_ORIGIN = 0x80;
const HAS_KEY = 0x20;

/** One after the other under one client id; `previous` is what the first one replaces. */
export class EditMaker {
  readonly client: number;
  clock = 0;
  #previous: ItemId;

  constructor(client: number, previous: ItemId) {
    this.client = client;
    this.#previous = previous;
  }

  next(): Uint8Array {
    const { client, clock } = this;
    const previous = this.#previous;
    const update = encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, 1);
      encoding.writeVarUint(encoder, 1);
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, clock);
      encoding.writeUint8(encoder, CONTENT_ANY | HAS_ORIGIN | HAS_KEY);
      encoding.writeVarUint(encoder, previous.client);
      encoding.writeVarUint(encoder, previous.clock);
      encoding.writeVarUint(encoder, 1);
      encoding.writeAny(encoder, { x: clock % 5_000, y: client % 1_000 });
      encoding.writeVarUint(encoder, 1);
      encoding.writeVarUint(encoder, previous.client);
      encoding.writeVarUint(encoder, 1);
      encoding.writeVarUint(encoder, previous.clock);
      encoding.writeVarUint(encoder, 1);
    });
    this.#previous = { client, clock };
    this.clock += 1;
    return update;
  }
}

/** Reads of an update only whose clocks it moves and how far. */
export class ClockReader {
  #bytes: Uint8Array = new Uint8Array();
  #at = 0;

  /** Calls back with each client of the update and the clock after its last struct. */
  read(update: Uint8Array, seen: (client: number, end: number) => void): void {
    this.#bytes = update;
    this.#at = 0;
    for (let clients = this.#uint(); clients > 0; clients -= 1) {
      let structs = this.#uint();
      const client = this.#uint();
      let clock = this.#uint();
      for (; structs > 0; structs -= 1) clock += this.#struct();
      seen(client, clock);
    }
  }

  #struct(): number {
    const info = this.#byte();
    const content = info & 31;
    if (content === 0 || content === 10) return this.#uint();
    if (info & 0x80) this.#id();
    if (info & 0x40) this.#id();
    if ((info & 0xc0) === 0) {
      if (this.#uint() === 1) this.#bytesOf();
      else this.#id();
      if (info & HAS_KEY) this.#bytesOf();
    }
    switch (content) {
      case 1:
        return this.#uint();
      case 4:
        return this.#text();
      case 7:
        return this.#type();
      case CONTENT_ANY: {
        const length = this.#uint();
        for (let index = 0; index < length; index += 1) this.#any();
        return length;
      }
      default:
        throw new Error(`An update holds content ${content}, which no edit of the bench makes.`);
    }
  }

  #text(): number {
    const length = this.#uint();
    const text = Buffer.from(this.#bytes.buffer, this.#bytes.byteOffset + this.#at, length).toString();
    this.#at += length;
    return text.length;
  }

  #type(): number {
    const type = this.#uint();
    if (type === 3 || type === 5) this.#bytesOf();
    return 1;
  }

  #any(): void {
    switch (this.#byte()) {
      case 125:
        this.#uint();
        return;
      case 124:
        this.#at += 4;
        return;
      case 123:
      case 122:
        this.#at += 8;
        return;
      case 119:
      case 116:
        this.#bytesOf();
        return;
      case 118:
        for (let keys = this.#uint(); keys > 0; keys -= 1) {
          this.#bytesOf();
          this.#any();
        }
        return;
      case 117:
        for (let entries = this.#uint(); entries > 0; entries -= 1) this.#any();
    }
  }

  #id(): void {
    this.#uint();
    this.#uint();
  }

  #bytesOf(): void {
    const length = this.#uint();
    this.#at += length;
  }

  #byte(): number {
    const byte = this.#bytes[this.#at] ?? 0;
    this.#at += 1;
    return byte;
  }

  #uint(): number {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = this.#byte();
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
  }
}
