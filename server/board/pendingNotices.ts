/**
 * Notices about declined drawings, for viewpoints of which no participant was connected. Each is delivered once, to the
 * first who connects. There is a limit for each viewpoint and one for the board; the oldest make room.
 */
import type { Viewpoint } from '../../shared/model/ids.ts';
import type { PendingNotice } from '../store/store.ts';

export const MAX_NOTICES_PER_VIEWPOINT = 20;
export const MAX_NOTICES_PER_BOARD = 500;

export class PendingNotices {
  #waiting: PendingNotice[];

  constructor(waiting: readonly PendingNotice[]) {
    this.#waiting = [...waiting];
  }

  get size(): number {
    return this.#waiting.length;
  }

  /** Oldest first. */
  all(): readonly PendingNotice[] {
    return [...this.#waiting];
  }

  add(notice: PendingNotice): void {
    this.#waiting.push(notice);
    const own = this.#waiting.filter(({ to }) => to === notice.to);
    if (own.length > MAX_NOTICES_PER_VIEWPOINT)
      this.#waiting = this.#waiting.filter((each) => each !== own[0]);
    if (this.#waiting.length > MAX_NOTICES_PER_BOARD) this.#waiting.shift();
  }

  /** The notices for a viewpoint, oldest first; they wait no longer. */
  take(viewpoint: Viewpoint): PendingNotice[] {
    const due = this.#waiting.filter(({ to }) => to === viewpoint);
    if (due.length > 0) this.#waiting = this.#waiting.filter(({ to }) => to !== viewpoint);
    return due;
  }
}
