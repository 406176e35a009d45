/**
 * Calls back when a time has come, for many times with one timer: it is set for the soonest. Late is possible,
 * early is not.
 */

/** The clock may be set while a timer runs, so it is looked at this often. */
const MAX_DELAY_MS = 60_000;

interface Expiry {
  readonly at: number;
  readonly ended: () => void;
}

export class Expiries {
  readonly #clock: () => number;
  readonly #pending = new Set<Expiry>();
  #timer: NodeJS.Timeout | null = null;
  #timerAt = Number.POSITIVE_INFINITY;

  constructor(clock: () => number) {
    this.#clock = clock;
  }

  /** Calls `ended` once, at the time given or soon after. Returns what takes that back. */
  add(at: number, ended: () => void): () => void {
    const expiry = { at, ended };
    this.#pending.add(expiry);
    if (at < this.#timerAt) this.#arm(at);
    return () => this.#pending.delete(expiry);
  }

  stop(): void {
    this.#pending.clear();
    this.#disarm();
  }

  #arm(at: number): void {
    this.#disarm();
    this.#timerAt = at;
    const delayMs = Math.min(Math.max(0, at - this.#clock()), MAX_DELAY_MS);
    this.#timer = setTimeout(() => this.#ring(), delayMs);
    this.#timer.unref();
  }

  #disarm(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#timerAt = Number.POSITIVE_INFINITY;
  }

  #ring(): void {
    const now = this.#clock();
    const due = [...this.#pending].filter((expiry) => expiry.at <= now);
    for (const expiry of due) this.#pending.delete(expiry);
    this.#disarm();
    const soonest = Math.min(...[...this.#pending].map((expiry) => expiry.at));
    if (Number.isFinite(soonest)) this.#arm(soonest);
    for (const expiry of due) expiry.ended();
  }
}
