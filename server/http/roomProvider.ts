/** Where the HTTP interface and the sockets find the boards that are open. */
import type { BoardId } from '../../shared/model/ids.ts';
import type { Hall } from '../room/connectionHandle.ts';

export interface Halls {
  /** Null when there is no such board. */
  room(board: BoardId): Promise<Hall | null>;
}
