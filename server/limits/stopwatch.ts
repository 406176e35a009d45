/**
 * How much work a message was: time on the processor, so that a busy machine is nobody's debt. Asking the kernel
 * costs as much as a small message, so it is asked only where much time went by, and otherwise every moment counts
 * as work. What is measured runs in one go, one message at a time.
 */

/** From so long on the kernel is asked how much of it was work. */
const MAX_STRETCH_MS = 2;
/** What the kernel said last may be so old when something begins; what was worked in between counts, too. */
const STALE_MS = 50;

export interface StopwatchOptions {
  /** Milliseconds; it only ever goes up. */
  readonly clock: () => number;
  /** Milliseconds that all threads have spent on a processor. */
  readonly processor: () => number;
}

export class Stopwatch {
  readonly #options: StopwatchOptions;
  #began: number;
  #askedAt: number;
  #spent: number;

  constructor(options: StopwatchOptions) {
    this.#options = options;
    this.#began = options.clock();
    this.#askedAt = this.#began;
    this.#spent = options.processor();
  }

  start(): void {
    this.#began = this.#options.clock();
    if (this.#began - this.#askedAt >= STALE_MS) this.#ask(this.#began);
  }

  /** Milliseconds of work since the start: never more than went by. */
  read(): number {
    const now = this.#options.clock();
    const passed = now - this.#began;
    return passed < MAX_STRETCH_MS ? passed : Math.min(passed, this.#ask(now));
  }

  /** What was spent since the last question. */
  #ask(now: number): number {
    const before = this.#spent;
    this.#spent = this.#options.processor();
    this.#askedAt = now;
    return this.#spent - before;
  }
}
