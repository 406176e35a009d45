/**
 * Who pays for work: every unit of work (time on the processor, bytes) is put to the account of a session, and to those
 * that it shares with others: of its invite, its board and its address. A session that is sent away comes back to the same
 * account, and a new session through the same link finds the link's account as empty as it was left.
 *
 * A shared account that is empty turns away those who emptied it and no others: a session whose invite has hardly used
 * its own account goes on.
 */
import { type Allowance, Buckets } from './tokenBucket.ts';

/** Ten seconds of work at once: a page that comes back from a long absence with a large drawing. */
const WORK_BURST_MS = 10_000;
/** A page makes some kilobytes a second; an import some megabytes at once. */
const BYTES: Allowance = { perSecond: 256 * 1024, burst: 64 * 1024 * 1024 };
const UNLIMITED: Allowance = { perSecond: Number.POSITIVE_INFINITY, burst: Number.POSITIVE_INFINITY };

/** What an invite, a board or an address has, in sessions' worth: a workshop shares all three. */
const SHARED_WORTH = 4;
const SHARED_BYTES_WORTH = 10;
/** An invite that has more than this share of its account left did not empty the accounts it shares. */
const LIGHT_USE = 0.5;

/** Whose work it is. */
export interface Payer {
  readonly session: string;
  readonly invite: string;
  readonly board: string;
  /** The network the session calls from; null where that is not known. */
  readonly address: string | null;
}

export interface Cost {
  readonly workMs: number;
  readonly bytes: number;
}

export class CostAccounts {
  readonly #work: Accounts;
  readonly #bytes: Accounts;
  readonly #clock: () => number;

  /** `percent` of one processor is what a session may keep busy; infinite where there is no limit. */
  constructor({ percent, clock }: { percent: number; clock: () => number }) {
    const isLimited = Number.isFinite(percent);
    const work = isLimited ? { perSecond: percent * 10, burst: WORK_BURST_MS } : UNLIMITED;
    this.#work = new Accounts(work, SHARED_WORTH);
    this.#bytes = new Accounts(isLimited ? BYTES : UNLIMITED, SHARED_BYTES_WORTH);
    this.#clock = clock;
  }

  /** Puts a cost to the accounts of a payer. False when it is one too many. */
  pay(payer: Payer, { workMs, bytes }: Cost): boolean {
    const now = this.#clock();
    const paidWork = this.#work.spend(payer, { amount: workMs, now });
    return this.#bytes.spend(payer, { amount: bytes, now }) && paidWork;
  }
}

/** The accounts of one kind of cost. */
class Accounts {
  readonly #sessions: Buckets;
  readonly #invites: Buckets;
  readonly #boards: Buckets;
  readonly #addresses: Buckets;

  constructor({ perSecond, burst }: Allowance, worth: number) {
    const shared = { perSecond: perSecond * worth, burst: burst * worth };
    this.#sessions = new Buckets({ perSecond, burst });
    this.#invites = new Buckets(shared);
    this.#boards = new Buckets(shared);
    this.#addresses = new Buckets(shared);
  }

  spend(
    { session, invite, board, address }: Payer,
    { amount, now }: { amount: number; now: number },
  ): boolean {
    const own = this.#sessions.of(session, now).spend(amount, now);
    const ofInvite = this.#invites.of(invite, now);
    const ofLink = ofInvite.spend(amount, now);
    const ofBoard = this.#boards.of(board, now).spend(amount, now);
    const ofAddress = address === null || this.#addresses.of(address, now).spend(amount, now);
    if (!own || !ofLink) return false;
    return (ofBoard && ofAddress) || ofInvite.share(now) > LIGHT_USE;
  }
}
