/**
 * Access control: invites, the sessions they open, and whether a session is live. It closes no connection itself. A
 * secret that does not serve (unknown, wrong, revoked, expired, spent) gets one answer, after the same work.
 */
import {
  type BoardId,
  type InviteId,
  newInviteId,
  type RandomBytes,
  type Viewpoint,
} from '../../shared/model/ids.ts';
import { LIMITS } from '../../shared/model/limits.ts';
import type { Role } from '../../shared/protocol.ts';
import type { InviteRow, SessionRow, Store } from '../store/store.ts';
import { claimedInvite, sameSecret, secretOf } from './secrets.ts';
import { newToken, tokenId } from './tokens.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;
const SESSION_MS = 30 * DAY_MS;
/** How long an ended session is kept, to be told apart from one that never was. */
const ENDED_SESSION_KEPT_MS = 7 * DAY_MS;

/** A stand-in for an invite that is not there, so that looking for it costs the same. */
const NO_INVITE = { generation: 0 };

export interface OpenedSession {
  readonly token: string;
  readonly session: SessionRow;
}

export type SessionState =
  | { readonly state: 'live'; readonly session: SessionRow }
  | { readonly state: 'expired' }
  | { readonly state: 'unknown' };

export interface NewInvite {
  readonly board: BoardId;
  readonly viewpoint: Viewpoint;
  readonly role: Role;
  readonly label?: string | undefined;
  readonly expires?: number | null | undefined;
  readonly maxUses?: number | null | undefined;
}

export interface InviteReplacement {
  readonly board: BoardId;
  readonly invite: InviteId;
  readonly expires: number | null;
  /** Which of the sessions opened with the link so far are to end. */
  readonly ends: (session: SessionRow) => boolean;
}

export interface ReplacedInvite {
  readonly row: InviteRow;
  /** Ids of the sessions that were ended. */
  readonly ended: readonly string[];
}

export interface AccessControlOptions {
  readonly store: Store;
  readonly key: Uint8Array;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  readonly random: RandomBytes;
}

export class AccessControl {
  readonly #store: Store;
  readonly #key: Uint8Array;
  readonly #clock: () => number;
  readonly #random: RandomBytes;

  constructor({ store, key, clock, random }: AccessControlOptions) {
    this.#store = store;
    this.#key = key;
    this.#clock = clock;
    this.#random = random;
  }

  /** An invite that is not stored yet. */
  draft({ board, viewpoint, role, label, expires, maxUses }: NewInvite): InviteRow {
    return {
      id: newInviteId(this.#random),
      board,
      viewpoint,
      role,
      label: label ?? '',
      generation: 1,
      expires: expires ?? null,
      maxUses: maxUses ?? null,
      uses: 0,
      created: this.#clock(),
      lastUsed: null,
      revoked: null,
    };
  }

  /** Stores an invite. Null when the board has as many as it may. */
  async invite(request: NewInvite): Promise<InviteRow | null> {
    if ((await this.invites(request.board)).length >= LIMITS.invites) return null;
    const invite = this.draft(request);
    await this.#store.putInvite(invite);
    return invite;
  }

  /** Those not revoked, in the order they were made. */
  async invites(board: BoardId): Promise<InviteRow[]> {
    return (await this.#store.invites(board)).filter((invite) => invite.revoked === null);
  }

  /** Null when there is none or it is revoked. */
  async find(board: BoardId, invite: InviteId): Promise<InviteRow | null> {
    const row = await this.#store.invite(board, invite);
    return row === null || row.revoked !== null ? null : row;
  }

  secret(invite: InviteRow): string {
    return secretOf(this.#key, invite);
  }

  /** Revokes an invite and forgets its sessions; closing its connections is the caller's task. */
  revoke(board: BoardId, invite: InviteId): Promise<boolean> {
    return this.#store.revoke({ board, invite, at: this.#clock() });
  }

  /**
   * Gives an invite another secret: the link handed out before opens nothing any more. Sessions opened with it
   * go on, unless they are told to end. Null when there is no such invite.
   */
  async replace({ board, invite, expires, ends }: InviteReplacement): Promise<ReplacedInvite | null> {
    const row = await this.#store.replaceInvite({ board, invite, expires });
    if (row === null) return null;
    const sessions = (await this.#store.sessions(board)).filter((session) => session.invite === invite);
    const ended = sessions.filter(ends).map(({ id }) => id);
    for (const id of ended) await this.#store.dropSession(board, id);
    return { row, ended };
  }

  /** Those that have not ended, in the order they were opened. */
  async sessions(board: BoardId): Promise<SessionRow[]> {
    const now = this.#clock();
    return (await this.#store.sessions(board)).filter((session) => session.expires > now);
  }

  /** Ends one session; closing its connections is the caller's task. False when there is none. */
  end(board: BoardId, session: string): Promise<boolean> {
    return this.#store.dropSession(board, session);
  }

  /** Notes that a session connected or disconnected. */
  seen(session: string): Promise<void> {
    return this.#store.seeSession(session, this.#clock());
  }

  /** Opens a new session each time. Null for a secret that does not serve. */
  async enter({
    board,
    secret,
    name,
  }: {
    board: BoardId;
    secret: string;
    name: string;
  }): Promise<OpenedSession | null> {
    const id = claimedInvite(secret);
    const invite = await this.#store.invite(board, id);
    const { generation } = invite ?? NO_INVITE;
    const matches = sameSecret(secretOf(this.#key, { id, generation }), secret);
    if (invite === null || !matches) return null;
    const now = this.#clock();
    const token = newToken(this.#random);
    const session: SessionRow = {
      id: tokenId(token),
      board,
      invite: invite.id,
      role: invite.role,
      viewpoint: invite.viewpoint,
      name,
      created: now,
      expires: Math.min(now + SESSION_MS, invite.expires ?? Number.POSITIVE_INFINITY),
      lastSeen: null,
    };
    const served = await this.#store.redeem({ invite: invite.id, board, generation, session });
    return served ? { token, session } : null;
  }

  /** What a token is worth now. An invite's end is its sessions' end, so this is all there is to check. */
  async session(token: string): Promise<SessionState> {
    const session = await this.#store.session(tokenId(token));
    if (session === null) return { state: 'unknown' };
    return session.expires <= this.#clock() ? { state: 'expired' } : { state: 'live', session };
  }

  /** Deletes sessions that ended long enough ago. */
  dropEndedSessions(): Promise<void> {
    return this.#store.dropSessions(this.#clock() - ENDED_SESSION_KEPT_MS);
  }
}
