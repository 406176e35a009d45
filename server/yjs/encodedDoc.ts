/**
 * A cache of a view's whole doc as bytes, for clients that come without any: encoded once, and then followed by a
 * tail of the updates since, because encoding a large doc takes as long as a hundred people joining. Only additions
 * and moves make a tail. What takes something away, a withdrawn element or typed characters, ends the cached bytes:
 * clients that come later must not find it in them.
 */
import * as Y from 'yjs';
import { mergeUpdates } from './mergeUpdates.ts';

/** What may be replaced in a tail: where something was is no secret to those who see where it is. */
const MOVING_FIELDS: ReadonlySet<string | null> = new Set(['position', 'size']);
const MAX_TAIL_UPDATES = 512;
/** As a share of the base. A small doc is soon encoded: there a tail is not worth the memory it takes. */
const MAX_TAIL_SHARE = 0.25;
/** A tail may always be this long. */
const MIN_TAIL_BYTES = 1024;

export interface EncodedState {
  /** The same bytes, until it is encoded anew. */
  readonly base: Uint8Array;
  /** What came after; null when nothing did. */
  readonly tail: Uint8Array | null;
}

export class EncodedDoc {
  readonly #encode: () => Uint8Array;
  #base: Uint8Array | null = null;
  #tail: Uint8Array[] = [];
  #tailBytes = 0;

  /** `encode` writes the whole doc, as it is by then. */
  constructor(encode: () => Uint8Array) {
    this.#encode = encode;
  }

  /** Takes bytes that are known to be the whole doc as it is now. */
  set(base: Uint8Array): void {
    this.#base = base;
    this.#tail = [];
    this.#tailBytes = 0;
  }

  /** A transaction has changed the doc. */
  changed(update: Uint8Array, transaction: Y.Transaction): void {
    if (this.#base === null) return;
    if (onlyAdds(transaction)) this.moved(update);
    else this.#end();
  }

  /** Something was added or moved, and nothing taken away. */
  moved(update: Uint8Array): void {
    if (this.#base === null) return;
    this.#tailBytes += update.length;
    const maxBytes = Math.max(MIN_TAIL_BYTES, this.#base.length * MAX_TAIL_SHARE);
    if (this.#tailBytes > maxBytes || this.#tail.length >= MAX_TAIL_UPDATES) this.#end();
    else this.#tail.push(update);
  }

  get whole(): EncodedState {
    if (this.#base === null) this.set(this.#encode());
    if (this.#tail.length > 1) this.#tail = [mergeUpdates(this.#tail)];
    return { base: this.#base ?? new Uint8Array(), tail: this.#tail[0] ?? null };
  }

  /** The whole doc as one update. */
  get bytes(): Uint8Array {
    const { base, tail } = this.whole;
    if (tail === null) return base;
    this.set(this.#encode());
    return this.whole.base;
  }

  #end(): void {
    this.#base = null;
    this.#tail = [];
  }
}

function onlyAdds({ changed, deleteSet }: Y.Transaction): boolean {
  if (deleteSet.clients.size === 0) return true;
  for (const [type, keys] of changed) {
    if (!(type instanceof Y.Map) || type._item === null) return false;
    for (const key of keys) if (!MOVING_FIELDS.has(key)) return false;
  }
  return true;
}
