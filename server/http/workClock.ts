/**
 * How much work this process has done, for durations: time on the processor, so that a busy machine is nobody's
 * debt. Asking the kernel costs as much as a small message, so it is asked only where much time has gone by;
 * between two questions every moment counts as work.
 */

/** Time that has to go by, since the last look or since the last question, before the kernel is asked. */
const LOOKS_APART_MS = 2;
const QUESTIONS_APART_MS = 50;

export interface WorkClockOptions {
  /** Milliseconds; it only ever goes up. */
  readonly clock: () => number;
  /** Milliseconds that all threads have spent on a processor. */
  readonly processor: () => number;
}

/** Never runs faster than the clock. */
export function workClock({ clock, processor }: WorkClockOptions): () => number {
  let worked = 0;
  let lookedAt = clock();
  let askedAt = lookedAt;
  let spent = processor();
  return () => {
    const now = clock();
    const passed = now - lookedAt;
    lookedAt = now;
    if (passed < LOOKS_APART_MS && now - askedAt < QUESTIONS_APART_MS) {
      worked += passed;
      return worked;
    }
    const spentNow = processor();
    worked += Math.min(passed, spentNow - spent);
    spent = spentNow;
    askedAt = now;
    return worked;
  };
}
