/**
 * Undo and redo (Y.UndoManager) of one person's acts. Each act is one transaction and one step; consecutive
 * acts with the same `merge` key (typing, one drag) share a step. Acts of one `group` also form one step but
 * stay separate transactions, also when undone, so that none outgrows a message. Only transactions with this
 * page's own origin are recorded: changes by others or by the server are never undone.
 */
import * as Y from 'yjs';

/** The transaction origin of this person's acts. */
const OWN = Symbol('own');

/** A pause after which even the same kind of act starts a new step. */
const MERGE_PAUSE_MS = 1_500;

export interface ActOptions {
  readonly merge?: string;
  /** How long after the last act of the same key this one still joins it. */
  readonly withinMs?: number;
  /** Names the one large act that this is a part of. */
  readonly group?: string;
}

const GROUP = 'group';

export type Way = 'undo' | 'redo';

/** Steps of more transactions than this are large. */
const FEW_PARTS = 2;

export interface HistoryState {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

export class History {
  readonly #doc: Y.Doc;
  readonly #manager: Y.UndoManager;
  readonly #now: () => number;
  readonly #listeners = new Set<() => void>();
  #lastKey: string | null = null;
  #lastAt = 0;
  /** The group of the acts that are being recorded. */
  #group: string | undefined;
  #state: HistoryState = { canUndo: false, canRedo: false };
  #takeLarge: ((way: Way) => void) | null = null;

  constructor(doc: Y.Doc, now: () => number = () => Date.now()) {
    this.#doc = doc;
    this.#now = now;
    this.#manager = new Y.UndoManager([doc.getMap('nodes'), doc.getMap('links'), doc.getMap('board')], {
      trackedOrigins: new Set([OWN]),
      // `act` alone ends a step; the manager's own timeout does not.
      captureTimeout: Number.MAX_SAFE_INTEGER,
    });
    const update = () => this.#update();
    this.#manager.on('stack-item-added', ({ stackItem }) => {
      if (this.#group !== undefined) stackItem.meta.set(GROUP, this.#group);
      update();
    });
    this.#manager.on('stack-item-popped', update);
    this.#manager.on('stack-cleared', update);
  }

  act<Result>(run: () => Result, { merge, withinMs = MERGE_PAUSE_MS, group }: ActOptions = {}): Result {
    const now = this.#now();
    const joins = merge !== undefined && merge === this.#lastKey && now - this.#lastAt < withinMs;
    if (!joins) this.#manager.stopCapturing();
    this.#lastKey = merge ?? null;
    this.#lastAt = now;
    this.#group = group;
    try {
      return this.#doc.transact(run, OWN);
    } finally {
      this.#group = undefined;
    }
  }

  /** The depth of the undo stack: a mark to return to with `undoTo`. */
  get depth(): number {
    return this.#manager.undoStack.length;
  }

  undoTo(depth: number): void {
    while (this.depth > depth) {
      if (this.#manager.undo() === null) break;
    }
    this.#lastKey = null;
  }

  undo(): void {
    this.#take('undo');
  }

  redo(): void {
    this.#take('redo');
  }

  /**
   * Hands large steps over to a listener, which takes them part by part, so that they do not reach others all
   * at once; returns what ends that.
   */
  leaveLargeSteps(take: (way: Way) => void): () => void {
    this.#takeLarge = take;
    return () => {
      this.#takeLarge = null;
    };
  }

  /** Number of transactions in the next step. */
  partsOf(way: Way): number {
    const stack = this.#stack(way);
    const group = groupOnTop(stack);
    if (group === undefined) return Math.min(1, stack.length);
    const before = stack.findLastIndex(({ meta }) => meta.get(GROUP) !== group);
    return stack.length - 1 - before;
  }

  /** Undoes or redoes one transaction of the next step; returns whether it has more. */
  takePart(way: Way): boolean {
    this.#lastKey = null;
    const stack = this.#stack(way);
    const group = groupOnTop(stack);
    this.#group = group;
    try {
      this.#manager[way]();
    } finally {
      this.#group = undefined;
    }
    return group !== undefined && groupOnTop(stack) === group;
  }

  /** Drops the redo stack: for an act that was cancelled. */
  dropRedo(): void {
    this.#manager.clear(false, true);
  }

  #take(way: Way): void {
    if (this.partsOf(way) > FEW_PARTS && this.#takeLarge !== null) return this.#takeLarge(way);
    let hasMore = true;
    while (hasMore) hasMore = this.takePart(way);
  }

  #stack(way: Way): Y.UndoManager['undoStack'] {
    return way === 'undo' ? this.#manager.undoStack : this.#manager.redoStack;
  }

  get state(): HistoryState {
    return this.#state;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  destroy(): void {
    this.#manager.destroy();
    this.#listeners.clear();
  }

  #update(): void {
    const canUndo = this.#manager.undoStack.length > 0;
    const canRedo = this.#manager.redoStack.length > 0;
    if (canUndo === this.#state.canUndo && canRedo === this.#state.canRedo) return;
    this.#state = { canUndo, canRedo };
    for (const listener of this.#listeners) listener();
  }
}

function groupOnTop(stack: Y.UndoManager['undoStack']): string | undefined {
  return stack.at(-1)?.meta.get(GROUP) as string | undefined;
}
