/**
 * What was deleted and may come back whole: elements by id, with the links that went because an end of theirs
 * did. The oldest entries make room for new ones.
 */
import { isLink } from '../../shared/model/element.ts';
import type { ElementId, NodeId } from '../../shared/model/ids.ts';
import type { BinEntry } from '../store/store.ts';

/** Enough to take back the deletion of a large group; beyond it the oldest are forgotten. */
export const BIN_ENTRIES = 10_000;

export class Bin {
  /** In the order of deletion. */
  readonly #entries = new Map<ElementId, BinEntry>();
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
    for (const id of this.#entries.keys()) {
      if (this.#entries.size <= BIN_ENTRIES) break;
      this.take(id);
      forgotten.push(id);
    }
    return forgotten;
  }

  /** Removes and returns an entry. */
  take(id: ElementId): BinEntry | undefined {
    const entry = this.#entries.get(id);
    if (entry === undefined) return undefined;
    this.#entries.delete(id);
    for (const end of endsOf(entry)) {
      const links = this.#linksAt.get(end);
      links?.delete(id);
      if (links?.size === 0) this.#linksAt.delete(end);
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
    for (const end of endsOf(entry)) {
      const links = this.#linksAt.get(end);
      if (links === undefined) this.#linksAt.set(end, new Set([entry.id]));
      else links.add(entry.id);
    }
  }
}

function endsOf({ element }: BinEntry): NodeId[] {
  return isLink(element) ? [element.source, element.target] : [];
}
