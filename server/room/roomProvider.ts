/** Where the HTTP interface and the sockets find the boards that are open. */
import type { BoardId } from '../../shared/model/ids.ts';
import type { RoomApi } from './connectionHandle.ts';

export interface RoomProvider {
  /** Null when there is no such board. */
  room(board: BoardId): Promise<RoomApi | null>;
}
