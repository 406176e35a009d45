/**
 * The connection to one view of a board: keeps a replica in sync with the server, reports its state, and maps
 * close codes to what follows from them. Which screen to show is decided by its listener.
 */

import type * as Y from 'yjs';
import { CLOSE } from '../../shared/closeCodes.ts';
import type { Viewpoint } from '../../shared/model/ids.ts';
import type { Notice, Refusal } from '../../shared/protocol.ts';
import { clockIn, type SavedState, savedState } from './saved.ts';
import type { BoardStore } from './store.ts';
import { makeReplica, protocolsFor, type ViewReplica } from './viewReplica.ts';

/** Why a connection is over for good. */
export type EndReason = 'link' | 'expired' | 'not-found' | 'broken';

/**
 * Derived from what the connection has met with so far:
 *
 *     loading -- the whole view has come --> open
 *     open -- the server renews the view: another replica begins --> loading
 *     loading, open -- a close code, or a link that does not serve any more --> ended, for good
 *
 * While it is loading or open the network may come and go: `saved` is `offline` exactly while it is gone. A state is
 * the same object until something in it changes.
 */
export type ConnectionState =
  | { readonly phase: 'loading' | 'open'; readonly replica: ViewReplica; readonly saved: SavedState }
  | {
      readonly phase: 'ended';
      readonly replica: ViewReplica;
      readonly reason: EndReason;
      /** Whether the replica had held the whole view. */
      readonly wasOpen: boolean;
    };

/** Whether the replica has held the whole view. */
export function hasLoaded(state: ConnectionState): boolean {
  return state.phase === 'ended' ? state.wasOpen : state.phase === 'open';
}

export function savedIn(state: ConnectionState): SavedState {
  return state.phase === 'ended' ? 'offline' : state.saved;
}

export type ConnectionEvent =
  | {
      readonly type: 'refused';
      readonly reason: Refusal;
      readonly elements: readonly string[];
      /** What the page holds of the board; the refused change is reverted in it. */
      readonly store: BoardStore;
    }
  | { readonly type: 'restarted'; readonly cause: 'renewed' | 'malformed' | 'too-large' }
  /** Some of the board's records could not be read from the server's disk; told to facilitators. */
  | { readonly type: 'damaged' };

export interface ViewConnectionOptions {
  readonly serverUrl: string;
  readonly board: string;
  readonly viewpoint: Viewpoint;
  readonly token: string;
  readonly edits?: boolean;
  /** Gets a new token with the link's secret; null when the link does not serve any more. */
  readonly renewToken: () => Promise<string | null>;
  readonly onEvent: (event: ConnectionEvent) => void;
}

/** After so many restarts within the time below the connection gives up. */
const MAX_RESTARTS = 3;
const RESTART_WINDOW_MS = 30_000;

export class ViewConnection {
  readonly #options: ViewConnectionOptions;
  readonly #listeners = new Set<() => void>();
  #token: string;
  #replica: ViewReplica;
  #state: ConnectionState;
  #isConnected = false;
  #hasLoaded = false;
  #ended: EndReason | null = null;
  /** Up to which clock the server has called this page's writing durable. */
  #durable = 0;
  /** Deletions do not move the clock, so they count as saved with the next message of the server. */
  #isDeleting = false;
  /** Whether the token was renewed since the view last came. */
  #wasTokenRenewed = false;
  /** Times of the recent restarts, in milliseconds. */
  #restarts: number[] = [];
  #isDestroyed = false;

