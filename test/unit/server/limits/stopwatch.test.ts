import { describe, expect, it } from 'vitest';
import { Stopwatch } from '../../../../server/limits/stopwatch.ts';

function bench() {
  const time = { now: 0, processor: 0, questions: 0 };
  const watch = new Stopwatch({
    clock: () => time.now,
    processor: () => {
      time.questions += 1;
      return time.processor;
    },
  });
  const pass = (passed: number, onProcessor: number) => {
    time.now += passed;
    time.processor += onProcessor;
  };
  return {
    time,
    pass,
    /** What it says has been worked while so much time went by and so much of it on the processor. */
    during(passed: number, onProcessor: number) {
      watch.start();
      pass(passed, onProcessor);
      return watch.read();
    },
  };
}

describe('the stopwatch', () => {
  it('counts a long stretch as what the processor spent on it', () => {
    const { during } = bench();
    expect(during(1_000, 40)).toBe(40);
    expect(during(1_000, 1_000)).toBe(1_000);
  });

  it('never counts more than the time that went by, however many threads worked', () => {
    expect(bench().during(100, 400)).toBe(100);
  });

  it('does not put to a message what was worked long before it', () => {
    const { during, pass } = bench();
    pass(1_000, 900);
    expect(during(100, 7)).toBe(7);
  });

  it('counts short stretches whole, and asks the kernel a few times a second for them', () => {
    const { during, pass, time } = bench();
    const asked = time.questions;
    let worked = 0;
    for (let index = 0; index < 100; index += 1) {
      worked += during(1, 0.5);
      pass(9, 0);
    }
    expect(worked).toBeCloseTo(100);
    expect(time.questions - asked).toBeLessThan(25);
  });
});
