/**
 * Who calls: the holder of a token at the board of the address, and whether they facilitate it. Whoever has no
 * token for a board learns nothing about it, not even that it is there.
 */
import type { Context, MiddlewareHandler } from 'hono';
import type { Viewpoint } from '../../shared/model/ids.ts';
import type { AccessControl } from '../access/access.ts';
import type { AddressLimiter } from '../limits/tokenBucket.ts';
import type { Principal } from '../room/principal.ts';
import type { RoomApi, RoomProvider } from '../room/roomApi.ts';
import type { SessionRow } from '../store/store.ts';
import { facilitatorsOnly, unauthorized } from './problem.ts';
import { bearer, boardParam } from './requests.ts';

interface AuthenticatedCaller {
  readonly session: SessionRow;
  readonly roomApi: RoomApi;
}

/** Lets a call through or throws a Problem. */
export type Limit = (limiter: AddressLimiter, c: Context) => void;

export interface Callers {
  /** Throws a Problem for anybody without a token of the board. */
  caller(c: Context): Promise<AuthenticatedCaller>;
  /** Throws a Problem for anybody who does not facilitate the board. */
  facilitator(c: Context): Promise<AuthenticatedCaller>;
  /** Lets nobody unknown make the server read a large body. */
  readonly known: MiddlewareHandler;
}

export function callersOf({
  access,
  roomProvider,
}: {
  access: AccessControl;
  roomProvider: RoomProvider;
}): Callers {
  const caller = async (c: Context): Promise<AuthenticatedCaller> => {
    const token = bearer(c);
    const found = token === null ? null : await access.session(token);
    if (found?.state !== 'live' || found.session.board !== boardParam(c)) throw unauthorized();
    const roomApi = await roomProvider.room(found.session.board);
    if (roomApi === null) throw unauthorized();
    return { session: found.session, roomApi };
  };
  return {
    caller,
    facilitator: async (c) => {
      const who = await caller(c);
      if (who.session.role !== 'facilitator') throw facilitatorsOnly();
      return who;
    },
    known: async (c, next) => {
      await caller(c);
      await next();
    },
  };
}

export function principalOf(session: SessionRow, viewpoint: Viewpoint = session.viewpoint): Principal {
  return {
    session: session.id,
    invite: session.invite,
    role: session.role,
    home: session.viewpoint,
    viewpoint,
  };
}