  constructor(options: ViewConnectionOptions) {
    this.#options = options;
    this.#token = options.token;
    this.#replica = this.#makeReplica(1);
    this.#state = { phase: 'loading', replica: this.#replica, saved: 'offline' };
    this.#replica.provider.connect();
    window.addEventListener('offline', this.#onOffline);
    window.addEventListener('online', this.#onOnline);
  }

  /** The browser's `offline` event comes before the socket notices. */
  readonly #onOffline = () => {
    this.#replica.provider.disconnect();
  };

  readonly #onOnline = () => {
    if (this.#ended === null) this.#replica.provider.connect();
  };

  get state(): ConnectionState {
    return this.#state;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  destroy(): void {
    this.#isDestroyed = true;
    window.removeEventListener('offline', this.#onOffline);
    window.removeEventListener('online', this.#onOnline);
    this.#replica.destroy();
    this.#listeners.clear();
  }

  #makeReplica(generation: number): ViewReplica {
    const { serverUrl, board, viewpoint, edits = false } = this.#options;
    const replica = makeReplica({
      generation,
      serverUrl,
      board,
      viewpoint,
      token: this.#token,
      edits,
      onNotice: (notice) => this.#onNotice(notice),
    });
    replica.provider.on('status', ({ status }) => {
      this.#isConnected = status === 'connected';
      this.#refresh();
    });
    replica.provider.on('sync', (isSynced: boolean) => {
      if (!isSynced) return;
      this.#wasTokenRenewed = false;
      this.#hasLoaded = true;
      this.#refresh();
    });
    replica.provider.on('closed', ({ code }) => this.#onClosed(code));
    replica.doc.on(
      'update',
      (_update: Uint8Array, origin: unknown, _doc: unknown, { deleteSet }: Y.Transaction) => {
        if (origin === replica.provider) return;
        if (deleteSet.clients.size > 0) this.#isDeleting = true;
        this.#refresh();
      },
    );
    return replica;
  }

  #onNotice(notice: Notice): void {
    switch (notice.type) {
      case 'saved': {
        const clock = clockIn(notice.state, this.#replica.doc.clientID);
        if (clock !== null) this.#durable = Math.max(this.#durable, clock);
        this.#isDeleting = false;
        return this.#refresh();
      }
      case 'damaged':
        return this.#options.onEvent({ type: 'damaged' });
      case 'refused': {
        const { reason, elements } = notice;
        const { store } = this.#replica;
        return this.#options.onEvent({ type: 'refused', reason, elements, store });
      }
    }
  }

  #onClosed(code: number): void {
    switch (code) {
      case CLOSE.unauthorized:
        void this.#renewToken();
        return;
      case CLOSE.revoked:
        return this.#end('expired');
      case CLOSE.notFound:
        return this.#end('not-found');
      case CLOSE.renewed:
        return this.#restart('renewed');
      case CLOSE.tooLarge:
        return this.#restart('too-large');
      default:
        return this.#restart('malformed');
    }
  }

  #end(reason: EndReason): void {
    this.#ended = reason;
    this.#refresh();
  }

  async #renewToken(): Promise<void> {
    if (this.#wasTokenRenewed) return this.#end('link');
    this.#wasTokenRenewed = true;
    const token = await this.#options.renewToken();
    if (this.#isDestroyed) return;
    if (token === null) return this.#end('link');
    this.#token = token;
    this.#replica.provider.protocols = protocolsFor(token);
    this.#replica.provider.connect();
  }

  #restart(cause: 'renewed' | 'malformed' | 'too-large'): void {
    const now = Date.now();
    this.#restarts = [...this.#restarts.filter((at) => now - at < RESTART_WINDOW_MS), now];
    if (this.#restarts.length > MAX_RESTARTS) return this.#end('broken');
    const old = this.#replica;
    this.#replica = this.#makeReplica(old.generation + 1);
    this.#durable = 0;
    this.#isDeleting = false;
    this.#hasLoaded = false;
    this.#isConnected = false;
    this.#refresh();
    old.destroy();
    this.#replica.provider.connect();
    this.#options.onEvent({ type: 'restarted', cause });
  }

  /** Recomputes the state, and notifies the listeners if it changed. */
  #refresh(): void {
    if (this.#isDestroyed) return;
    const next = this.#derived();
    if (isSame(next, this.#state)) return;
    this.#state = next;
    for (const listener of [...this.#listeners]) listener();
  }

  #derived(): ConnectionState {
    const replica = this.#replica;
    if (this.#ended !== null) {
      return { phase: 'ended', replica, reason: this.#ended, wasOpen: this.#hasLoaded };
    }
    const saved = savedState({
      connected: this.#isConnected,
      written: ownClock(replica),
      durable: this.#durable,
      deleting: this.#isDeleting,
    });
    return { phase: this.#hasLoaded ? 'open' : 'loading', replica, saved };
  }
}

function isSame(a: ConnectionState, b: ConnectionState): boolean {
  if (a.replica !== b.replica) return false;
  if (a.phase === 'ended' || b.phase === 'ended') return a.phase === b.phase;
  return a.phase === b.phase && a.saved === b.saved;
}

function ownClock({ doc }: ViewReplica): number {
  const structs = doc.store.clients.get(doc.clientID);
  const last = structs?.at(-1);
  return last === undefined ? 0 : last.id.clock + last.length;
}
