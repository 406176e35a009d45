/**
 * What facilitators said about drawings they declined, for viewpoints nobody of which was there to hear it. Said
 * once to whoever of them comes first. The oldest make room: nobody can fill a board with words.
 */
import type { Viewpoint } from '../../shared/model/ids.ts';
import type { Word } from '../store/store.ts';

export const WORDS_PER_VIEWPOINT = 20;
export const WORDS_PER_BOARD = 500;

export class Words {
  #waiting: Word[];

  constructor(waiting: readonly Word[]) {
    this.#waiting = [...waiting];
  }

  get size(): number {
    return this.#waiting.length;
  }

  /** Oldest first. */
  all(): readonly Word[] {
    return [...this.#waiting];
  }

  add(word: Word): void {
    this.#waiting.push(word);
    const own = this.#waiting.filter(({ to }) => to === word.to);
    if (own.length > WORDS_PER_VIEWPOINT) this.#waiting = this.#waiting.filter((each) => each !== own[0]);
    if (this.#waiting.length > WORDS_PER_BOARD) this.#waiting.shift();
  }

  /** What waits for a viewpoint; it waits no longer. */
  take(viewpoint: Viewpoint): Word[] {
    const due = this.#waiting.filter(({ to }) => to === viewpoint);
    if (due.length > 0) this.#waiting = this.#waiting.filter(({ to }) => to !== viewpoint);
    return due;
  }
}
