/**
 * Fair turns of the event loop: each source of work (an address, a board) may use so much of a turn; what it has beyond
 * waits for the next one, behind what others brought meanwhile. A burst of messages, from however many sockets, so
 * holds nobody else up for longer than a slice for each source.
 */

/** Milliseconds of one turn that one source may use. */
const SLICE_MS = 20;

export interface TurnSlicesOptions {
  /** Runs something once the event loop has looked after everything else. */
  readonly nextTurn?: (run: () => void) => void;
  readonly sliceMs?: number;
}

export class TurnSlices {
  readonly #nextTurn: (run: () => void) => void;
  readonly #sliceMs: number;
  readonly #used = new Map<string, number>();
  /** Those that had nothing of the last turn, and behind them those that had a part of it. */
  #deferred: (() => void)[] = [];
  #served: (() => void)[] = [];
  #isScheduled = false;

  constructor({ nextTurn = setImmediate, sliceMs = SLICE_MS }: TurnSlicesOptions = {}) {
    this.#nextTurn = nextTurn;
    this.#sliceMs = sliceMs;
  }

  /** Whether none of the sources has used up its slice of this turn. */
  mayWork(sources: readonly string[]): boolean {
    return sources.every((source) => (this.#used.get(source) ?? 0) < this.#sliceMs);
  }

  /** Notes what was worked for the sources in this turn, in milliseconds. */
  worked(sources: readonly string[], workMs: number): void {
    for (const source of sources) this.#used.set(source, (this.#used.get(source) ?? 0) + workMs);
    this.#schedule();
  }

  /**
   * Runs something in the next turn, in the order in which it was asked for; but what has worked in this turn comes
   * after what has not, or one that always has more would have every slice.
   */
  defer(run: () => void, { hasWorked }: { readonly hasWorked: boolean }): void {
    (hasWorked ? this.#served : this.#deferred).push(run);
    this.#schedule();
  }

  #schedule(): void {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    this.#nextTurn(() => {
      this.#isScheduled = false;
      this.#used.clear();
      const deferred = [...this.#deferred, ...this.#served];
      this.#deferred = [];
      this.#served = [];
      for (const run of deferred) run();
    });
  }
}
