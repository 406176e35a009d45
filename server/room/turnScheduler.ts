/**
 * Runs the turns of all rooms: gather, commit, deliver. A room that has something to do asks for a turn. When the
 * event loop comes round, every room that asked gathers its work, the work of all of them is one commit, and once
 * that is durable each room delivers. While a commit is under way, further requests wait for the turn after it.
 *
 * Nothing is delivered that is not durable: when a commit fails, the rooms whose work it held are reported, because
 * what they hold in memory is no longer what the store holds.
 */
import type { BoardId } from '../../shared/model/ids.ts';
import type { BoardCommit } from '../store/store.ts';
import type { Meter, Turn } from './roomDeps.ts';
import type { TurnTimings } from './roomReport.ts';
import { TurnPacer } from './turnPacer.ts';

/** A room, as far as its turns go. */
export interface ScheduledRoom {
  readonly id: BoardId;
  /** A closed room takes no more turns. */
  readonly isClosed: boolean;
  /** Brings everything up to date and gathers what there is to keep and to send. */
  collect(): Turn;
}

export interface TurnSchedulerOptions<Room extends ScheduledRoom> {
  /** Makes commits durable, all of them or none. */
  readonly commit: (commits: readonly BoardCommit[]) => Promise<void>;
  /** Told when `collect` threw; the other rooms have their turn. */
  readonly onCollectFailed: (room: Room, cause: unknown) => void;
  /** Told when a commit failed; none of these rooms' work since their last turn is kept. */
  readonly onCommitFailed: (rooms: readonly Room[], cause: unknown) => void;
  /** The share of time, from 0 to 1, that went into work since the last call. */
  readonly busyShare: () => number;
  readonly meter?: Meter | undefined;
}

export class TurnScheduler<Room extends ScheduledRoom> {
  readonly #options: TurnSchedulerOptions<Room>;
  readonly #pacer: TurnPacer;
  readonly #requested = new Set<Room>();
  /** Rooms whose work is on its way to the store, which does not know of it until then. */
  #committing: ReadonlySet<Room> = new Set();
  /** The pause and the turn under way; null when no room has asked. */
  #running: Promise<void> | null = null;
  readonly #timings = new WeakMap<Room, TurnTimings>();
  #isFinishing = false;
  #endPause: () => void = () => {};

  constructor(options: TurnSchedulerOptions<Room>) {
    this.#options = options;
    this.#pacer = new TurnPacer({ clock: () => performance.now(), busyShare: options.busyShare });
  }

  /** Asks for a turn soon. Asking again before it has begun changes nothing. */
  request(room: Room): void {
    this.#requested.add(room);
    this.#running ??= this.#pause()
      .then(() => this.#runTurn())
      .finally(() => {
        this.#running = null;
        const [next] = this.#requested;
        if (next !== undefined) this.request(next);
      });
  }

  /** Whether a room has work that is not durable yet. */
  isPending(room: Room): boolean {
    return this.#requested.has(room) || this.#committing.has(room);
  }

  /** How long the last turn took that the room was in and that was kept; null before the first. */
  lastTurn(room: Room): TurnTimings | null {
    return this.#timings.get(room) ?? null;
  }

  /** Resolves once no work of the board is on its way to the store. */
  async committed(board: BoardId): Promise<void> {
    if ([...this.#committing].some(({ id }) => id === board)) await this.#running;
  }

  /** Gives each room a last turn; resolves when that is durable, or has failed. Nothing pauses any more. */
  async finish(rooms: Iterable<Room>): Promise<void> {
    for (const room of rooms) this.#requested.add(room);
    this.#isFinishing = true;
    this.#endPause();
    await this.#running;
    await this.#runTurn();
  }

  /** Lets the turn of the event loop end, so that its edits share a commit; under load, lets more of them gather. */
  #pause(): Promise<void> {
    const { leftMs } = this.#pacer;
    if (leftMs < 1 || this.#isFinishing) return new Promise((resolve) => setImmediate(resolve));
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, leftMs);
      this.#endPause = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  async #runTurn(): Promise<void> {
    const beganAt = performance.now();
    const rooms = [...this.#requested].filter((room) => !room.isClosed);
    this.#requested.clear();
    const turns = this.#gather(rooms);
    const collectedAt = performance.now();
    const commits = turns.flatMap(({ commit }) => commit ?? []);
    try {
      if (commits.length > 0) await this.#commit(rooms, commits);
    } catch (cause) {
      this.#options.onCommitFailed(rooms, cause);
      for (const turn of turns) turn.fail(new Error('Nothing could be saved.'));
      return;
    }
    const committedAt = performance.now();
    for (const turn of turns) turn.deliver();
    this.#pacer.turned(
      rooms.map(({ id }) => id),
      beganAt,
    );
    this.#note(rooms, { beganAt, collectedAt, committedAt });
  }

  #note(
    rooms: readonly Room[],
    {
      beganAt,
      collectedAt,
      committedAt,
    }: Readonly<Record<'beganAt' | 'collectedAt' | 'committedAt', number>>,
  ): void {
    const endedAt = performance.now();
    const timings = {
      endedAt,
      rooms: rooms.length,
      collectMs: collectedAt - beganAt,
      commitMs: committedAt - collectedAt,
      deliverMs: endedAt - committedAt,
    };
    for (const room of rooms) this.#timings.set(room, timings);
  }

  #gather(rooms: readonly Room[]): Turn[] {
    const beganAt = performance.now();
    const turns = rooms.flatMap((room) => this.#collect(room));
    this.#options.meter?.projected((performance.now() - beganAt) / 1_000);
    return turns;
  }

  #collect(room: Room): Turn[] {
    try {
      return [room.collect()];
    } catch (cause) {
      this.#options.onCollectFailed(room, cause);
      return [];
    }
  }

  async #commit(rooms: readonly Room[], commits: readonly BoardCommit[]): Promise<void> {
    const beganAt = performance.now();
    this.#committing = new Set(rooms);
    try {
      await this.#options.commit(commits);
      this.#options.meter?.committed((performance.now() - beganAt) / 1_000);
    } catch (cause) {
      this.#options.meter?.failed('commit');
      throw cause;
    } finally {
      this.#committing = new Set();
    }
  }
}
