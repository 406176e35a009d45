/**
 * How much of something is let through: a burst at once, then a steady rate. One bucket for one source, or
 * one for each of many addresses within bounded memory.
 */
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
    const { perSecond, burst } = this.#allowance;
    if (perSecond === Number.POSITIVE_INFINITY) return true;
    const elapsedMs = Math.max(0, now - this.#filledAt);
    this.#filledAt = now;
    this.#tokens = Math.min(burst, this.#tokens + (elapsedMs / 1_000) * perSecond);
    if (this.#tokens < 1) return false;
    this.#tokens -= 1;
    return true;
  }
}

const MAX_ADDRESSES = 10_000;

export class AddressLimiter {
  readonly #allowance: Allowance;
  /** The one heard of last stands last; the first is forgotten when there are too many. */
  readonly #buckets = new Map<string, TokenBucket>();

  constructor(allowance: Allowance) {
    this.#allowance = allowance;
  }

  take(address: string, now: number): boolean {
    const key = network(address);
    const bucket = this.#buckets.get(key) ?? new TokenBucket(this.#allowance, now);
    this.#buckets.delete(key);
    this.#buckets.set(key, bucket);
    const [oldest] = this.#buckets.keys();
    if (this.#buckets.size > MAX_ADDRESSES && oldest !== undefined) this.#buckets.delete(oldest);
    return bucket.take(now);
  }
}

/** One household of IPv6 has 2^64 addresses: they count as one. An IPv4 address counts as itself. */
export function network(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped?.[1] !== undefined) return mapped[1];
  if (!address.includes(':')) return address;
  const [head = '', tail = ''] = address.split('::');
  const front = head.split(':').filter(Boolean);
  const back = tail.split(':').filter(Boolean);
  const zeros = address.includes('::') ? Math.max(0, 8 - front.length - back.length) : 0;
  return [...front, ...Array.from({ length: zeros }, () => '0'), ...back].slice(0, 4).join(':');
}
