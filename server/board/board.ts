/**
 * The board itself, the one truth that every view is derived from: plain records with their indexes, and the bin. It
 * applies operations that have been validated already and answers which records changed. Bytes of clients never reach
 * it, and it knows no view.
 */

import { Graph } from '../../shared/graph/graph.ts';
import { type ElementRecord, isLink, type NodeRecord } from '../../shared/model/element.ts';
import type { ElementId, NodeId, Viewpoint } from '../../shared/model/ids.ts';
import type { Timer } from '../../shared/model/timer.ts';
import type { Policy } from '../../shared/policies/policies.ts';
import type { BinEntry, BoardMeta, StoredBoard } from '../store/store.ts';
import { Bin } from './bin.ts';
import { PendingNotices } from './pendingNotices.ts';

/** One record before and after; undefined where it was not, or is no longer, on the board. */
export interface Change {
  readonly id: ElementId;
  readonly before: ElementRecord | undefined;
  readonly after: ElementRecord | undefined;
}

/** What an operation did, as views and the store need to know it. */
export interface OperationOutcome {
  readonly changes: readonly Change[];
  readonly binned: readonly BinEntry[];
  /** Restored; or, where no change brings them back, forgotten for good to make room for newer entries. */
  readonly unbinned: readonly ElementId[];
}

