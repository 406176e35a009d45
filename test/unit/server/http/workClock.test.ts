import { describe, expect, it } from 'vitest';
import { workClock } from '../../../../server/http/workClock.ts';

function bench() {
  const time = { now: 0, processor: 0, questions: 0 };
  const work = workClock({
    clock: () => time.now,
    processor: () => {
      time.questions += 1;
      return time.processor;
    },
  });
  return {
    time,
    /** What the clock says has been worked while so much time went by and so much of it on the processor. */
    during(passed: number, onProcessor: number) {
      const before = work();
      time.now += passed;
      time.processor += onProcessor;
      return work() - before;
    },
  };
}

describe('the work clock', () => {
  it('counts a long stretch as what the processor spent on it', () => {
    const { during } = bench();
    during(1, 1);
    expect(during(1_000, 40)).toBeCloseTo(40, -1);
    expect(during(1_000, 1_000)).toBe(1_000);
  });

  it('never counts more than the time that went by, however many threads worked', () => {
    const { during } = bench();
    expect(during(100, 400)).toBe(100);
  });

  it('counts short stretches whole, and asks the kernel a few times a second for them', () => {
    const { during, time } = bench();
    const asked = time.questions;
    let worked = 0;
    for (let index = 0; index < 1_000; index += 1) worked += during(1, 1);
    expect(worked).toBeCloseTo(1_000);
    expect(time.questions - asked).toBeLessThan(25);
  });
});
