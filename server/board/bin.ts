/**
 * Deleted elements that may be restored, by id, with the links that went because an end of theirs did. When it is
 * full, the oldest entry of the viewpoint that has the most makes room, so that none can push out what others deleted.
 */
import { MultiMap } from '../../shared/graph/multiMap.ts';
import { isLink } from '../../shared/model/element.ts';
import type { ElementId, NodeId, Viewpoint } from '../../shared/model/ids.ts';
import type { BinEntry } from '../store/store.ts';

/** Enough to take back the deletion of a large group; beyond it the oldest are forgotten. */
export const MAX_BIN_ENTRIES = 10_000;

export class Bin {
  /** In the order of deletion. */
  readonly #entries = new Map<ElementId, BinEntry>();
  /** By who deleted them, each in the order of deletion. */
  readonly #deletedBy = new MultiMap<Viewpoint, ElementId>();
  /** For each node, the links in the bin that had it as an end. */
  readonly #linksAt = new MultiMap<NodeId, ElementId>();

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
    this.#deletedBy.delete(entry.deletedBy, id);
    for (const end of endsOf(entry)) this.#linksAt.delete(end, id);
    return entry;
  }

  /** The links that went with a node, either end of which is the node given. */
  *linksGoneAt(node: NodeId): Generator<BinEntry> {
    for (const id of [...this.#linksAt.get(node)]) {
      const entry = this.#entries.get(id);
      if (entry !== undefined && entry.goneWith !== null) yield entry;
    }
  }

  #keep(entry: BinEntry): void {
    this.#entries.set(entry.id, entry);
    this.#deletedBy.add(entry.deletedBy, entry.id);
    for (const end of endsOf(entry)) this.#linksAt.add(end, entry.id);
  }

  /** What the viewpoint with the most entries deleted. */
  #largest(): ReadonlySet<ElementId> {
    let largest: ReadonlySet<ElementId> = new Set();
    for (const ids of this.#deletedBy.values()) if (ids.size > largest.size) largest = ids;
    return largest;
  }
}

function endsOf({ element }: BinEntry): NodeId[] {
  return isLink(element) ? [element.source, element.target] : [];
}
