import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Expiries } from '../../../../server/access/expiries.ts';

const DAY = 24 * 60 * 60 * 1_000;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function bench() {
  const rung: string[] = [];
  const expiries = new Expiries(() => Date.now());
  const add = (name: string, inMs: number) => expiries.add(Date.now() + inMs, () => rung.push(name));
  return { expiries, rung, add };
}

describe('expiries', () => {
  it('come in the order of their times, whatever the order they were added in, with one timer', () => {
    const { rung, add } = bench();
    add('late', 3_000);
    add('soon', 1_000);
    add('middle', 2_000);
    expect(vi.getTimerCount()).toBe(1);
    vi.advanceTimersByTime(999);
    expect(rung).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(rung).toEqual(['soon']);
    vi.advanceTimersByTime(2_000);
    expect(rung).toEqual(['soon', 'middle', 'late']);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('that were taken back do not come', () => {
    const { rung, add } = bench();
    const takeBack = add('gone', 1_000);
    add('stays', 2_000);
    takeBack();
    vi.advanceTimersByTime(2_000);
    expect(rung).toEqual(['stays']);
  });

  it('[B-8.5] may lie further ahead than a timer reaches', () => {
    const { rung, add } = bench();
    add('far', 30 * DAY);
    vi.advanceTimersByTime(30 * DAY - 1);
    expect(rung).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(rung).toEqual(['far']);
  });

  it('[B-8.5] come within a minute of their time when the clock was set ahead meanwhile', () => {
    let skew = 0;
    const rung: string[] = [];
    const expiries = new Expiries(() => Date.now() + skew);
    expiries.add(Date.now() + 2 * DAY, () => rung.push('far'));
    skew = 3 * DAY;
    vi.advanceTimersByTime(60_000);
    expect(rung).toEqual(['far']);
  });

  it('[B-8.5] do not come early when the clock was set back meanwhile', () => {
    let skew = 0;
    const rung: string[] = [];
    const expiries = new Expiries(() => Date.now() + skew);
    expiries.add(Date.now() + 1_000, () => rung.push('soon'));
    skew = -10_000;
    vi.advanceTimersByTime(10_999);
    expect(rung).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(rung).toEqual(['soon']);
  });

  it('that are past come at once, and may add others', () => {
    const { rung, expiries, add } = bench();
    expiries.add(Date.now() - 5, () => add('second', 0));
    vi.advanceTimersByTime(2);
    expect(rung).toEqual(['second']);
  });

  it('leave no timer when they are stopped', () => {
    const { expiries, add } = bench();
    add('never', 1_000);
    expiries.stop();
    expect(vi.getTimerCount()).toBe(0);
  });
});
