import { describe, expect, it } from 'vitest';
import { MAX_PAUSE_MS, TurnPacer } from '../../../../server/room/turnPacer.ts';
import type { BoardId } from '../../../../shared/model/ids.ts';

const BOARDS = Array.from({ length: 10 }, (_, index) => `board${index}` as BoardId);

function restWith(busy: number, boards = BOARDS) {
  const time = { now: 0 };
  const rest = new TurnPacer({ clock: () => time.now, busyShare: () => busy });
  /** One turn that takes so long, and how long the rest after it is. */
  const turn = (tookMs: number) => {
    const began = time.now;
    time.now += tookMs;
    rest.turned(boards, began);
    return rest.leftMs;
  };
  const warm = () => {
    for (let times = 0; times < 20; times += 1) {
      turn(0);
      time.now += 100;
    }
  };
  return { rest, time, turn, warm };
}

describe('the rest after a turn', () => {
  it('is none while there is time', () => {
    const { turn, warm } = restWith(0.39);
    warm();
    expect(turn(5)).toBe(0);
  });

  it('grows with what the turn took and with how busy it is', () => {
    const half = restWith(0.6);
    const most = restWith(0.95);
    half.warm();
    most.warm();
    const none = half.turn(0);
    expect(none).toBeGreaterThan(1);
    half.time.now += 100;
    const short = half.turn(1) - none;
    expect(short).toBeGreaterThan(1);
    half.time.now += 100;
    expect(half.turn(2) - none).toBeCloseTo(2 * short);
    expect(most.turn(0)).toBeGreaterThan(none);
    most.time.now += 100;
    expect(most.turn(1)).toBeGreaterThan(none + short);
  });

  it('comes later where one board alone changes, whose people would only wait', () => {
    const { turn, warm } = restWith(0.69, BOARDS.slice(0, 1));
    warm();
    expect(turn(5)).toBe(0);
  });

  it('is nothing besides what the turn took where one board alone changes', () => {
    const { turn, time, warm } = restWith(0.85, BOARDS.slice(0, 1));
    warm();
    expect(turn(0)).toBe(0);
    time.now += 100;
    const short = turn(1);
    expect(short).toBeGreaterThan(0);
    time.now += 100;
    expect(turn(2)).toBeCloseTo(2 * short);
  });

  it('is never longer than a frame of thirty a second', () => {
    const { turn, warm } = restWith(1);
    warm();
    expect(turn(1_000)).toBe(MAX_PAUSE_MS);
  });

  it('runs out', () => {
    const { rest, time, turn, warm } = restWith(1);
    warm();
    turn(1);
    time.now += MAX_PAUSE_MS;
    expect(rest.leftMs).toBe(0);
  });
});
