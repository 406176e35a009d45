/**
 * The HTTP interface of boards: JSON in and out. It parses, checks who asks, and hands on; rights to elements
 * are the hall's to judge. What does not exist and what the caller may not see answer alike.
 */
import { type Context, Hono } from 'hono';
import type { AccessControl } from '../access/access.ts';
import { network } from '../limits/address.ts';
import { AddressLimiter, type Allowance, Buckets } from '../limits/tokenBucket.ts';
import { type BoardMaking, inviteUrl, makeBoard } from '../provisioning/newBoard.ts';
import type { RoomProvider } from '../room/roomApi.ts';
import type { InviteRow } from '../store/store.ts';
import { callersOf, type Limit, principalOf } from './callers.ts';
import { facilitating } from './facilitating.ts';
import { badRequest, boardsOff, linkRefused, notFound, tooMany } from './problem.ts';
import {
  asParam,
  boardParam,
  body,
  DraftsSchema,
  EnterSchema,
  limitBody,
  limitElements,
  NewBoardSchema,
  NO_TEMPLATE,
} from './requests.ts';
import { sharing } from './sharing.ts';
import { templating } from './templating.ts';

/** Making a board costs room on the disk. */
const BOARDS_PER_ADDRESS: Allowance = { perSecond: 0.5, burst: 60 };
/** A whole hall of people joins from one address at once. */
const SESSIONS_PER_ADDRESS: Allowance = { perSecond: 5, burst: 300 };

/** What one session may read and make over HTTP, counted in elements: two large boards at once. */
const ELEMENTS_PER_SESSION: Allowance = { perSecond: 1_000, burst: 120_000 };
/** What one address may have made for it in new boards, counted in elements: a class that begins with a template. */
const ELEMENTS_PER_ADDRESS: Allowance = { perSecond: 200, burst: 40_000 };
/** What a request costs besides, and how much cheaper than making an element it is to read one. */
const REQUEST_COST = 10;
const READ_SHARE = 0.25;

export interface ApiOptions {
  readonly making: BoardMaking;
  readonly access: AccessControl;
  readonly roomProvider: RoomProvider;
  readonly clock: () => number;
  /** What anybody may make here without a session, and what facilitators may offer to everybody; all where absent. */
  readonly anonymous?: { readonly boards: boolean; readonly templates: boolean };
  /** The origin that links lead to. */
  readonly originOf: (c: Context) => string;
  readonly addressOf: (c: Context) => string;
}

export function api(options: ApiOptions): Hono {
  const { making, access, roomProvider, clock, originOf, addressOf } = options;
  const { anonymous = { boards: true, templates: true } } = options;
  const app = new Hono();
  const boards = new AddressLimiter(BOARDS_PER_ADDRESS);
  const sessions = new AddressLimiter(SESSIONS_PER_ADDRESS);
  const elementsOf = new Buckets(ELEMENTS_PER_SESSION);
  const elementsFrom = new Buckets(ELEMENTS_PER_ADDRESS);

  /** Puts elements to a session's account; refuses while that is overdrawn. */
  const charge = (session: string, elements: number) => {
    const now = clock();
    if (!elementsOf.of(session, now).spend(elements, now)) throw tooMany();
  };

  const callers = callersOf({ access, roomProvider });
  const { caller, facilitator, known } = callers;

  const limit: Limit = (limiter, c) => {
    if (!limiter.take(addressOf(c), clock())) throw tooMany();
  };

  const link = (c: Context, invite: InviteRow) =>
    inviteUrl(originOf(c), { board: invite.board, secret: access.secret(invite) });

  app.post('/boards', limitBody, async (c) => {
    if (!anonymous.boards) throw boardsOff();
    limit(boards, c);
    const wish = await body(c, NewBoardSchema);
    const address = network(addressOf(c));
    if (!elementsFrom.of(address, clock()).spend(REQUEST_COST, clock())) throw tooMany();
    const made = await makeBoard(making, wish);
    if (made !== null) elementsFrom.of(address, clock()).spend(made.elements, clock());
    if (made === null) throw badRequest(NO_TEMPLATE);
    const secret = access.secret(made.invite);
    return c.json({ board: made.board, secret, url: link(c, made.invite) }, 201);
  });

  app.post('/boards/:board/session', limitBody, async (c) => {
    limit(sessions, c);
    const { secret, name } = await body(c, EnterSchema);
    const board = boardParam(c);
    const entry = board === null ? null : await access.enter({ board, secret, name });
    const roomApi = entry === null ? null : await roomProvider.room(entry.session.board);
    if (entry === null || roomApi === null) throw linkRefused();
    const { role, viewpoint, expires } = entry.session;
    const { title } = roomApi;
    await roomApi.saved();
    return c.json({ token: entry.token, role, viewpoint, title, expires });
  });

  app.get('/boards/:board/elements', async (c) => {
    const { session, roomApi } = await caller(c);
    const viewpoint = asParam(c) ?? session.viewpoint;
    if (viewpoint !== session.viewpoint && session.role !== 'facilitator') throw notFound();
    charge(session.id, REQUEST_COST);
    const elements = await roomApi.elements(viewpoint);
    if (elements === null) throw notFound();
    charge(session.id, (elements.nodes.length + elements.links.length) * READ_SHARE);
    return c.json(elements);
  });

  app.post('/boards/:board/elements', known, limitElements, async (c) => {
    const { session, roomApi } = await caller(c);
    const drafts = await body(c, DraftsSchema);
    charge(session.id, REQUEST_COST + drafts.nodes.length + drafts.links.length);
    return c.json(await roomApi.create(principalOf(session), drafts));
  });

  app.get('/boards/:board/visibility', async (c) => {
    const { session, roomApi } = await facilitator(c);
    const viewpoint = asParam(c);
    charge(session.id, REQUEST_COST);
    if (viewpoint === null) throw badRequest('as: The viewpoint to look from is needed.');
    const elements = await roomApi.visibility(viewpoint);
    if (elements === null) throw notFound();
    charge(session.id, Object.keys(elements).length * READ_SHARE);
    return c.json({ elements });
  });

  app.route('/', sharing({ access, callers, clock, link, limit }));
  app.route('/', facilitating({ callers, limit }));
  app.route('/', templating({ making, callers, limit, isOpen: anonymous.templates }));
  return app;
}
