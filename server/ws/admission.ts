/**
 * Whether a socket may sit down where it asks to. Everything that a token does not open answers alike: a board
 * that does not exist, one it is not for, a viewpoint it does not hold and one that is not there.
 */
import { CLOSE, type CloseCode } from '../../shared/closeCodes.ts';
import { type BoardId, isId, type Viewpoint } from '../../shared/model/ids.ts';
import { SUBPROTOCOL } from '../../shared/protocol.ts';
import type { AccessControl } from '../access/access.ts';
import { principalOf } from '../http/callers.ts';
import type { Principal } from '../room/principal.ts';
import type { RoomApi, RoomProvider } from '../room/roomApi.ts';

export interface SocketRequest {
  /** `/sync/<board>/<viewpoint>`, a query aside. */
  readonly path: string;
  /** `edit=1`: a facilitator who opens another viewpoint wants to edit there, with its rights. */
  readonly query: URLSearchParams;
  /** As the header lists them: ours, and the session token. */
  readonly protocols: readonly string[];
}

export type Admission =
  | {
      readonly board: BoardId;
      readonly principal: Principal;
      readonly roomApi: RoomApi;
      readonly token: string;
      readonly expires: number;
    }
  | { readonly refused: CloseCode };

export async function admit(
  { access, roomProvider }: { access: AccessControl; roomProvider: RoomProvider },
  { path, query, protocols }: SocketRequest,
): Promise<Admission> {
  const [, board = '', viewpoint = ''] = /^\/sync\/([^/]+)\/([^/]+)$/.exec(path) ?? [];
  if (!isId(board) || !isViewpoint(viewpoint)) return { refused: CLOSE.notFound };
  const token = protocols.find((protocol) => protocol !== SUBPROTOCOL);
  if (token === undefined || !protocols.includes(SUBPROTOCOL)) return { refused: CLOSE.unauthorized };
  const found = await access.session(token);
  if (found.state === 'unknown') return { refused: CLOSE.unauthorized };
  if (found.state === 'expired') return { refused: CLOSE.revoked };
  const { session } = found;
  if (session.board !== board) return { refused: CLOSE.notFound };
  if (session.role !== 'facilitator' && session.viewpoint !== viewpoint) return { refused: CLOSE.notFound };
  const roomApi = await roomProvider.room(session.board);
  if (roomApi === null) return { refused: CLOSE.notFound };
  const looksOnly = session.viewpoint !== viewpoint && query.get('edit') !== '1';
  const principal = { ...principalOf(session, viewpoint), ...(looksOnly && { looksOnly }) };
  return { board: session.board, principal, roomApi, token, expires: session.expires };
}

function isViewpoint(value: string): value is Viewpoint {
  return value === 'facilitator' || value === 'everyone' || isId(value);
}
