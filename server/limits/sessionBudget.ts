/**
 * What a session's connections cost the server: the time spent on their messages and the bytes they sent. It is
 * counted for the session and not for the connection, so that whoever is sent away comes back to the same
 * account. Connections are counted by address, session and board.
 */
import { type Allowance, Buckets } from './tokenBucket.ts';

/** Ten seconds of work at once: a page that comes back from a long absence with a large drawing. */
const WORK_BURST_MS = 10_000;
/** A page makes some kilobytes a second; an import some megabytes at once. */
const BYTES: Allowance = { perSecond: 256 * 1024, burst: 64 * 1024 * 1024 };
const UNLIMITED: Allowance = { perSecond: Number.POSITIVE_INFINITY, burst: Number.POSITIVE_INFINITY };

export class SessionBudget {
  readonly #work: Buckets;
  readonly #bytes: Buckets;
  readonly #clock: () => number;

  /** `percent` of one processor is what a session may keep busy; infinite where there is no limit. */
  constructor({ percent, clock }: { percent: number; clock: () => number }) {
    const isLimited = Number.isFinite(percent);
    this.#work = new Buckets(isLimited ? { perSecond: percent * 10, burst: WORK_BURST_MS } : UNLIMITED);
    this.#bytes = new Buckets(isLimited ? BYTES : UNLIMITED);
    this.#clock = clock;
  }

  /** Puts a message to the session's account. False when that is overdrawn. */
  pay(session: string, { workMs, bytes }: { workMs: number; bytes: number }): boolean {
    const now = this.#clock();
    const paidWork = this.#work.of(session, now).spend(workMs, now);
    return this.#bytes.of(session, now).spend(bytes, now) && paidWork;
  }
}

/** How many there are of each of many names. */
export class Tallies {
  readonly #counts = new Map<string, number>();

  /** Counts one more and answers how many there are. */
  add(name: string): number {
    const count = (this.#counts.get(name) ?? 0) + 1;
    this.#counts.set(name, count);
    return count;
  }

  remove(name: string): void {
    const left = (this.#counts.get(name) ?? 1) - 1;
    if (left > 0) this.#counts.set(name, left);
    else this.#counts.delete(name);
  }
}
