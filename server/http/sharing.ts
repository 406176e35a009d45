/**
 * Links and the sessions they opened, for facilitators: make one or many, list, copy, replace, revoke; see who is
 * here through which, and end a session. What is revoked or ended leaves the board at once.
 */
import { type Context, Hono } from 'hono';
import { CLOSE } from '../../shared/closeCodes.ts';
import { LIMITS } from '../../shared/model/limits.ts';
import type { AccessControl } from '../access/access.ts';
import { AddressLimiter, type Allowance } from '../limits/tokenBucket.ts';
import type { RoomApi } from '../room/roomApi.ts';
import type { InviteRow, SessionRow } from '../store/store.ts';
import type { Callers, Limit } from './callers.ts';
import { badRequest, full, notFound } from './problem.ts';
import {
  body,
  inviteParam,
  limitBody,
  NewInviteSchema,
  NewInvitesSchema,
  ReplacementSchema,
  sessionParam,
} from './requests.ts';

/** Many links at once, and all links at once: each is as much work as hundreds of other calls. */
const BULK_PER_ADDRESS: Allowance = { perSecond: 1, burst: 30 };

export interface SharingOptions {
  readonly access: AccessControl;
  readonly callers: Callers;
  readonly clock: () => number;
  readonly link: (c: Context, invite: InviteRow) => string;
  readonly limit: Limit;
}

export function sharing({ access, callers: { facilitator }, clock, link, limit }: SharingOptions): Hono {
  const app = new Hono();
  const bulkLimiter = new AddressLimiter(BULK_PER_ADDRESS);

  const checkWish = (
    { role, expires }: { role: string; expires?: number | null | undefined },
    { viewpoint, roomApi }: { viewpoint: InviteRow['viewpoint']; roomApi: RoomApi },
  ) => {
    if ((role === 'facilitator') !== (viewpoint === 'facilitator')) {
      throw badRequest('role: Facilitators, and nobody else, have the viewpoint "facilitator".');
    }
    if (expires != null && expires <= clock()) throw badRequest('expires: That time is past.');
    if (!roomApi.hasViewpoint(viewpoint)) throw notFound();
  };

  const made = (c: Context, invite: InviteRow) => ({
    id: invite.id,
    secret: access.secret(invite),
    url: link(c, invite),
  });

  app.get('/boards/:board/invites', async (c) => {
    const { session } = await facilitator(c);
    return c.json({ invites: (await access.invites(session.board)).map(inviteJson) });
  });

  app.post('/boards/:board/invites', limitBody, async (c) => {
    const { session, roomApi } = await facilitator(c);
    const wish = await body(c, NewInviteSchema);
    checkWish(wish, { viewpoint: wish.viewpoint, roomApi });
    // A link must not outlive a crash that its group does not.
    await roomApi.saved();
    const invite = await access.invite({ ...wish, board: session.board });
    if (invite === null) throw full(FULL);
    return c.json(made(c, invite), 201);
  });

  app.post('/boards/:board/invites/bulk', limitBody, async (c) => {
    const { session, roomApi } = await facilitator(c);
    limit(bulkLimiter, c);
    const { viewpoints, ...wish } = await body(c, NewInvitesSchema);
    const wanted = [...new Set(viewpoints)];
    for (const viewpoint of wanted) checkWish(wish, { viewpoint, roomApi });
    await roomApi.saved();
    if ((await access.invites(session.board)).length + wanted.length > LIMITS.invites) throw full(FULL);
    const invites = [];
    for (const viewpoint of wanted) {
      const invite = await access.invite({ ...wish, viewpoint, board: session.board });
      if (invite !== null) invites.push({ viewpoint, ...made(c, invite) });
    }
    return c.json({ invites }, 201);
  });

  app.get('/boards/:board/invites/links', async (c) => {
    const { session } = await facilitator(c);
    limit(bulkLimiter, c);
    const invites = await access.invites(session.board);
    return c.json({ links: invites.map((invite) => ({ id: invite.id, url: link(c, invite) })) });
  });

  app.post('/boards/:board/invites/:invite/replace', limitBody, async (c) => {
    const { session, roomApi } = await facilitator(c);
    const id = inviteParam(c);
    const { expires = null, endSessions } = await body(c, ReplacementSchema);
    if (expires !== null && expires <= clock()) throw badRequest('expires: That time is past.');
    const replaced = await access.replace({
      board: session.board,
      invite: id,
      expires,
      // Whoever asks for this goes on in any case.
      ends: (other) => endSessions && other.id !== session.id,
    });
    if (replaced === null) throw notFound();
    const ended = new Set(replaced.ended);
    roomApi.dismiss((principal) => ended.has(principal.session), CLOSE.revoked);
    return c.json(made(c, replaced.row));
  });

  app.get('/boards/:board/invites/:invite/link', async (c) => {
    const { session } = await facilitator(c);
    const invite = await access.find(session.board, inviteParam(c));
    if (invite === null) throw notFound();
    return c.json({ url: link(c, invite) });
  });

  app.delete('/boards/:board/invites/:invite', async (c) => {
    const { session, roomApi } = await facilitator(c);
    const id = inviteParam(c);
    if (!(await access.revoke(session.board, id))) throw notFound();
    roomApi.dismiss((principal) => principal.invite === id, CLOSE.revoked);
    return c.body(null, 204);
  });

  app.get('/boards/:board/sessions', async (c) => {
    const { session, roomApi } = await facilitator(c);
    const here = roomApi.sessionsHere();
    const sessions = (await access.sessions(session.board)).map((each) =>
      sessionJson(each, { isHere: here.has(each.id), isOwn: each.id === session.id }),
    );
    return c.json({ sessions });
  });

  app.delete('/boards/:board/sessions/:session', async (c) => {
    const { session, roomApi } = await facilitator(c);
    const id = sessionParam(c);
    if (!(await access.end(session.board, id))) throw notFound();
    roomApi.dismiss((principal) => principal.session === id, CLOSE.revoked);
    return c.body(null, 204);
  });

  return app;
}

const FULL = 'The board has as many invites as it may: revoke one first.';

/** What a facilitator's list shows: everything but what the link is made of. */
function inviteJson({ generation: _, board: __, revoked: ___, ...shown }: InviteRow) {
  return shown;
}

/** The id is the hash of a token: it names the session and opens nothing. */
function sessionJson(
  { board: _, ...shown }: SessionRow,
  { isHere, isOwn }: { isHere: boolean; isOwn: boolean },
) {
  return { ...shown, here: isHere, own: isOwn };
}