export interface Deletion {
  readonly id: ElementId;
  readonly by: Viewpoint;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export class Board {
  readonly graph: Graph;
  /** Notices for viewpoints of which no participant was connected. */
  readonly pendingNotices: PendingNotices;
  #title: string;
  #timer: Timer | null;
  readonly #bin: Bin;

  constructor(stored: StoredBoard) {
    this.#title = stored.title;
    this.#timer = stored.timer ?? null;
    this.pendingNotices = new PendingNotices(stored.pendingNotices ?? []);
    this.graph = new Graph(stored.policy);
    this.graph.isLocked = stored.locked ?? false;
    for (const node of stored.nodes) this.graph.put(node);
    for (const link of stored.links) this.graph.put(link);
    this.#bin = new Bin(stored.bin);
  }

  get title(): string {
    return this.#title;
  }

  get policy(): Policy {
    return this.graph.policy;
  }

  setTitle(title: string): void {
    this.#title = title;
  }

  /** Whether facilitators have locked the whole board. */
  get isLocked(): boolean {
    return this.graph.isLocked;
  }

  setLocked(isLocked: boolean): void {
    this.graph.isLocked = isLocked;
  }

  /** Null when there is none. */
  get timer(): Timer | null {
    return this.#timer;
  }

  setTimer(timer: Timer | null): void {
    this.#timer = timer;
  }

  /** What is stored of the board besides its elements. */
  get meta(): BoardMeta {
    const { title, policy, isLocked, timer, pendingNotices } = this;
    return {
      title,
      policy,
      ...(isLocked && { locked: true }),
      ...(timer !== null && { timer }),
      ...(pendingNotices.size > 0 && { pendingNotices: pendingNotices.all() }),
    };
  }

  /**
   * A board that ceases to be a commons stands as it is: what was everyone's becomes the facilitator's, and
   * so keeps counting without staying open to everyone. The bin too: what comes back from it must not count as
   * made by everyone on a board that is no commons.
   */
  setPolicy(policy: Policy): OperationOutcome {
    const endsCommons = this.policy.commons && !policy.commons;
    this.graph.policy = policy;
    const changes: Change[] = [];
    if (endsCommons) {
      for (const id of [...this.graph.ownedBy('everyone')]) {
        const element = this.graph.get(id);
        if (element !== undefined) changes.push(this.#put({ ...element, owner: 'facilitator' }));
      }
    }
    return { changes, binned: endsCommons ? this.#endCommonsInBin() : [], unbinned: [] };
  }

  /** Adds an element or replaces the record of one. Throws a RangeError for a link without its ends. */
  put(element: ElementRecord): OperationOutcome {
    const unbinned = this.#bin.take(element.id) === undefined ? [] : [element.id];
    return { changes: [this.#put(element)], binned: [], unbinned };
  }

  /** Takes an element off the board, and a node's links with it; all of it stays in the bin. */
  delete({ id, by, at }: Deletion): OperationOutcome {
    const element = this.graph.get(id);
    if (element === undefined) return { changes: [], binned: [], unbinned: [] };
    const doomed = isLink(element) ? [element] : [...this.graph.linksAt(element.id), element];
    const binned: BinEntry[] = [];
    const unbinned: ElementId[] = [];
    const changes: Change[] = [];
    for (const before of doomed) {
      this.graph.remove(before.id);
      changes.push({ id: before.id, before, after: undefined });
      const entry = {
        id: before.id,
        element: before,
        deletedBy: by,
        goneWith: before.id === id ? null : id,
        at,
      };
      binned.push(entry);
      unbinned.push(...this.#bin.add(entry));
    }
    return { changes, binned, unbinned };
  }

  /** What the bin holds under an id. */
  binned(id: ElementId): BinEntry | undefined {
    return this.#bin.get(id);
  }

  /** Brings an element back from the bin with the links that went with it, as far as their other ends are here. */
  restore(id: ElementId): OperationOutcome {
    const entry = this.#bin.get(id);
    if (entry === undefined || !this.#hasEnds(entry.element))
      return { changes: [], binned: [], unbinned: [] };
    return this.#bringBack(this.entriesToRestore(id));
  }

  /** Brings back those links that went with a node that is on the board again, as far as both ends are here. */
  restoreLinks(node: NodeId, which: (entry: BinEntry) => boolean): OperationOutcome {
    return this.#bringBack([...this.#bin.linksGoneAt(node)].filter(which));
  }

  #bringBack(entries: readonly BinEntry[]): OperationOutcome {
    const changes: Change[] = [];
    for (const { element } of entries) {
      if (!this.#hasEnds(element)) continue;
      this.#bin.take(element.id);
      changes.push(this.#put(element));
    }
    return { changes, binned: [], unbinned: changes.map((change) => change.id) };
  }

  /** The entry of an element and those of the links that would come back with it. */
  entriesToRestore(id: ElementId): BinEntry[] {
    const entry = this.#bin.get(id);
    if (entry === undefined) return [];
    return isLink(entry.element) ? [entry] : [entry, ...this.#bin.linksGoneAt(entry.element.id)];
  }

  /** Notes on entries of the bin what their deletion took from the view of the viewpoint that deleted them. */
  annotate(entries: readonly BinEntry[]): void {
    this.#bin.replace(entries);
  }

  /** Undoes changes made a moment ago, the last first, and puts entries back into the bin. */
  revert(changes: readonly Change[], entries: readonly BinEntry[]): Change[] {
    const undone = [...changes].reverse().map(({ id, before, after }): Change => {
      if (before === undefined) this.graph.remove(id);
      else this.graph.put(before);
      return { id, before: after, after: before };
    });
    for (const entry of entries) if (!this.graph.has(entry.id)) this.#bin.add(entry);
    return undone;
  }

  #endCommonsInBin(): BinEntry[] {
    const changed = [...this.#bin.entries()]
      .filter(({ element }) => element.owner === 'everyone')
      .map((entry) => ({ ...entry, element: { ...entry.element, owner: 'facilitator' as const } }));
    this.#bin.replace(changed);
    return changed;
  }

  #put(element: ElementRecord): Change {
    const before = this.graph.get(element.id);
    this.graph.put(element);
    return { id: element.id, before, after: element };
  }

  #hasEnds(element: ElementRecord | NodeRecord): boolean {
    if (!isLink(element)) return true;
    return this.graph.nodes.has(element.source) && this.graph.nodes.has(element.target);
  }
}
