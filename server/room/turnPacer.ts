/**
 * Adaptive batching: how long to wait before the next turn, so that more edits share one. Each turn sends a frame to
 * each listener, and frames are most of a server's work; so when the server is busy it pauses after a turn in
 * proportion to what the turn took. Where many boards change a little, turns are short and what they share is the
 * commit: there a part of the pause is the same after every turn. While the server is not busy there is no pause.
 */
import type { BoardId } from '../../shared/model/ids.ts';

/**
 * The share of busy time from which on it pauses: with one board that changes, where a pause only makes people wait;
 * and with many, where it saves commits.
 */
const BUSY_FROM = { one: 0.7, many: 0.4 };
/** The pause, as a multiple of the turn, when there is no idle time at all. */
const MAX_BUSY_SHARE = 4;
/** The pause besides, however short the turn, when there is no idle time at all and many boards change. */
const OVERHEAD_MS = 10;
/** From so many boards within a sample on the whole of that applies; for one board nothing of it. */
const MANY_BOARDS = 10;
/** A thirtieth of a second: what the eye takes for movement. */
export const MAX_PAUSE_MS = 33;
/** How often it is measured how busy the server is. */
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
    const pauseMs = share * ((now - beganAt) * MAX_BUSY_SHARE + this.#spread * OVERHEAD_MS);
    this.#until = now + Math.min(MAX_PAUSE_MS, pauseMs);
  }

  /** Milliseconds until the next turn may begin; 0 when it may now. */
  get leftMs(): number {
    return Math.max(0, this.#until - this.#options.clock());
  }
}
