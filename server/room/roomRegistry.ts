/**
 * Opens rooms when somebody asks for a board and puts them away when nobody is left, and runs their turns:
 * all boards that changed in one turn of the event loop are committed together, then each delivers. When a
 * commit fails nothing of it was delivered: those rooms close, and start again from what is kept.
 */

import { type BoardId, newNodeId, type Viewpoint } from '../../shared/model/ids.ts';
import type { Store } from '../store/store.ts';
import type { RoomApi } from './connectionHandle.ts';
import { Room } from './room.ts';
import type { Meter, Turn } from './roomDeps.ts';
import { TurnPacer } from './turnPacer.ts';

export interface RoomRegistryOptions {
  readonly store: Store;
  readonly log: Pick<Console, 'error' | 'warn'>;
  readonly now?: () => number;
  readonly newWriter?: (viewpoint: Viewpoint) => number;
  /** The share of time that went into work since the last call; absent, there is always time. */
  readonly busyShare?: () => number;
  readonly meter?: Meter;
}

/** How often idle views and rooms are looked for. */
const SWEEP_INTERVAL_MS = 15_000;

export class RoomRegistry {
  readonly #store: Store;
  readonly #log: RoomRegistryOptions['log'];
  readonly #meter: Meter | undefined;
  readonly #now: () => number;
  readonly #newWriter: (viewpoint: Viewpoint) => number;
  readonly #rooms = new Map<BoardId, Promise<Room | null>>();
  readonly #open = new Set<Room>();
  readonly #due = new Set<Room>();
  /** Rooms whose work is being kept: until it is, the store does not know of it. */
  #keeping: ReadonlySet<Room> = new Set();
  readonly #tidying: NodeJS.Timeout;
  #running: Promise<void> | null = null;
  #isHealthy = true;
  #isClosing = false;
  readonly #rest: TurnPacer;
  /** Ends a rest early. */
  #hurry: () => void = () => {};

  constructor({
    store,
    log,
    now = Date.now,
    newWriter = randomWriter,
    meter,
    busyShare = () => 0,
  }: RoomRegistryOptions) {
    this.#meter = meter;
    this.#rest = new TurnPacer({ clock: () => performance.now(), busyShare });
    this.#store = store;
    this.#log = log;
    this.#now = now;
    this.#newWriter = newWriter;
    this.#tidying = setInterval(() => this.#tidy(), SWEEP_INTERVAL_MS);
    this.#tidying.unref();
  }

  /** Null when there is no such board. */
  async room(board: BoardId): Promise<RoomApi | null> {
    const room = await this.#find(board);
    room?.touch();
    return room;
  }

  #find(board: BoardId): Promise<Room | null> {
    const known = this.#rooms.get(board);
    if (known !== undefined) return known;
    const opening = this.#load(board);
    this.#rooms.set(board, opening);
    opening.then(
      (room) => {
        if (room === null) this.#rooms.delete(board);
      },
      () => this.#rooms.delete(board),
    );
    return opening;
  }

  /** Whether the last commit succeeded. */
  get isHealthy(): boolean {
    return this.#isHealthy;
  }

  get roomCount(): number {
    return this.#open.size;
  }

  get viewCount(): number {
    let count = 0;
    for (const room of this.#open) count += room.viewCount;
    return count;
  }

  /** Keeps what is left to keep and closes every connection with "restarting". */
  async close(): Promise<void> {
    clearInterval(this.#tidying);
    for (const room of this.#open) this.#due.add(room);
    this.#isClosing = true;
    this.#hurry();
    await this.#running;
    await this.#runTurns();
    for (const room of this.#open) room.close();
    this.#open.clear();
    this.#rooms.clear();
  }

  async #load(board: BoardId): Promise<Room | null> {
    // A room that failed is given up at once; what it did before may still be on its way to the store.
    if ([...this.#keeping].some(({ id }) => id === board)) await this.#running;
    const stored = await this.#store.loadBoard(board);
    if (stored === null) return null;
    const room: Room = new Room(board, stored, {
      now: this.#now,
      newWriter: this.#newWriter,
      newId: () => newNodeId(),
      requestTurn: () => this.#request(room),
      after: (milliseconds, run) => {
        const timer = setTimeout(run, milliseconds);
        return () => clearTimeout(timer);
      },
      loadView: (viewpoint) => this.#store.loadView(board, viewpoint),
      onFault: (cause) => this.#fault(room, cause),
      onViolation: (why) => {
        this.#meter?.failed('update');
        this.#log.warn(`A connection was closed: its update held ${why}.`);
      },
      ...(this.#meter && { meter: this.#meter }),
    });
    this.#open.add(room);
    return room;
  }

  #request(room: Room): void {
    this.#due.add(room);
    this.#running ??= this.#rested()
      .then(() => this.#runTurns())
      .finally(() => {
        this.#running = null;
        const [next] = this.#due;
        if (next !== undefined) this.#request(next);
      });
  }

  /** Lets the turn of the event loop end, and more edits gather where many come. */
  #rested(): Promise<void> {
    const { leftMs } = this.#rest;
    if (leftMs < 1 || this.#isClosing) return new Promise((resolve) => setImmediate(resolve));
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, leftMs);
      this.#hurry = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  async #runTurns(): Promise<void> {
    const began = performance.now();
    const rooms = [...this.#due].filter((room) => this.#open.has(room));
    this.#due.clear();
    const turns = rooms.flatMap((room) => this.#collect(room));
    this.#keeping = new Set(rooms);
    const commits = turns.flatMap((turn) => turn.commit ?? []);
    const projected = performance.now();
    this.#meter?.projected((projected - began) / 1_000);
    try {
      if (commits.length > 0) {
        await this.#store.commit(commits);
        this.#meter?.committed((performance.now() - projected) / 1_000);
      }
      this.#isHealthy = true;
    } catch (error) {
      this.#isHealthy = false;
      this.#meter?.failed('commit');
      this.#keeping = new Set();
      this.#log.error(
        `Nothing could be saved; the boards concerned start again from what is kept. ${String(error)}`,
      );
      for (const room of rooms) this.#discard(room);
      for (const turn of turns) turn.fail(new Error('Nothing could be saved.'));
      return;
    }
    this.#keeping = new Set();
    for (const turn of turns) turn.deliver();
    this.#rest.turned(
      rooms.map(({ id }) => id),
      began,
    );
  }

  #collect(room: Room): Turn[] {
    try {
      return [room.collect()];
    } catch (cause) {
      this.#fault(room, cause);
      return [];
    }
  }

  #fault(room: Room, cause: unknown): void {
    this.#meter?.failed('board');
    this.#log.error(`A board failed and starts again from what is kept. ${String(cause)}`);
    this.#discard(room);
  }

  #discard(room: Room): void {
    this.#open.delete(room);
    this.#rooms.delete(room.id);
    room.close();
  }

  #tidy(): void {
    for (const room of this.#open) {
      if (this.#due.has(room) || this.#keeping.has(room)) continue;
      room.tidy();
      if (room.isIdle()) this.#discard(room);
    }
  }
}

/** Yjs client ids are unsigned 32-bit numbers. */
function randomWriter(): number {
  const [value = 1] = crypto.getRandomValues(new Uint32Array(1));
  return value === 0 ? 1 : value;
}
