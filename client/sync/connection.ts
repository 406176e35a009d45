/**
 * A connection to one view of a board: keeps a copy in step with the server, says how that goes, and turns
 * close codes into what follows from them. Which screen that means is for whoever listens to decide.
 */
import type * as Y from 'yjs';
import { CLOSE } from '../../shared/closeCodes.ts';
import type { Notice, Refusal, Role } from '../../shared/protocol.ts';
import { clockIn, type SavedState, savedState } from './saved.ts';
import type { BoardStore } from './store.ts';
import { makeReplica, protocolsFor, type ViewReplica } from './viewReplica.ts';

/** Why a connection is over for good. */
export type EndReason = 'link' | 'expired' | 'not-found' | 'broken';

export interface ConnectionState {
  readonly replica: ViewReplica;
  readonly connected: boolean;
  /** Whether the copy has held the whole view at least once. */
  readonly loaded: boolean;
  readonly role: Role | null;
  readonly saved: SavedState;
  readonly ended: EndReason | null;
}

export type ConnectionEvent =
  | {
      readonly type: 'refused';
      readonly reason: Refusal;
      readonly elements: readonly string[];
      /** What the reader has of the board: the change is set back in it. */
      readonly store: BoardStore;
    }
  | { readonly type: 'restarted'; readonly cause: 'renewed' | 'malformed' | 'too-large' };

export interface ViewConnectionOptions {
  readonly serverUrl: string;
  readonly board: string;
  readonly viewpoint: string;
  readonly token: string;
  readonly edits?: boolean;
  /** Gets a new token with the link's secret; null when the link does not serve any more. */
  readonly renewToken: () => Promise<string | null>;
  readonly onEvent: (event: ConnectionEvent) => void;
}

/** A copy that is refused this often within the time below is not worth another attempt. */
const MAX_RESTARTS = 3;
const RESTART_WINDOW_MS = 30_000;

export class ViewConnection {
  readonly #options: ViewConnectionOptions;
  readonly #listeners = new Set<() => void>();
  #token: string;
  #state: ConnectionState;
  #durable = 0;
  /** Deletions wait for the next word of the server: they do not move the clock. */
  #deleting = false;
  #tokenRenewed = false;
  #restarts: number[] = [];
  #destroyed = false;

  constructor(options: ViewConnectionOptions) {
    this.#options = options;
    this.#token = options.token;
    const replica = this.#makeReplica(1);
    this.#state = { replica, connected: false, loaded: false, role: null, saved: 'offline', ended: null };
    replica.provider.connect();
    window.addEventListener('offline', this.#pause);
    window.addEventListener('online', this.#resume);
  }

  /** The browser knows sooner than the socket that the network is gone. */
  readonly #pause = () => {
    this.#state.replica.provider.disconnect();
  };

  readonly #resume = () => {
    if (this.#state.ended === null) this.#state.replica.provider.connect();
  };

  get state(): ConnectionState {
    return this.#state;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  destroy(): void {
    this.#destroyed = true;
    window.removeEventListener('offline', this.#pause);
    window.removeEventListener('online', this.#resume);
    this.#state.replica.destroy();
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
    replica.provider.on('status', ({ status }) => this.#update({ connected: status === 'connected' }));
    replica.provider.on('sync', (synced: boolean) => {
      if (!synced) return;
      this.#tokenRenewed = false;
      this.#update({ loaded: true });
    });
    replica.provider.on('closed', ({ code }) => this.#onClosed(code));
    replica.doc.on(
      'update',
      (_update: Uint8Array, origin: unknown, _doc: unknown, { deleteSet }: Y.Transaction) => {
        if (origin === replica.provider) return;
        if (deleteSet.clients.size > 0) this.#deleting = true;
        this.#update({});
      },
    );
    return replica;
  }

  #onNotice(notice: Notice): void {
    switch (notice.type) {
      case 'welcome':
        this.#update({ role: notice.role });
        return;
      case 'saved': {
        const clock = clockIn(notice.state, this.#state.replica.doc.clientID);
        if (clock !== null) this.#durable = Math.max(this.#durable, clock);
        this.#deleting = false;
        this.#update({});
        return;
      }
      case 'refused':
        this.#options.onEvent({
          type: 'refused',
          reason: notice.reason,
          elements: notice.elements,
          store: this.#state.replica.store,
        });
    }
  }

  #onClosed(code: number): void {
    switch (code) {
      case CLOSE.unauthorized:
        void this.#renewToken();
        return;
      case CLOSE.revoked:
        this.#update({ ended: 'expired' });
        return;
      case CLOSE.notFound:
        this.#update({ ended: 'not-found' });
        return;
      case CLOSE.renewed:
        this.#restart('renewed');
        return;
      case CLOSE.tooLarge:
        this.#restart('too-large');
        return;
      default:
        this.#restart('malformed');
    }
  }

  async #renewToken(): Promise<void> {
    if (this.#tokenRenewed) {
      this.#update({ ended: 'link' });
      return;
    }
    this.#tokenRenewed = true;
    const token = await this.#options.renewToken();
    if (this.#destroyed) return;
    if (token === null) {
      this.#update({ ended: 'link' });
      return;
    }
    this.#token = token;
    this.#state.replica.provider.protocols = protocolsFor(token);
    this.#state.replica.provider.connect();
  }

  #restart(cause: 'renewed' | 'malformed' | 'too-large'): void {
    const now = Date.now();
    this.#restarts = [...this.#restarts.filter((at) => now - at < RESTART_WINDOW_MS), now];
    if (this.#restarts.length > MAX_RESTARTS) {
      this.#update({ ended: 'broken' });
      return;
    }
    const old = this.#state.replica;
    const replica = this.#makeReplica(old.generation + 1);
    this.#durable = 0;
    this.#deleting = false;
    this.#update({ replica, loaded: false, connected: false });
    old.destroy();
    replica.provider.connect();
    this.#options.onEvent({ type: 'restarted', cause });
  }

  #update(change: Partial<ConnectionState>): void {
    if (this.#destroyed || this.#state === undefined) return;
    const next: { -readonly [Key in keyof ConnectionState]: ConnectionState[Key] } = {
      ...this.#state,
      ...change,
    };
    const { doc } = next.replica;
    const written = doc.store.clients.has(doc.clientID) ? ownClock(next.replica) : 0;
    next.saved = savedState({
      connected: next.connected,
      written,
      durable: this.#durable,
      deleting: this.#deleting,
    });
    const keys = Object.keys(next) as (keyof ConnectionState)[];
    if (keys.every((key) => next[key] === this.#state[key])) return;
    this.#state = next;
    for (const listener of [...this.#listeners]) listener();
  }
}

function ownClock({ doc }: ViewReplica): number {
  const structs = doc.store.clients.get(doc.clientID);
  const last = structs?.at(-1);
  return last === undefined ? 0 : last.id.clock + last.length;
}
