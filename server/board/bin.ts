/**
 * What was deleted and may come back whole: elements by id, with the links that went because an end of theirs
 * did. When it is full, the oldest entry of whichever viewpoint has the most makes room, so that nobody can push
 * out what others deleted.
 */
import { isLink } from '../../shared/model/element.ts';
import type { ElementId, NodeId, Viewpoint } from '../../shared/model/ids.ts';
import type { BinEntry } from '../store/store.ts';

/** Enough to take back the deletion of a large group; beyond it the oldest are forgotten. */
export const MAX_BIN_ENTRIES = 10_000;

export class Bin {
  /** In the order of deletion. */
  readonly #entries = new Map<ElementId, BinEntry>();
  /** By who deleted them, each in the order of deletion. */
  readonly #of = new Map<Viewpoint, Set<ElementId>>();
  /** For each node, the links in the bin that had it as an end. */
  readonly #linksAt = new Map<NodeId, Set<ElementId>>();

  constructor(entries: Iterable<BinEntry>) {
    for (const entry of entries) this.#keep(entry);
  }

  get(id: ElementId): BinEntry | undefined {
    return this.#entries.get(id);
  }

  /** Adds an entry; returns the ids pushed out to make room for it. */
  add(entry: BinEntry): ElementId[] {
    this.take(entry.id);
    this.#keep(entry);
    const forgotten: ElementId[] = [];
    while (this.#entries.size > MAX_BIN_ENTRIES) {
      const [oldest] = this.#largest();
      if (oldest === undefined) break;
      this.take(oldest);
      forgotten.push(oldest);
    }
    return forgotten;
  }

  /** Puts changed entries in place of those of the same id, without changing their order of deletion. */
  replace(entries: Iterable<BinEntry>): void {
    for (const entry of entries) if (this.#entries.has(entry.id)) this.#entries.set(entry.id, entry);
  }

  *entries(): Generator<BinEntry> {
    yield* this.#entries.values();
  }

  /** Removes and returns an entry. */
  take(id: ElementId): BinEntry | undefined {
    const entry = this.#entries.get(id);
    if (entry === undefined) return undefined;
    this.#entries.delete(id);
    remove(this.#of, { key: entry.deletedBy, id });
    for (const end of endsOf(entry)) {
      remove(this.#linksAt, { key: end, id });
    }
    return entry;
  }

  /** The links that went with a node, either end of which is the node given. */
  *linksGoneAt(node: NodeId): Generator<BinEntry> {
    for (const id of [...(this.#linksAt.get(node) ?? [])]) {
      const entry = this.#entries.get(id);
      if (entry !== undefined && entry.goneWith !== null) yield entry;
    }
  }

  #keep(entry: BinEntry): void {
    this.#entries.set(entry.id, entry);
    insert(this.#of, { key: entry.deletedBy, id: entry.id });
    for (const end of endsOf(entry)) insert(this.#linksAt, { key: end, id: entry.id });
  }

  /** What the viewpoint with the most entries deleted. */
  #largest(): ReadonlySet<ElementId> {
    let largest: ReadonlySet<ElementId> = new Set();
    for (const ids of this.#of.values()) if (ids.size > largest.size) largest = ids;
    return largest;
  }
}

type Index<Key> = Map<Key, Set<ElementId>>;

function insert<Key>(index: Index<Key>, { key, id }: { key: Key; id: ElementId }): void {
  const ids = index.get(key);
  if (ids === undefined) index.set(key, new Set([id]));
  else ids.add(id);
}

function remove<Key>(index: Index<Key>, { key, id }: { key: Key; id: ElementId }): void {
  const ids = index.get(key);
  ids?.delete(id);
  if (ids?.size === 0) index.delete(key);
}

function endsOf({ element }: BinEntry): NodeId[] {
  return isLink(element) ? [element.source, element.target] : [];
}
