/**
 * The timer that everybody at a board sees. While it runs, what counts is the moment at which it ends, told by
 * the server's clock; while it stands, what is left of it.
 */
import * as v from 'valibot';

export interface Timer {
  /** What it was set to, in milliseconds. */
  readonly total: number;
  /** What was left when it was last started or stopped, in milliseconds. */
  readonly left: number;
  /** When it ends, in milliseconds since 1970; null while it stands. */
  readonly ends: number | null;
}

const DAY_MS = 24 * 60 * 60 * 1_000;
const span = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(DAY_MS));

export const TimerSchema = v.strictObject({
  total: span,
  left: span,
  ends: v.nullable(v.pipe(v.number(), v.safeInteger())),
});

/** What is left at a moment of the server's clock; nothing is less than nothing. */
export function leftAt(timer: Timer, now: number): number {
  return timer.ends === null ? timer.left : Math.max(0, timer.ends - now);
}

/** The same timer, running from a moment on. */
export function startedAt(timer: Timer, now: number): Timer {
  return { ...timer, ends: now + timer.left };
}

/** The same timer, stopped at a moment. */
export function stoppedAt(timer: Timer, now: number): Timer {
  return { ...timer, left: leftAt(timer, now), ends: null };
}
