/** Client of the HTTP API. Answers are validated by schemas; failures are values. */
import * as v from 'valibot';
import { BoardIdSchema, ViewpointSchema } from '../../shared/model/ids.ts';
import type { Result } from '../../shared/model/result.ts';
import { ROLES, type Role } from '../../shared/protocol.ts';
import { ThumbnailShapeSchema } from '../../shared/templates/thumbnailShapes.ts';

export type Failure = 'refused' | 'not-found' | 'unreachable' | 'invalid';

const CreatedSchema = v.object({ board: BoardIdSchema, secret: v.string() });

const SessionSchema = v.object({
  token: v.string(),
  role: v.picklist(ROLES),
  viewpoint: ViewpointSchema,
  title: v.string(),
});

const nullable = v.optional(v.nullable(v.number()), null);
const InviteSchema = v.object({
  id: v.string(),
  viewpoint: ViewpointSchema,
  role: v.picklist(ROLES),
  label: v.optional(v.string(), ''),
  /** Milliseconds since 1970. */
  expires: nullable,
  maxUses: nullable,
  uses: v.optional(v.number(), 0),
  lastUsed: nullable,
});
export type Invite = v.InferOutput<typeof InviteSchema>;

const InvitesSchema = v.object({ invites: v.array(InviteSchema) });
const LinkSchema = v.object({ url: v.string() });

export interface InviteRequest {
  readonly viewpoint: string;
  readonly role: Role;
  readonly expires: number | null;
  readonly maxUses: number | null;
}

interface Call<Schema extends v.GenericSchema> {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  readonly schema: Schema;
  readonly body?: unknown;
  readonly token?: string;
}

async function call<Schema extends v.GenericSchema>({
  method,
  path,
  schema,
  body,
  token,
}: Call<Schema>): Promise<Result<v.InferOutput<Schema>, Failure>> {
  try {
    const response = await fetch(`/api${path}`, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) return { ok: false, error: failureOf(response.status) };
    const answer: unknown = response.status === 204 ? null : await response.json();
    const parsed = v.safeParse(schema, answer);
    return parsed.success ? { ok: true, value: parsed.output } : { ok: false, error: 'invalid' };
  } catch {
    return { ok: false, error: 'unreachable' };
  }
}

function failureOf(status: number): Failure {
  if (status === 401 || status === 403) return 'refused';
  if (status === 404) return 'not-found';
  return status >= 500 ? 'unreachable' : 'invalid';
}

export function createBoard({ title, template }: { title?: string; template?: string }) {
  return call({ method: 'POST', path: '/boards', schema: CreatedSchema, body: { title, template } });
}

const TemplatesSchema = v.object({
  templates: v.array(
    v.object({
      id: v.string(),
      title: v.string(),
      saved: v.boolean(),
      thumbnail: v.array(ThumbnailShapeSchema),
    }),
  ),
});
export type ListedTemplate = v.InferOutput<typeof TemplatesSchema>['templates'][number];

/** The built-in templates and those that were saved on this server. */
export function listTemplates() {
  return call({ method: 'GET', path: '/templates', schema: TemplatesSchema });
}

export function openSession(board: string, { secret, name }: { secret: string; name: string }) {
  return call({
    method: 'POST',
    path: `/boards/${encodeURIComponent(board)}/session`,
    schema: SessionSchema,
    body: { secret, name },
  });
}

export interface ApiCaller {
  readonly board: string;
  readonly token: string;
}

export function listInvites({ board, token }: ApiCaller) {
  return call({ method: 'GET', path: `/boards/${board}/invites`, schema: InvitesSchema, token });
}

export function createInvite(
  { board, token }: ApiCaller,
  { viewpoint, role, expires, maxUses }: InviteRequest,
) {
  const body = {
    viewpoint,
    role,
    ...(expires === null ? {} : { expires }),
    ...(maxUses === null ? {} : { maxUses }),
  };
  return call({ method: 'POST', path: `/boards/${board}/invites`, schema: LinkSchema, body, token });
}

const MadeSchema = v.object({ id: v.string(), url: v.string() });
const BulkSchema = v.object({ invites: v.array(MadeSchema) });
const LinksSchema = v.object({ links: v.array(MadeSchema) });
const ReplacedSchema = v.object({ id: v.string(), secret: v.string(), url: v.string() });

