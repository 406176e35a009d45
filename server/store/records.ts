/**
 * Parsers for what comes back from disk. They check shapes and not limits: a limit may be tightened later, and
 * what was accepted once must still load. A row that does not parse throws, because it was not written by us.
 */
import * as v from 'valibot';
import type { ElementRecord, LinkRecord, NodeRecord } from '../../shared/model/element.ts';
import { FIELD_LISTS } from '../../shared/model/fieldLists.ts';
import type { ElementRoot } from '../../shared/model/fields.ts';
import {
  BoardIdSchema,
  type ElementId,
  InviteIdSchema,
  isId,
  LinkIdSchema,
  NodeIdSchema,
  TemplateKeySchema,
  ViewpointSchema,
} from '../../shared/model/ids.ts';
import { LINK_KINDS, NODE_KINDS } from '../../shared/model/kinds.ts';
import { TimerSchema } from '../../shared/model/timer.ts';
import { PolicySchema } from '../../shared/policies/policies.ts';
import { ROLES } from '../../shared/protocol.ts';
import { ThumbnailShapeSchema } from '../../shared/templates/thumbnailShapes.ts';
import { cut, entriesOf, type JournalEntry } from './journalEntry.ts';
import type {
  ActivityRow,
  BinEntry,
  BoardListing,
  BoardMeta,
  InviteRow,
  SessionRow,
  StoredTemplate,
  TemplateRow,
  ViewRow,
} from './store.ts';

const elementId = v.custom<ElementId>(isId);
const time = v.number();

/** An element as it was kept. A field that is younger than the row has its default, or is absent. */
function storedElement(root: ElementRoot, id: v.GenericSchema): v.GenericSchema {
  const entries: v.ObjectEntries = { id };
  for (const field of FIELD_LISTS[root]) {
    const shape = v.custom(field.type.is);
    if (field.presence === 'required' || field.presence === 'assigned') entries[field.name] = shape;
    else if (field.presence === 'optional') entries[field.name] = v.exactOptional(shape);
    else if (field.presence !== 'derived') entries[field.name] = v.optional(shape, field.default);
  }
  return v.object(entries);
}

// What a record has is read off the same table as the entries.
const NodeSchema = storedElement('nodes', NodeIdSchema) as v.GenericSchema<unknown, NodeRecord>;
const LinkSchema = storedElement('links', LinkIdSchema) as v.GenericSchema<unknown, LinkRecord>;

const ElementSchema = v.lazy((value) => (isObject(value) && 'source' in value ? LinkSchema : NodeSchema));

const BinSchema = v.object({
  id: elementId,
  element: ElementSchema,
  deletedBy: ViewpointSchema,
  goneWith: v.nullable(elementId),
  at: time,
  wasSeen: v.exactOptional(v.boolean()),
  lostWith: v.exactOptional(v.array(elementId)),
});

/** What a board's row holds besides title and policy, as JSON: written by `stateJson`. */
const StateSchema = v.object({
  locked: v.exactOptional(v.boolean()),
  timer: v.exactOptional(TimerSchema),
  words: v.exactOptional(
    v.array(
      v.object({
        to: ViewpointSchema,
        drawings: v.array(v.object({ kind: v.picklist([...NODE_KINDS, ...LINK_KINDS]), label: v.string() })),
        word: v.string(),
        at: time,
      }),
    ),
  ),
});

const MetaSchema = v.pipe(
  v.object({
    title: v.string(),
    policy: v.pipe(v.string(), v.parseJson(), PolicySchema),
    state: v.pipe(v.string(), v.parseJson(), StateSchema),
  }),
  v.transform(({ state: { words, ...state }, ...meta }) => {
    return { ...meta, ...state, ...(words !== undefined && { pendingNotices: words }) };
  }),
);

const ViewRowSchema = v.object({
  epoch: v.number(),
  writer: v.number(),
  retired: v.array(v.number()),
  aliases: v.array(v.tuple([v.string(), v.string()])),
  writers: v.array(v.tuple([v.number(), v.string()])),
  startsOver: v.exactOptional(v.boolean()),
});

const ActivityFields = {
  at: time,
  session: v.string(),
  viewpoint: ViewpointSchema,
  verb: v.picklist(['create', 'change', 'delete', 'restore', 'board']),
  element: v.nullable(elementId),
};
const ActivitySchema = v.object({
  ...ActivityFields,
  fields: v.pipe(v.string(), v.parseJson(), v.array(v.string())),
});

const InviteSchema = v.object({
  id: InviteIdSchema,
  board: BoardIdSchema,
  viewpoint: ViewpointSchema,
  role: v.picklist(ROLES),
  label: v.string(),
  generation: v.number(),
  expires: v.nullable(time),
  maxUses: v.nullable(v.number()),
  uses: v.number(),
  created: time,
  lastUsed: v.nullable(time),
  revoked: v.nullable(time),
});

