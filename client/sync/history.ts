/**
 * One person's acts on the board, and undoing them. Each act is one transaction and one step of undo;
 * acts that carry the same `merge` key in a row (typing, one drag) share a step. Acts of one `group` are a step
 * too, but stay transactions of their own, also when they are undone: so none outgrows a message. What others or
 * the server did is never undone: only transactions with this page's own origin are recorded.
 */
import * as Y from 'yjs';

/** The origin of everything this person does. */
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
  /** Of whatever is recorded next. */
  #group: string | undefined;
  #state: HistoryState = { canUndo: false, canRedo: false };
  #takeLarge: ((way: Way) => void) | null = null;

  constructor(doc: Y.Doc, now: () => number = () => Date.now()) {
    this.#doc = doc;
    this.#now = now;
    this.#manager = new Y.UndoManager([doc.getMap('nodes'), doc.getMap('links'), doc.getMap('board')], {
      trackedOrigins: new Set([OWN]),
      // Steps end where `act` says so, never by the clock of the manager.
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

  /** Steps that can be undone now: a mark to return to with `undoTo`. */
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
   * From now on large steps are left to whoever can take them part by part, so that they do not come over others
   * all at once; returns what ends that.
   */
  leaveLargeSteps(take: (way: Way) => void): () => void {
    this.#takeLarge = take;
    return () => {
      this.#takeLarge = null;
    };
  }

  /** Of how many transactions the next step consists. */
  partsOf(way: Way): number {
    const stack = this.#stack(way);
    const group = groupOnTop(stack);
    if (group === undefined) return Math.min(1, stack.length);
    const before = stack.findLastIndex(({ meta }) => meta.get(GROUP) !== group);
    return stack.length - 1 - before;
  }

  /** Takes one transaction of the next step; answers whether it has more. */
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

  /** Takes away what could be redone: for what was never finished. */
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
