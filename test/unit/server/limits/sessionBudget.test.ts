import { expect, it } from 'vitest';
import { SessionBudget } from '../../../../server/limits/sessionBudget.ts';

function bench(percent = 25) {
  let now = 0;
  const budget = new SessionBudget({ percent, clock: () => now });
  return {
    pay: (session: string, workMs: number, bytes = 0) => budget.pay(session, { workMs, bytes }),
    pass: (milliseconds: number) => {
      now += milliseconds;
    },
  };
}

it('[B-2.11] a session may keep the server busy for ten seconds at once, then for a quarter of the time', () => {
  const { pay, pass } = bench();
  expect(pay('a', 10_000)).toBe(true);
  expect(pay('a', 1_000)).toBe(false);
  pass(3_999);
  expect(pay('a', 0)).toBe(false);
  pass(1);
  expect(pay('a', 0)).toBe(true);
  for (let second = 0; second < 60; second += 1) {
    pass(1_000);
    expect(pay('a', 250)).toBe(true);
  }
  expect(pay('a', 1)).toBe(false);
});

it('each session pays for itself', () => {
  const { pay } = bench();
  expect(pay('a', 11_000)).toBe(false);
  expect(pay('b', 9_000)).toBe(true);
});

it('[B-2.11] a session may send 64 MiB at once, then 256 KiB a second', () => {
  const { pay, pass } = bench();
  expect(pay('a', 0, 64 * 1024 * 1024)).toBe(true);
  expect(pay('a', 0, 1)).toBe(false);
  pass(1_000);
  expect(pay('a', 0, 256 * 1024 - 1)).toBe(true);
  expect(pay('a', 0, 1)).toBe(false);
});

it('a debt is no larger than what may be used at once', () => {
  const { pay, pass } = bench();
  pay('a', 1_000_000);
  pass(40_000);
  expect(pay('a', 0)).toBe(true);
});

it('without a share there is no limit', () => {
  expect(bench(Number.POSITIVE_INFINITY).pay('a', 1e9, 1e12)).toBe(true);
});
