import { describe, expect, it } from 'vitest';
import { leftAt, startedAt, stoppedAt } from '../../../../shared/model/timer.ts';

const SET = { total: 60_000, left: 60_000, ends: null };

describe('a timer', () => {
  it('runs down from when it is started, and never below nothing', () => {
    const running = startedAt(SET, 1_000);
    expect([leftAt(running, 1_000), leftAt(running, 31_000), leftAt(running, 99_999)]).toEqual([
      60_000, 30_000, 0,
    ]);
  });

  it('keeps what is left while it stands, and goes on from there', () => {
    const stopped = stoppedAt(startedAt(SET, 0), 15_000);
    expect(stopped).toEqual({ total: 60_000, left: 45_000, ends: null });
    expect(leftAt(stopped, 1e9)).toBe(45_000);
    expect(startedAt(stopped, 100_000).ends).toBe(145_000);
  });
});
