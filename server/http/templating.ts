/**
 * Templates over HTTP: the list that start pages show to everybody, and saving and deleting for the facilitators
 * of a board. The list names no board.
 */
import { Hono } from 'hono';
import { LIMITS } from '../../shared/model/limits.ts';
import { AddressLimiter, type Allowance } from '../limits/tokenBucket.ts';
import { SavedTemplates, type SavedTemplatesOptions } from '../provisioning/savedTemplates.ts';
import type { Callers, Limit } from './callers.ts';
import { badRequest, full, notFound, templatesOff } from './problem.ts';
import { body, limitBody, NewTemplateSchema, templateParam } from './requests.ts';

const SAVES_PER_ADDRESS: Allowance = { perSecond: 0.2, burst: 20 };
const LISTS_PER_ADDRESS: Allowance = { perSecond: 5, burst: 100 };

export interface TemplatingOptions {
  readonly making: SavedTemplatesOptions;
  readonly callers: Callers;
  readonly limit: Limit;
  /** Whether templates may be saved. */
  readonly isOpen: boolean;
}

export function templating({ making, callers: { facilitator }, limit, isOpen }: TemplatingOptions): Hono {
  const app = new Hono();
  const saves = new AddressLimiter(SAVES_PER_ADDRESS);
  const lists = new AddressLimiter(LISTS_PER_ADDRESS);
  const templates = new SavedTemplates(making);

  app.get('/templates', async (c) => {
    limit(lists, c);
    return c.json({ templates: await templates.list() });
  });

  app.get('/boards/:board/templates', async (c) => {
    const { session } = await facilitator(c);
    const own = await templates.ofBoard(session.board);
    return c.json({ templates: own.map(({ id, title, created, size }) => ({ id, title, created, size })) });
  });

  app.post('/boards/:board/templates', limitBody, async (c) => {
    const { session, roomApi } = await facilitator(c);
    if (!isOpen) throw templatesOff();
    limit(saves, c);
    const wish = await body(c, NewTemplateSchema);
    const elements = await roomApi.elements('facilitator');
    if (elements === null) throw notFound();
    const saved = await templates.save(elements, { ...wish, board: session.board });
    if (saved === 'empty') throw badRequest('There is nothing confirmed on the board to save.');
    if (saved === 'too-large') {
      throw badRequest(
        `A template has at most ${LIMITS.templateElements} elements and ${LIMITS.templateBytes / 1024} kB: save a smaller board.`,
      );
    }
    if (saved === 'full') throw full('There are as many templates as there may be: delete one first.');
    return c.json({ id: saved }, 201);
  });

  app.delete('/boards/:board/templates/:template', async (c) => {
    const { session } = await facilitator(c);
    if (!(await templates.drop(session.board, templateParam(c)))) throw notFound();
    return c.body(null, 204);
  });

  return app;
}
