/**
 * Parsers for what the HTTP interface is sent. A body that does not fit becomes one sentence about the first
 * thing that is wrong with it.
 */
import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import * as v from 'valibot';
import { complaint } from '../../shared/model/element.ts';
import {
  type BoardId,
  type ElementId,
  type InviteId,
  isId,
  type TemplateKey,
  type Viewpoint,
  ViewpointSchema,
} from '../../shared/model/ids.ts';
import { LIMITS } from '../../shared/model/limits.ts';
import { PolicyInputSchema } from '../../shared/policies/policies.ts';
import { ROLES, WIRE_LIMITS } from '../../shared/protocol.ts';
import { TEMPLATE_IDS } from '../../shared/templates/template.ts';
import { LANGUAGES } from '../../shared/templates/withoutNames.ts';
import { badRequest, notFound, tooLarge } from './problem.ts';

const trimmed = (length: number, what: string) =>
  v.pipe(
    v.string(`${what} is text.`),
    v.trim(),
    v.maxLength(length, `${what} has at most ${length} characters.`),
  );

const TEMPLATE_HELP = `A template is one of ${TEMPLATE_IDS.join(', ')}, or the id of one saved here.`;
/** For an id that could not be one as for one that is none. */
export const NO_TEMPLATE = `template: ${TEMPLATE_HELP}`;

export const NewBoardSchema = v.strictObject({
  title: v.optional(trimmed(LIMITS.titleLength, 'A title')),
  template: v.optional(v.custom<string>(isId, TEMPLATE_HELP)),
  policy: v.optional(PolicyInputSchema),
});

export const NewTemplateSchema = v.strictObject({
  title: v.pipe(trimmed(LIMITS.titleLength, 'A title'), v.nonEmpty('A template has a title.')),
  names: v.boolean('names is true where people keep their names, false where they become numbers.'),
  language: v.optional(v.picklist(LANGUAGES, `language is one of ${LANGUAGES.join(', ')}.`), 'en'),
});

export const EnterSchema = v.strictObject({
  secret: v.pipe(v.string('A secret is text.'), v.maxLength(200, 'A secret is shorter than that.')),
  name: v.optional(trimmed(LIMITS.personNameLength, 'A name'), ''),
});

/** The elements themselves are judged one by one by the board. */
export const DraftsSchema = v.strictObject({
  nodes: v.optional(v.array(v.unknown(), 'nodes is a list.'), []),
  links: v.optional(v.array(v.unknown(), 'links is a list.'), []),
});

const EXPIRES =
  'expires is a time in milliseconds since 1970 or an ISO date such as 2030-01-31T12:00:00Z, or null.';

/** Milliseconds since 1970, however the caller wrote them. */
const time = v.union(
  [v.pipe(v.number(), v.safeInteger()), v.pipe(v.string(), v.isoTimestamp(), v.transform(Date.parse))],
  EXPIRES,
);
const MAX_USES = `maxUses is a whole number from 1 to ${LIMITS.inviteUses}, or null.`;

const inviteFields = {
  role: v.picklist(ROLES, `A role is one of ${ROLES.join(', ')}.`),
  expires: v.optional(v.nullable(time)),
  maxUses: v.optional(
    v.nullable(
      v.pipe(
        v.number(MAX_USES),
        v.integer(MAX_USES),
        v.minValue(1, MAX_USES),
        v.maxValue(LIMITS.inviteUses, MAX_USES),
      ),
    ),
  ),
  label: v.optional(trimmed(LIMITS.inviteLabelLength, 'A label')),
};

export const NewInviteSchema = v.strictObject({ viewpoint: ViewpointSchema, ...inviteFields });

/** One link for each of several viewpoints. */
export const NewInvitesSchema = v.strictObject({
  viewpoints: v.pipe(
    v.array(ViewpointSchema, 'viewpoints is a list.'),
    v.minLength(1, 'viewpoints names at least one.'),
    v.maxLength(LIMITS.invites, `viewpoints names at most ${LIMITS.invites}.`),
  ),
  ...inviteFields,
});

export const ReplacementSchema = v.strictObject({
  expires: v.optional(v.nullable(time)),
  endSessions: v.optional(v.boolean('endSessions is true or false.'), false),
});

const named = v.pipe(
  v.array(v.custom<ElementId>(isId, 'elements is a list of ids.'), 'elements is a list of ids.'),
  v.maxLength(LIMITS.named, `elements names at most ${LIMITS.named}.`),
);

export const DeclineSchema = v.strictObject({
  elements: named,
  word: v.optional(trimmed(LIMITS.wordLength, 'A word'), ''),
});

export const CallSchema = v.strictObject({ elements: named });

/** What everything but elements takes: a few short fields, from callers not known yet. */
const SMALL_BODY_BYTES = 64 * 1024;

/** Refuses a body that is too large before it is read in full. */
const limitTo = (maxSize: number) =>
  bodyLimit({
    maxSize,
    onError: () => {
      throw tooLarge(maxSize);
    },
  });

export const limitBody = limitTo(SMALL_BODY_BYTES);
/** To be put behind the check of who asks. */
export const limitElements = limitTo(WIRE_LIMITS.bodyBytes);

/** The request's JSON body; an empty body counts as an empty object. Throws a Problem. */
export async function body<Schema extends v.GenericSchema>(
  c: Context,
  schema: Schema,
): Promise<v.InferOutput<Schema>> {
  const text = await c.req.text();
  let value: unknown;
  try {
    value = text === '' ? {} : JSON.parse(text);
  } catch {
    throw badRequest('The body is not JSON.');
  }
  if (Array.isArray(value)) throw badRequest('The body is not a JSON object.');
  const parsed = v.safeParse(schema, value);
  if (!parsed.success) throw badRequest(complaint(parsed.issues));
  return parsed.output;
}

/** The board in the address; null for what cannot be one. */
export function boardParam(c: Context): BoardId | null {
  const board = c.req.param('board');
  return isId(board) ? (board as BoardId) : null;
}

/** The invite in the address. Throws a Problem for what cannot be one. */
export function inviteParam(c: Context): InviteId {
  const invite = c.req.param('invite');
  if (!isId(invite)) throw notFound();
  return invite as InviteId;
}

/** The session in the address. Throws a Problem for what cannot be one. */
export function sessionParam(c: Context): string {
  const session = c.req.param('session') ?? '';
  if (!/^[0-9a-f]{64}$/.test(session)) throw notFound();
  return session;
}

/** The awareness client id in the address. Throws a Problem for what cannot be one. */
export function clientParam(c: Context): number {
  const client = c.req.param('client') ?? '';
  if (!/^\d{1,10}$/.test(client)) throw notFound();
  return Number(client);
}

/** The saved template in the address. Throws a Problem for what cannot be one. */
export function templateParam(c: Context): TemplateKey {
  const template = c.req.param('template');
  if (!isId(template)) throw notFound();
  return template as TemplateKey;
}

/** The viewpoint asked for with `as`; null when none is. Throws a Problem for what cannot be one. */
export function asParam(c: Context): Viewpoint | null {
  const as = c.req.query('as');
  if (as === undefined) return null;
  if (!v.is(ViewpointSchema, as)) throw notFound();
  return as;
}

/** The token of an Authorization header; null when there is none. */
export function bearer(c: Context): string | null {
  return /^Bearer ([A-Za-z0-9_-]{1,200})$/i.exec(c.req.header('Authorization') ?? '')?.[1] ?? null;
}
