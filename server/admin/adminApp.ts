/**
 * What operators may do while the server runs, as HTTP on a socket that only they can open: list boards, templates
 * and sessions, make and delete boards, revoke every link of one. It knows no tokens; who may open the socket may
 * do all of it.
 */
import { type Context, Hono } from 'hono';
import { CLOSE, type CloseCode } from '../../shared/closeCodes.ts';
import { type BoardId, isId, type TemplateKey } from '../../shared/model/ids.ts';
import { type BoardMaking, inviteUrl, makeBoard } from '../provisioning/newBoard.ts';
import type { RoomApi } from '../room/roomApi.ts';
import type { Store } from '../store/store.ts';

/** The open rooms, as far as an operator needs them. */
interface AdminRooms {
  room(board: BoardId): Promise<RoomApi | null>;
  /** Closes a board's room with a code and does the work while nobody can open it. */
  remove<Result>(board: BoardId, given: { code: CloseCode; work: () => Promise<Result> }): Promise<Result>;
}

export interface AdminOptions {
  readonly store: Store;
  readonly making: BoardMaking;
  readonly rooms: AdminRooms;
  readonly clock: () => number;
  /** The origin that links lead to. */
  readonly origin: string;
}

export function adminApp({ store, making, rooms, clock, origin }: AdminOptions): Hono {
  const app = new Hono();
  const nothing = (c: Context, what: string) => c.json({ error: `There is no ${what}.` }, 404);

  const boardOf = async (c: Context): Promise<BoardId | null> => {
    const id = c.req.param('board');
    return isId(id) && (await store.hasBoard(id as BoardId)) ? (id as BoardId) : null;
  };

  /** A facilitator's link that serves from now on. */
  const newLink = async (board: BoardId) => {
    const invite = making.access.draft({ board, viewpoint: 'facilitator', role: 'facilitator' });
    await store.putInvite(invite);
    return inviteUrl(origin, { board, secret: making.access.secret(invite) });
  };

  app.get('/boards', async (c) => c.json({ boards: await store.boards() }));

  app.post('/boards', async (c) => {
    const template = c.req.query('template');
    const made = await makeBoard(making, template === undefined ? {} : { template });
    if (made === null) return nothing(c, 'such template');
    const secret = making.access.secret(made.invite);
    return c.json({ board: made.board, url: inviteUrl(origin, { board: made.board, secret }) }, 201);
  });

  app.delete('/boards/:board', async (c) => {
    const board = await boardOf(c);
    if (board === null) return nothing(c, 'such board');
    await rooms.remove(board, { code: CLOSE.notFound, work: () => store.deleteBoard(board) });
    return c.body(null, 204);
  });

  app.post('/boards/:board/revoke', async (c) => {
    const board = await boardOf(c);
    if (board === null) return nothing(c, 'such board');
    await store.revokeAll({ board, at: clock() });
    (await rooms.room(board))?.dismiss(() => true, CLOSE.revoked);
    return c.json({ url: await newLink(board) });
  });

  app.get('/boards/:board/sessions', async (c) => {
    const board = await boardOf(c);
    if (board === null) return nothing(c, 'such board');
    const here = (await rooms.room(board))?.sessionsHere() ?? new Set();
    const sessions = (await store.sessions(board)).map(({ board: _, ...session }) => ({
      ...session,
      here: here.has(session.id),
    }));
    return c.json({ sessions });
  });

  app.get('/templates', async (c) => {
    const templates = (await store.templates()).map(({ thumbnail: _, ...row }) => row);
    return c.json({ templates });
  });

  app.delete('/templates/:template', async (c) => {
    const id = c.req.param('template');
    const isDropped = isId(id) && (await store.dropTemplate(id as TemplateKey));
    return isDropped ? c.body(null, 204) : nothing(c, 'such template');
  });

  app.notFound((c) => nothing(c, 'such command'));
  app.onError((error, c) => c.json({ error: String(error) }, 500));
  return app;
}