/** Makes an invite for each viewpoint, all with one role and one expiry. */
export function createInvites(
  { board, token }: ApiCaller,
  { viewpoints, ...wish }: Omit<InviteRequest, 'viewpoint'> & { readonly viewpoints: readonly string[] },
) {
  const path = `/boards/${board}/invites/bulk`;
  return call({ method: 'POST', path, schema: BulkSchema, body: { viewpoints, ...wish }, token });
}

/** The links of all invites, by invite id. */
export function allLinks({ board, token }: ApiCaller) {
  return call({ method: 'GET', path: `/boards/${board}/invites/links`, schema: LinksSchema, token });
}

/** Rotates the secret of an invite: the link handed out before stops working. */
export function replaceInvite(
  { board, token }: ApiCaller,
  { id, ...body }: { readonly id: string; readonly expires: number | null; readonly endSessions: boolean },
) {
  const path = `/boards/${board}/invites/${id}/replace`;
  return call({ method: 'POST', path, schema: ReplacedSchema, body, token });
}

const BoardSessionSchema = v.object({
  id: v.string(),
  invite: v.string(),
  role: v.picklist(ROLES),
  viewpoint: ViewpointSchema,
  name: v.string(),
  /** Milliseconds since 1970, as all times. */
  created: v.number(),
  lastSeen: nullable,
  here: v.boolean(),
  own: v.boolean(),
});
export type ListedSession = v.InferOutput<typeof BoardSessionSchema>;
const BoardSessionsSchema = v.object({ sessions: v.array(BoardSessionSchema) });

export function listSessions({ board, token }: ApiCaller) {
  return call({ method: 'GET', path: `/boards/${board}/sessions`, schema: BoardSessionsSchema, token });
}

export function endSession({ board, token }: ApiCaller, id: string) {
  return call({ method: 'DELETE', path: `/boards/${board}/sessions/${id}`, schema: v.null(), token });
}

export function inviteLink({ board, token }: ApiCaller, id: string) {
  return call({ method: 'GET', path: `/boards/${board}/invites/${id}/link`, schema: LinkSchema, token });
}

export function revokeInvite({ board, token }: ApiCaller, id: string) {
  return call({ method: 'DELETE', path: `/boards/${board}/invites/${id}`, schema: v.null(), token });
}

/** Sends a call to the people who see any of the nodes; each is told only those that they see. */
export function callTo({ board, token }: ApiCaller, elements: readonly string[]) {
  const path = `/boards/${board}/call`;
  return call({ method: 'POST', path, schema: v.null(), body: { elements }, token });
}

/** Declines unconfirmed drawings: removes them from the board, with a message to their makers. */
export function declineDrawings(
  { board, token }: ApiCaller,
  { elements, word }: { readonly elements: readonly string[]; readonly word: string },
) {
  const path = `/boards/${board}/decline`;
  return call({ method: 'POST', path, schema: v.null(), body: { elements, word }, token });
}

export function lowerHand({ board, token }: ApiCaller, client: number) {
  return call({ method: 'DELETE', path: `/boards/${board}/hands/${client}`, schema: v.null(), token });
}

const BoardTemplatesSchema = v.object({
  templates: v.array(
    v.object({
      id: v.string(),
      title: v.string(),
      /** Milliseconds since 1970. */
      created: v.number(),
      /** How many nodes it has. */
      size: v.number(),
    }),
  ),
});
export type BoardTemplate = v.InferOutput<typeof BoardTemplatesSchema>['templates'][number];

export interface TemplateWish {
  readonly title: string;
  /** Whether people keep their names. */
  readonly names: boolean;
  readonly language: string;
}

export function boardTemplates({ board, token }: ApiCaller) {
  return call({ method: 'GET', path: `/boards/${board}/templates`, schema: BoardTemplatesSchema, token });
}

export function saveTemplate({ board, token }: ApiCaller, wish: TemplateWish) {
  const schema = v.object({ id: v.string() });
  return call({ method: 'POST', path: `/boards/${board}/templates`, schema, body: wish, token });
}

export function deleteTemplate({ board, token }: ApiCaller, id: string) {
  return call({ method: 'DELETE', path: `/boards/${board}/templates/${id}`, schema: v.null(), token });
}
