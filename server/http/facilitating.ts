/**
 * What facilitators do in a session that is more than editing: decline drawings, call people to a place, take a
 * hand down. Whom it reaches, and what they are told, is the hall's to decide from what each of them sees.
 */
import { Hono } from 'hono';
import { AddressLimiter, type Allowance } from '../limits/tokenBucket.ts';
import { type Callers, type Limit, principalOf } from './callers.ts';
import { notFound } from './problem.ts';
import { body, CallSchema, clientParam, DeclineSchema, limitBody } from './requests.ts';

/** Each may speak to everybody at the board. */
const ACTS_PER_ADDRESS: Allowance = { perSecond: 5, burst: 60 };

export interface FacilitatingOptions {
  readonly callers: Callers;
  readonly limit: Limit;
}

export function facilitating({ callers: { facilitator }, limit }: FacilitatingOptions): Hono {
  const app = new Hono();
  const acts = new AddressLimiter(ACTS_PER_ADDRESS);

  app.post('/boards/:board/decline', limitBody, async (c) => {
    const { session, roomApi } = await facilitator(c);
    limit(acts, c);
    await roomApi.decline(principalOf(session), await body(c, DeclineSchema));
    return c.body(null, 204);
  });

  app.post('/boards/:board/call', limitBody, async (c) => {
    const { session, roomApi } = await facilitator(c);
    limit(acts, c);
    const { elements } = await body(c, CallSchema);
    roomApi.call(principalOf(session), elements);
    return c.body(null, 204);
  });

  app.delete('/boards/:board/hands/:client', async (c) => {
    const { roomApi } = await facilitator(c);
    limit(acts, c);
    if (!roomApi.lowerHand(clientParam(c))) throw notFound();
    return c.body(null, 204);
  });

  return app;
}
