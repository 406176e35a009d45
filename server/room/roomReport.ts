/**
 * What an open room holds, for a developer who asks a running server (http/inspect.ts): ids, numbers and states. No texts,
 * no secrets and no tokens.
 */
import type { BoardId, Viewpoint } from '../../shared/model/ids.ts';
import type { Role } from '../../shared/protocol.ts';

export interface ConnectionReport {
  readonly session: string;
  readonly role: Role;
  readonly viewpoint: Viewpoint;
  /** A facilitator who looks through another's view without editing. */
  readonly looksOnly: boolean;
  /** Whether it has the whole view and is sent what changes. */
  readonly isListening: boolean;
  /** Whether it waits to hear that its writing is saved. */
  readonly awaitsSaved: boolean;
}

interface ViewReport {
  readonly viewpoint: Viewpoint;
  readonly epoch: number;
  /** The Yjs client id under which the server writes in this epoch. */
  readonly writer: number;
  readonly elements: number;
  readonly readers: number;
  /** Whether the next turn has something to bring up to date, to keep or to send. */
  readonly isDirty: boolean;
  /** Elements whose entry in the doc may lag behind the board. */
  readonly dirtyElements: number;
  /** Bytes of the last snapshot and of the updates kept since; both 0 before the first turn. */
  readonly snapshotBytes: number;
  readonly logBytes: number;
}

export interface TurnTimings {
  /** By `performance.now()`. */
  readonly endedAt: number;
  /** The rooms that shared the turn. */
  readonly rooms: number;
  readonly collectMs: number;
  readonly commitMs: number;
  readonly deliverMs: number;
}

export interface RoomReport {
  readonly board: BoardId;
  readonly nodes: number;
  readonly links: number;
  readonly connections: readonly ConnectionReport[];
  readonly views: readonly ViewReport[];
}
