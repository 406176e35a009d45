/**
 * Notices from the server that are not part of the doc: calls, declined drawings, a lowered hand, the clock
 * offset. Kept until they are read, because each is sent only once.
 */
import type { Notice } from '../../shared/protocol.ts';

type Declined = Extract<Notice, { type: 'declined' }>;

export interface NoticeState {
  /** The elements of the last call that is not answered yet. */
  readonly call: readonly string[] | null;
  readonly declined: readonly Declined[];
  /** Counts how often a facilitator lowered this person's hand. */
  readonly lowered: number;
  /** How far the server's clock is ahead of this page's, in milliseconds. */
  readonly aheadMs: number;
}

/** The oldest notices are dropped beyond this number. */
const MAX_DECLINED = 50;

export class NoticeInbox {
  readonly #listeners = new Set<() => void>();
  readonly #now: () => number;
  #state: NoticeState = { call: null, declined: [], lowered: 0, aheadMs: 0 };

  constructor(now: () => number = () => Date.now()) {
    this.#now = now;
  }

  get state(): NoticeState {
    return this.#state;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  hear(notice: Notice): void {
    const { declined, lowered } = this.#state;
    switch (notice.type) {
      case 'called':
        return this.#update({ call: notice.elements });
      case 'declined':
        return this.#update({ declined: [...declined, notice].slice(-MAX_DECLINED) });
      case 'hand-lowered':
        return this.#update({ lowered: lowered + 1 });
      case 'clock':
        return this.#update({ aheadMs: notice.now - this.#now() });
      default:
    }
  }

  answerCall(): void {
    if (this.#state.call !== null) this.#update({ call: null });
  }

  readDeclined(): void {
    this.#update({ declined: [] });
  }

  #update(change: Partial<NoticeState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of [...this.#listeners]) listener();
  }
}
