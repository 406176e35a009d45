import { describe, expect, it } from 'vitest';
import { AddressLimiter, TokenBucket } from '../../../../server/limits/tokenBucket.ts';

const allowance = { perSecond: 2, burst: 3 };
const taken = (take: () => boolean, times: number) =>
  Array.from({ length: times }, take).filter(Boolean).length;

describe('a token bucket', () => {
  it('lets a burst through and then the steady rate', () => {
    const bucket = new TokenBucket(allowance, 0);
    expect(taken(() => bucket.take(0), 5)).toBe(3);
    expect(taken(() => bucket.take(499), 5)).toBe(0);
    expect(taken(() => bucket.take(1_000), 5)).toBe(2);
    expect(taken(() => bucket.take(2_000), 5)).toBe(2);
  });

  it('never holds more than a burst', () => {
    const bucket = new TokenBucket(allowance, 0);
    expect(taken(() => bucket.take(1_000_000), 10)).toBe(3);
  });

  it('lets everything through where there is no limit', () => {
    const unlimited = Number.POSITIVE_INFINITY;
    const bucket = new TokenBucket({ perSecond: unlimited, burst: unlimited }, 0);
    expect(taken(() => bucket.take(0), 5_000)).toBe(5_000);
  });

  it('[B-8.5] fills nothing while the clock is set back', () => {
    const bucket = new TokenBucket(allowance, 1_000);
    taken(() => bucket.take(1_000), 3);
    expect(bucket.take(0)).toBe(false);
    expect(bucket.take(500)).toBe(true);
  });
});

describe('a limiter by address', () => {
  it('counts each address for itself', () => {
    const limiter = new AddressLimiter(allowance);
    expect(taken(() => limiter.take('10.0.0.1', 0), 5)).toBe(3);
    expect(taken(() => limiter.take('10.0.0.2', 0), 5)).toBe(3);
  });

  it('remembers ten thousand addresses and forgets the one not heard of for longest', () => {
    const limiter = new AddressLimiter(allowance);
    taken(() => limiter.take('first', 0), 3);
    taken(() => limiter.take('second', 0), 3);
    for (let i = 0; i < 9_998; i++) limiter.take(`address ${i}`, 0);
    expect(limiter.take('first', 0)).toBe(false);
    limiter.take('one more', 0);
    expect(limiter.take('second', 0)).toBe(true);
    expect(limiter.take('first', 0)).toBe(false);
  });
});
