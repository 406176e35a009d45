/**
 * The HTTP interface of boards: JSON in and out. It parses, checks who asks, and hands on; rights to elements
 * are the hall's to judge. What does not exist and what the caller may not see answer alike.
 */
import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { CLOSE } from '../../shared/closeCodes.ts';
import type { Access } from '../access/access.ts';
import { type BoardMaking, inviteUrl, makeBoard } from '../newBoard.ts';
import type { Attendee, Hall } from '../room/seat.ts';
import type { InviteRow, SessionRow } from '../store/store.ts';
import type { Halls } from './halls.ts';
import {
  badRequest,
  facilitatorsOnly,
  full,
  linkRefused,
  notFound,
  tooMany,
  unauthorized,
} from './problem.ts';
import {
  asParam,
  bearer,
  boardParam,
  body,
  DraftsSchema,
  EnterSchema,
  inviteParam,
  limitBody,
  limitElements,
  NewBoardSchema,
  NewInviteSchema,
} from './requests.ts';
import { AddressLimiter, type Allowance } from './tokenBucket.ts';

/** Making a board costs room on the disk. */
const BOARDS_PER_ADDRESS: Allowance = { perSecond: 0.5, burst: 60 };
/** A whole hall of people joins from one address at once. */
const SESSIONS_PER_ADDRESS: Allowance = { perSecond: 5, burst: 300 };

export interface ApiOptions {
  readonly making: BoardMaking;
  readonly access: Access;
  readonly halls: Halls;
  readonly clock: () => number;
  /** The origin that links lead to. */
  readonly originOf: (c: Context) => string;
  readonly addressOf: (c: Context) => string;
}

interface Caller {
  readonly session: SessionRow;
  readonly hall: Hall;
}

export function api({ making, access, halls, clock, originOf, addressOf }: ApiOptions): Hono {
  const app = new Hono();
  const boards = new AddressLimiter(BOARDS_PER_ADDRESS);
  const sessions = new AddressLimiter(SESSIONS_PER_ADDRESS);

  const limit = (limiter: AddressLimiter, c: Context) => {
    if (!limiter.take(addressOf(c), clock())) throw tooMany();
  };

  const link = (c: Context, invite: InviteRow) =>
    inviteUrl(originOf(c), { board: invite.board, secret: access.secret(invite) });

  /** Whoever the token names, at the board of the address. */
  const caller = async (c: Context): Promise<Caller> => {
    const token = bearer(c);
    const found = token === null ? null : await access.session(token);
    if (found?.state !== 'live' || found.session.board !== boardParam(c)) throw unauthorized();
    const hall = await halls.room(found.session.board);
    if (hall === null) throw unauthorized();
    return { session: found.session, hall };
  };

  /** Lets nobody unknown make the server read a large body. */
  const known: MiddlewareHandler = async (c, next) => {
    await caller(c);
    await next();
  };

  const facilitator = async (c: Context): Promise<Caller> => {
    const who = await caller(c);
    if (who.session.role !== 'facilitator') throw facilitatorsOnly();
    return who;
  };

  app.post('/boards', limitBody, async (c) => {
    limit(boards, c);
    const made = await makeBoard(making, await body(c, NewBoardSchema));
    if (made === null) throw badRequest('template: This template is not here yet.');
    const secret = access.secret(made.invite);
    return c.json({ board: made.board, secret, url: link(c, made.invite) }, 201);
  });

  app.post('/boards/:board/session', limitBody, async (c) => {
    limit(sessions, c);
    const { secret, name } = await body(c, EnterSchema);
    const board = boardParam(c);
    const entry = board === null ? null : await access.enter({ board, secret, name });
    const hall = entry === null ? null : await halls.room(entry.session.board);
    if (entry === null || hall === null) throw linkRefused();
    const { role, viewpoint, expires } = entry.session;
    return c.json({ token: entry.token, role, viewpoint, title: hall.title, expires });
  });

  app.get('/boards/:board/elements', async (c) => {
    const { session, hall } = await caller(c);
    const viewpoint = asParam(c) ?? session.viewpoint;
    if (viewpoint !== session.viewpoint && session.role !== 'facilitator') throw notFound();
    const elements = await hall.elements(viewpoint);
    if (elements === null) throw notFound();
    return c.json(elements);
  });

  app.post('/boards/:board/elements', known, limitElements, async (c) => {
    const { session, hall } = await caller(c);
    return c.json(await hall.create(attendeeOf(session), await body(c, DraftsSchema)));
  });

  app.get('/boards/:board/visibility', async (c) => {
    const { hall } = await facilitator(c);
    const viewpoint = asParam(c);
    if (viewpoint === null) throw badRequest('as: The viewpoint to look from is needed.');
    const elements = await hall.visibility(viewpoint);
    if (elements === null) throw notFound();
    return c.json({ elements });
  });

  app.get('/boards/:board/invites', async (c) => {
    const { session } = await facilitator(c);
    return c.json({ invites: (await access.invites(session.board)).map(inviteJson) });
  });

  app.post('/boards/:board/invites', limitBody, async (c) => {
    const { session, hall } = await facilitator(c);
    const wish = await body(c, NewInviteSchema);
    if ((wish.role === 'facilitator') !== (wish.viewpoint === 'facilitator')) {
      throw badRequest('role: Facilitators, and nobody else, have the viewpoint "facilitator".');
    }
    if (wish.expires != null && wish.expires <= clock()) throw badRequest('expires: That time is past.');
    if (!hall.hasViewpoint(wish.viewpoint)) throw notFound();
    const invite = await access.invite({ ...wish, board: session.board });
    if (invite === null) throw full('The board has as many invites as it may: revoke one first.');
    return c.json({ id: invite.id, secret: access.secret(invite), url: link(c, invite) }, 201);
  });

  app.get('/boards/:board/invites/:invite/link', async (c) => {
    const { session } = await facilitator(c);
    const invite = await access.find(session.board, inviteParam(c));
    if (invite === null) throw notFound();
    return c.json({ url: link(c, invite) });
  });

  app.delete('/boards/:board/invites/:invite', async (c) => {
    const { session, hall } = await facilitator(c);
    const id = inviteParam(c);
    if (!(await access.revoke(session.board, id))) throw notFound();
    hall.dismiss((attendee) => attendee.invite === id, CLOSE.revoked);
    return c.body(null, 204);
  });

  return app;
}

export function attendeeOf(session: SessionRow, viewpoint = session.viewpoint): Attendee {
  return {
    session: session.id,
    invite: session.invite,
    role: session.role,
    home: session.viewpoint,
    viewpoint,
  };
}

/** What a facilitator's list shows: everything but what the link is made of. */
function inviteJson({ generation: _, board: __, revoked: ___, ...shown }: InviteRow) {
  return shown;
}
