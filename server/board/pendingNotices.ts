/**
 * What facilitators said about drawings they declined, for viewpoints nobody of which was there to hear it. Said
 * once to whoever of them comes first. The oldest make room: nobody can fill a board with words.
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

  add(word: PendingNotice): void {
    this.#waiting.push(word);
    const own = this.#waiting.filter(({ to }) => to === word.to);
    if (own.length > MAX_NOTICES_PER_VIEWPOINT)
      this.#waiting = this.#waiting.filter((each) => each !== own[0]);
    if (this.#waiting.length > MAX_NOTICES_PER_BOARD) this.#waiting.shift();
  }

  /** What waits for a viewpoint; it waits no longer. */
  take(viewpoint: Viewpoint): PendingNotice[] {
    const due = this.#waiting.filter(({ to }) => to === viewpoint);
    if (due.length > 0) this.#waiting = this.#waiting.filter(({ to }) => to !== viewpoint);
    return due;
  }
}
