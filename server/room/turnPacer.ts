/**
 * How long to gather before the next turn. Each turn sends one frame to each who listens, and frames are what a
 * server pays for; so when it is busy it rests after a turn in proportion to what the turn took, and more edits
 * come to share a frame. Where many boards change a little, turns are short and what they share is the commit:
 * there a part of the rest is the same after every turn. While it is not busy, nobody waits.
 */
import type { BoardId } from '../../shared/model/ids.ts';

/**
 * Share of time from which on it rests: with one board that changes, whose people would only wait; and with many,
 * where it is commits that are saved.
 */
const BUSY_FROM = { one: 0.7, many: 0.4 };
/** How many times as long as the turn it rests when there is no time left at all. */
const MAX_BUSY_SHARE = 4;
/** How long it rests besides, however short the turn, when there is no time left at all and many boards change. */
const OVERHEAD_MS = 10;
/** From so many boards that change within a sample the whole of that; for one alone none of it, which would only wait. */
const MANY_BOARDS = 10;
/** A frame of thirty a second: what the eye takes for movement. */
export const MAX_PAUSE_MS = 33;
/** How often it is found out how busy it is. */
const SAMPLE_INTERVAL_MS = 40;

export interface TurnPacerOptions {
  /** In milliseconds; it only ever goes up. */
  readonly clock: () => number;
  /** The share of time that went into work since the last call. */
  readonly busyShare: () => number;
}

export class TurnPacer {
  readonly #options: TurnPacerOptions;
  readonly #boards = new Set<BoardId>();
  #busy = 0;
  /** From 0 for one board to 1 for many, as of the last sample. */
  #spread = 0;
  #sampledAt: number;
  #until: number;

  constructor(options: TurnPacerOptions) {
    this.#options = options;
    this.#sampledAt = options.clock();
    this.#until = this.#sampledAt;
  }

  /** A turn of these boards has ended that began at the time given. */
  turned(boards: Iterable<BoardId>, beganAt: number): void {
    const now = this.#options.clock();
    for (const board of boards) this.#boards.add(board);
    if (now - this.#sampledAt >= SAMPLE_INTERVAL_MS) {
      this.#busy = (this.#busy + this.#options.busyShare()) / 2;
      this.#spread = Math.min(1, Math.max(0, this.#boards.size - 1) / (MANY_BOARDS - 1));
      this.#boards.clear();
      this.#sampledAt = now;
    }
    const from = BUSY_FROM.one + (BUSY_FROM.many - BUSY_FROM.one) * this.#spread;
    const share = Math.max(0, this.#busy - from) / (1 - from);
    const restMs = share * ((now - beganAt) * MAX_BUSY_SHARE + this.#spread * OVERHEAD_MS);
    this.#until = now + Math.min(MAX_PAUSE_MS, restMs);
  }

  /** Milliseconds until the next turn may begin; 0 when it may now. */
  get leftMs(): number {
    return Math.max(0, this.#until - this.#options.clock());
  }
}
