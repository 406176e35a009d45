/**
 * How much of something is let through: a burst at once, then a steady rate. One bucket for one source, or
 * one for each of many names or addresses within bounded memory.
 */
import { network } from './address.ts';

export interface Allowance {
  readonly perSecond: number;
  readonly burst: number;
}

export class TokenBucket {
  readonly #allowance: Allowance;
  #tokens: number;
  #filledAt: number;

  constructor(allowance: Allowance, now: number) {
    this.#allowance = allowance;
    this.#tokens = allowance.burst;
    this.#filledAt = now;
  }

  /** Takes one if there is one. `now` in milliseconds; a clock that was set back fills nothing. */
  take(now: number): boolean {
    if (this.#allowance.perSecond === Number.POSITIVE_INFINITY) return true;
    this.#fill(now);
    if (this.#tokens < 1) return false;
    this.#tokens -= 1;
    return true;
  }

  /** Takes what has been used already, on credit if need be; false while there is a debt. */
  spend(amount: number, now: number): boolean {
    if (this.#allowance.perSecond === Number.POSITIVE_INFINITY) return true;
    this.#fill(now);
    this.#tokens = Math.max(-this.#allowance.burst, this.#tokens - amount);
    return this.#tokens >= 0;
  }

  /** What is left of a full bucket, from 0 to 1; below 0 while there is a debt. */
  share(now: number): number {
    if (this.#allowance.perSecond === Number.POSITIVE_INFINITY) return 1;
    this.#fill(now);
    return this.#tokens / this.#allowance.burst;
  }

  #fill(now: number): void {
    const { perSecond, burst } = this.#allowance;
    const elapsedMs = Math.max(0, now - this.#filledAt);
    this.#filledAt = now;
    this.#tokens = Math.min(burst, this.#tokens + (elapsedMs / 1_000) * perSecond);
  }
}

const MAX_BUCKETS = 10_000;

/** A bucket for each of many names. */
export class Buckets {
  readonly #allowance: Allowance;
  /** The one heard of last stands last; the first is forgotten when there are too many. */
  readonly #buckets = new Map<string, TokenBucket>();

  constructor(allowance: Allowance) {
    this.#allowance = allowance;
  }

  of(name: string, now: number): TokenBucket {
    const bucket = this.#buckets.get(name) ?? new TokenBucket(this.#allowance, now);
    this.#buckets.delete(name);
    this.#buckets.set(name, bucket);
    const [oldest] = this.#buckets.keys();
    if (this.#buckets.size > MAX_BUCKETS && oldest !== undefined) this.#buckets.delete(oldest);
    return bucket;
  }
}

export class AddressLimiter {
  readonly #buckets: Buckets;

  constructor(allowance: Allowance) {
    this.#buckets = new Buckets(allowance);
  }

  take(address: string, now: number): boolean {
    return this.#buckets.of(network(address), now).take(now);
  }
}
