/**
 * The dependencies of a room, and what it hands over at the end of a turn. Time, chance and storage come from here,
 * so that a test can decide them.
 */
import type { NodeId, Viewpoint } from '../../shared/model/ids.ts';
import type { Refusal } from '../../shared/protocol.ts';
import type { BoardCommit, StoredView } from '../store/store.ts';

export interface RoomDeps {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Fresh random client ids for the server's own writing, by viewpoint. */
  readonly newWriter: (viewpoint: Viewpoint) => number;
  /** Fresh ids for what cannot be kept under the id it came with. */
  readonly newId: () => NodeId;
  /** Asks for a turn soon: `collect`, keep, then `deliver`. */
  readonly requestTurn: () => void;
  /** Runs something after a pause; returns what calls it off. */
  readonly after: (milliseconds: number, run: () => void) => () => void;
  readonly loadView: (viewpoint: Viewpoint) => Promise<StoredView | null>;
  readonly onViolation?: (why: string) => void;
  readonly meter?: Meter;
  /** Told when the room has failed: what it holds cannot be trusted, and it must be closed and loaded again. */
  readonly onFault: (cause: unknown) => void;
}

/** Counts what is done, never by whom or on which board. */
export interface Meter {
  edited(count: number): void;
  refused(reason: Refusal): void;
  /** Seconds that it took to bring the views of a turn up to date. */
  projected(seconds: number): void;
  /** Seconds that it took to make a turn durable. */
  committed(seconds: number): void;
  failed(what: 'commit' | 'board' | 'update'): void;
}

/** What a turn has to keep, and what to do once it is kept, or could not be. */
export interface Turn {
  readonly commit: BoardCommit | null;
  deliver(): void;
  fail(cause: Error): void;
}
