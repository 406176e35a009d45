import { describe, expect, it } from 'vitest';
import { CostAccounts, type Payer } from '../../../../server/limits/costAccounts.ts';

function bench(percent = 25) {
  let now = 0;
  const accounts = new CostAccounts({ percent, clock: () => now });
  return {
    pay: (who: Partial<Payer> & { session: string }, workMs: number, bytes = 0) =>
      accounts.pay({ invite: who.session, board: who.session, address: null, ...who }, { workMs, bytes }),
    pass: (milliseconds: number) => {
      now += milliseconds;
    },
  };
}
const A = { session: 'a' };
const B = { session: 'b' };

describe('a session', () => {
  it('[B-2.11] may keep the server busy for ten seconds at once, then for a quarter of the time', () => {
    const { pay, pass } = bench();
    expect(pay(A, 10_000)).toBe(true);
    expect(pay(A, 1_000)).toBe(false);
    pass(3_999);
    expect(pay(A, 0)).toBe(false);
    pass(1);
    expect(pay(A, 0)).toBe(true);
    for (let second = 0; second < 60; second += 1) {
      pass(1_000);
      expect(pay(A, 250)).toBe(true);
    }
    expect(pay(A, 1)).toBe(false);
  });

  it('pays for itself', () => {
    const { pay } = bench();
    expect(pay(A, 11_000)).toBe(false);
    expect(pay(B, 9_000)).toBe(true);
  });

  it('[B-2.11] may send 64 MiB at once, then 256 KiB a second', () => {
    const { pay, pass } = bench();
    expect(pay(A, 0, 64 * 1024 * 1024)).toBe(true);
    expect(pay(A, 0, 1)).toBe(false);
    pass(1_000);
    expect(pay(A, 0, 256 * 1024 - 1)).toBe(true);
    expect(pay(A, 0, 1)).toBe(false);
  });

  it('has no larger debt than what may be used at once', () => {
    const { pay, pass } = bench();
    pay(A, 1_000_000);
    pass(40_000);
    expect(pay(A, 0)).toBe(true);
  });

  it('has no limit without a share', () => {
    expect(bench(Number.POSITIVE_INFINITY).pay(A, 1e9, 1e12)).toBe(true);
  });
});

describe('[B-2.15] sessions that share a link', () => {
  it('share an account of four sessions’ worth, which a new session does not refill', () => {
    const { pay } = bench();
    const of = (session: string) => ({ session, invite: 'link', board: 'board' });
    for (const session of ['1', '2', '3', '4']) expect(pay(of(session), 10_000)).toBe(true);
    expect(pay(of('5'), 1)).toBe(false);
    expect(pay(of('6'), 0)).toBe(false);
  });

  it('leave those of another link alone, at the same board and address', () => {
    const { pay } = bench();
    const flood = (session: string) => ({ session, invite: 'flood', board: 'board', address: '10.0.0.7' });
    const calm = { session: 'calm', invite: 'calm', board: 'board', address: '10.0.0.7' };
    for (let count = 0; count < 50; count += 1) pay(flood(`s${count}`), 10_000);
    expect(pay(flood('new'), 0)).toBe(false);
    expect(pay(calm, 100)).toBe(true);
    expect(pay({ ...calm, session: 'other' }, 100)).toBe(true);
  });

  it('are joined by other links that flood, once these have used half of what is theirs', () => {
    const { pay } = bench();
    const of = (count: number) => ({
      session: `s${count}`,
      invite: `i${count}`,
      board: 'board',
      address: '10.0.0.7',
    });
    for (let count = 0; count < 8; count += 1) pay(of(count), 10_000);
    for (let count = 0; count < 8; count += 1) pay({ ...of(count), session: `t${count}` }, 10_000);
    expect(pay({ ...of(0), session: 'new' }, 0)).toBe(false);
  });
});
