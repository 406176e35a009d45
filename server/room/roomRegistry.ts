/**
 * The open rooms, by board: a room is loaded when its board is first asked for and closed once nobody has been in
 * it for a while. A room that failed, or whose work could not be saved, is closed at once; whoever asks for its
 * board next gets one that starts from what the store holds.
 */
import type { CloseCode } from '../../shared/closeCodes.ts';
import { type BoardId, newNodeId, type Viewpoint } from '../../shared/model/ids.ts';
import type { Store } from '../store/store.ts';
import { Room } from './room.ts';
import type { RoomApi, RoomProvider } from './roomApi.ts';
import type { Meter } from './roomDeps.ts';
import type { RoomReport, TurnTimings } from './roomReport.ts';
import { TurnScheduler } from './turnScheduler.ts';

export interface RoomRegistryOptions {
  readonly store: Store;
  readonly log: Pick<Console, 'error' | 'warn'>;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** Fresh Yjs client ids for the server's own writing, by viewpoint. */
  readonly newWriter?: (viewpoint: Viewpoint) => number;
  /** The share of time, from 0 to 1, that went into work since the last call; absent, there is always time. */
  readonly busyShare?: () => number;
  readonly meter?: Meter;
}

/** How often idle views and rooms are looked for. */
const SWEEP_INTERVAL_MS = 15_000;

export class RoomRegistry implements RoomProvider {
  readonly #store: Store;
  readonly #log: RoomRegistryOptions['log'];
  readonly #meter: Meter | undefined;
  readonly #now: () => number;
  readonly #newWriter: (viewpoint: Viewpoint) => number;
  /** Rooms that are open or being loaded. */
  readonly #rooms = new Map<BoardId, Promise<Room | null>>();
  readonly #open = new Set<Room>();
  readonly #turns: TurnScheduler<Room>;
  readonly #sweepTimer: NodeJS.Timeout;

  constructor(options: RoomRegistryOptions) {
    const { store, log, now = Date.now, newWriter = randomClientId, meter, busyShare = () => 0 } = options;
    this.#store = store;
    this.#log = log;
    this.#meter = meter;
    this.#now = now;
    this.#newWriter = newWriter;
    this.#turns = new TurnScheduler({
      commit: (commits) => store.commit(commits),
      onCollectFailed: (room, cause) => this.#roomFailed(room, cause),
      onCommitFailed: (rooms, cause) => this.#commitFailed(rooms, cause),
      busyShare,
      meter,
    });
    this.#sweepTimer = setInterval(() => this.#sweep(), SWEEP_INTERVAL_MS);
    this.#sweepTimer.unref();
  }

  /** Null when there is no such board. Rejects when it cannot be loaded. */
  async room(board: BoardId): Promise<RoomApi | null> {
    const room = await this.#find(board);
    room?.touch();
    return room;
  }

  get roomCount(): number {
    return this.#open.size;
  }

  get viewCount(): number {
    let count = 0;
    for (const room of this.#open) count += room.viewCount;
    return count;
  }

  /** What each open room holds now, and how long its last turn took. */
  reports(): (RoomReport & { readonly lastTurn: TurnTimings | null })[] {
    return [...this.#open].map((room) => ({ ...room.report(), lastTurn: this.#turns.lastTurn(room) }));
  }

  /**
   * Closes a board's room, if it is open, with a code for everybody in it, and does the work while the board cannot
   * be opened: until then it is as if it were not there. What the room had not saved yet is dropped.
   */
  async remove<Result>(
    board: BoardId,
    { code, work }: { code: CloseCode; work: () => Promise<Result> },
  ): Promise<Result> {
    const room = await this.#rooms.get(board)?.catch(() => null);
    room?.dismiss(() => true, code);
    if (room) this.#discard(room);
    const working = this.#turns.committed(board).then(work);
    const closed = working.then(
      () => null,
      () => null,
    );
    this.#rooms.set(board, closed);
    try {
      return await working;
    } finally {
      if (this.#rooms.get(board) === closed) this.#rooms.delete(board);
    }
  }

  /** Saves what is not saved yet and closes every connection with "restarting". */
  async close(): Promise<void> {
    clearInterval(this.#sweepTimer);
    await this.#turns.finish(this.#open);
    for (const room of this.#open) room.close();
    this.#open.clear();
    this.#rooms.clear();
  }

  #find(board: BoardId): Promise<Room | null> {
    const known = this.#rooms.get(board);
    if (known !== undefined) return known;
    const loading = this.#load(board);
    this.#rooms.set(board, loading);
    loading.then(
      (room) => {
        if (room === null) this.#rooms.delete(board);
      },
      () => this.#rooms.delete(board),
    );
    return loading;
  }

  async #load(board: BoardId): Promise<Room | null> {
    // The room before may have failed and been closed while its last commit was still under way.
    await this.#turns.committed(board);
    const stored = await this.#store.loadBoard(board);
    if (stored === null) return null;
    const room: Room = new Room(board, stored, {
      now: this.#now,
      newWriter: this.#newWriter,
      newId: () => newNodeId(),
      requestTurn: () => this.#turns.request(room),
      after: (milliseconds, run) => {
        const timer = setTimeout(run, milliseconds);
        return () => clearTimeout(timer);
      },
      loadView: (viewpoint) => this.#store.loadView(board, viewpoint),
      onFault: (cause) => this.#roomFailed(room, cause),
      onViolation: (why) => {
        this.#meter?.failed('update');
        this.#log.warn(`A connection was closed: its update held ${why}.`);
      },
      ...(this.#meter && { meter: this.#meter }),
    });
    this.#open.add(room);
    return room;
  }

  #roomFailed(room: Room, cause: unknown): void {
    this.#meter?.failed('board');
    this.#log.error(`A board failed and starts again from what is kept. ${String(cause)}`);
    this.#discard(room);
  }

  #commitFailed(rooms: readonly Room[], cause: unknown): void {
    this.#log.error(
      `Nothing could be saved; the boards concerned start again from what is kept. ${String(cause)}`,
    );
    for (const room of rooms) this.#discard(room);
  }

  #discard(room: Room): void {
    this.#open.delete(room);
    this.#rooms.delete(room.id);
    room.close();
  }

  #sweep(): void {
    for (const room of this.#open) {
      if (this.#turns.isPending(room)) continue;
      room.evictIdleViews();
      if (room.isIdle()) this.#discard(room);
    }
  }
}

/** Yjs client ids are unsigned 32-bit numbers. */
function randomClientId(): number {
  const [value = 1] = crypto.getRandomValues(new Uint32Array(1));
  return value === 0 ? 1 : value;
}
