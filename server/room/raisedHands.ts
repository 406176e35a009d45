/**
 * Which sessions have a hand up, and since when. It is kept by session, so that a client that reconnects keeps its
 * turn. A hand that a facilitator took down stays down until its owner has put it down and up again.
 */
import type { Principal } from './principal.ts';

type Raiser = Pick<Principal, 'session' | 'role'>;

/** Sessions remembered; the oldest are forgotten. */
const MAX_HANDS = 10_000;

export class RaisedHands {
  readonly #now: () => number;
  /** When the hand went up; null where it was taken down while its owner still holds it up. */
  readonly #raised = new Map<string, number | null>();

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Takes what a client says of its hand. Answers since when it is up, in milliseconds; null when it is not. */
  hear({ session, role }: Raiser, isUp: boolean): number | null {
    if (role === 'facilitator') return null;
    if (!isUp) {
      this.#raised.delete(session);
      return null;
    }
    const known = this.#raised.get(session);
    if (known !== undefined) return known;
    const now = this.#now();
    this.#raised.set(session, now);
    for (const oldest of this.#raised.keys()) {
      if (this.#raised.size <= MAX_HANDS) break;
      this.#raised.delete(oldest);
    }
    return now;
  }

  lower({ session }: Raiser): void {
    if (this.#raised.has(session)) this.#raised.set(session, null);
  }
}