const SessionSchema = v.object({
  id: v.string(),
  board: BoardIdSchema,
  invite: InviteIdSchema,
  role: v.picklist(ROLES),
  viewpoint: ViewpointSchema,
  name: v.string(),
  created: time,
  expires: time,
  lastSeen: v.nullable(time),
});

const TemplateRowSchema = v.object({
  id: TemplateKeySchema,
  board: BoardIdSchema,
  title: v.string(),
  created: time,
  size: v.number(),
  thumbnail: v.pipe(v.string(), v.parseJson(), v.array(ThumbnailShapeSchema)),
});

const StoredTemplateSchema = v.object({
  title: v.string(),
  body: v.pipe(
    v.string(),
    v.parseJson(),
    v.object({ policy: PolicySchema, nodes: v.array(NodeSchema), links: v.array(LinkSchema) }),
  ),
});

/** The driver answers bytes as a bare buffer where it answers many rows. */
const bytes = v.pipe(
  v.instance(ArrayBuffer),
  v.transform((buffer) => new Uint8Array(buffer)),
);
const length = v.pipe(v.number(), v.integer(), v.minValue(0));
const UpdatesSchema = v.object({
  bytes,
  lengths: v.nullable(v.pipe(v.string(), v.parseJson(), v.array(length))),
});
const JournalSchema = v.object({
  seq: v.number(),
  text: v.pipe(
    v.string(),
    v.parseJson(),
    v.array(
      v.object({
        board: BoardIdSchema,
        put: v.array(ElementSchema),
        activity: v.array(v.object({ ...ActivityFields, fields: v.array(v.string()) })),
        appends: v.array(v.tuple([ViewpointSchema, length])),
      }),
    ),
  ),
  bytes,
});
const BoardListingSchema = v.object({
  id: BoardIdSchema,
  title: v.string(),
  created: time,
  lastUsed: time,
  elements: v.number(),
  bytes: v.number(),
});
const value = v.object({ value: v.string() });
const key = v.object({ key: v.string() });
const number = v.object({ value: v.number() });
const id = v.object({ id: v.string() });

function parse<Schema extends v.GenericSchema>(schema: Schema, row: unknown): v.InferOutput<Schema> {
  const parsed = v.safeParse(schema, row);
  if (parsed.success) return parsed.output;
  // The message ends up in the log: it says where the fault is and quotes nothing of what people wrote.
  const [{ expected }] = parsed.issues;
  const path = v.getDotPath(parsed.issues[0]) ?? 'the row';
  throw new Error(
    `The database holds a row that cannot be read: ${path} is not ${expected ?? 'as it should be'}.`,
  );
}

/** The JSON of a row kept as text. By hand, because a board is tens of thousands of such rows. */
function bodyOf(row: unknown): unknown {
  if (isObject(row) && typeof row['body'] === 'string') return JSON.parse(row['body']);
  throw new Error('The database holds a row without a body.');
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

export const elementOf = (row: unknown): ElementRecord => parse(ElementSchema, bodyOf(row));
export const binEntryOf = (row: unknown): BinEntry => parse(BinSchema, bodyOf(row));
export const metaOf = (row: unknown): BoardMeta => parse(MetaSchema, row);
export const viewRowOf = (row: unknown): ViewRow => parse(ViewRowSchema, bodyOf(row));
export const activityOf = (row: unknown): ActivityRow => parse(ActivitySchema, row);
export const inviteOf = (row: unknown): InviteRow => parse(InviteSchema, row);
export const sessionOf = (row: unknown): SessionRow => parse(SessionSchema, row);
export const boardListingOf = (row: unknown): BoardListing => parse(BoardListingSchema, row);
export const idOf = (row: unknown): string => parse(id, row).id;
export const templateRowOf = (row: unknown): TemplateRow => parse(TemplateRowSchema, row);
export const storedTemplateOf = (row: unknown): StoredTemplate => parse(StoredTemplateSchema, row);
export const numberOf = (row: unknown): number => parse(number, row).value;
export const settingKeyOf = (row: unknown): string => parse(key, row).key;
export const settingOf = (row: unknown): string => parse(value, row).value;

/** The updates of a row: one, or several end to end with their lengths. */
export function updatesOf(row: unknown): Uint8Array[] {
  const { bytes, lengths } = parse(UpdatesSchema, row);
  return lengths === null ? [bytes] : cut(bytes, lengths);
}

export function journalRowOf(row: unknown): { seq: number; entries: JournalEntry[] } {
  const { seq, text, bytes } = parse(JournalSchema, row);
  return { seq, entries: entriesOf(text, bytes) };
}
