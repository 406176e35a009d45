/**
 * What crosses the WebSocket besides Yjs: message types, notices, presence and the names in a view's doc.
 * Messages 0, 1 and 3 are y-websocket's; 16 is ours. A test pins this page: changing it changes the protocol.
 */
import * as v from 'valibot';
import { FIELD_SCHEMAS } from './model/element.ts';
import { FIELD_LISTS, fieldNames } from './model/fieldLists.ts';
import {
  type ElementRoot,
  FIELDS,
  type FieldsWith,
  type FieldTable,
  type FieldValue,
} from './model/fields.ts';
import { isId, ViewpointSchema } from './model/ids.ts';
import { LINK_KINDS, NODE_KINDS } from './model/kinds.ts';
import { LIMITS } from './model/limits.ts';

export const SUBPROTOCOL = 'cellboard.v1';

export const MESSAGE = { sync: 0, awareness: 1, queryAwareness: 3, notice: 16 } as const;

export const ROOTS = ['nodes', 'links', 'board'] as const;
export type Root = (typeof ROOTS)[number];

/** The fields of a node in a view's doc, in the order in which they are written. */
export const NODE_FIELDS = FIELD_LISTS.nodes.map(({ name }) => name as NodeField);
type NodeField = keyof FieldTable['nodes'];

/** The fields of a link in a view's doc. */
export const LINK_FIELDS = FIELD_LISTS.links.map(({ name }) => name as LinkField);
type LinkField = keyof FieldTable['links'];

/** `locked` and `timer` are a facilitator's to set and the same in every view; the server sets the timer's end. */
export const BOARD_FIELDS = ['title', 'policy', 'locked', 'timer'] as const;
export type BoardField = (typeof BOARD_FIELDS)[number];

export type Field = NodeField | LinkField;

/** The fields that are Y.Text; the rest are plain values. */
export type TextFieldName = {
  [Root in ElementRoot]: FieldsWith<Root, { presence: 'collaborative' }>;
}[ElementRoot];
const TEXT_FIELDS = fieldNames(({ presence }) => presence === 'collaborative') as ReadonlySet<TextFieldName>;

export function isTextField(field: string): field is TextFieldName {
  return (TEXT_FIELDS as ReadonlySet<string>).has(field);
}

export const ROLES = ['facilitator', 'editor', 'viewer'] as const;
export type Role = (typeof ROLES)[number];

export type Access = FieldValue<'nodes', 'access'>;

/** Why a change was set back. The page turns a code into a sentence in the reader's language. */
export const REFUSALS = [
  'viewer',
  'not-yours',
  'facilitator-only',
  'fixed',
  'locked',
  'not-joinable',
  'invalid',
  'too-long',
  'full',
  'missing-end',
] as const;
export type Refusal = (typeof REFUSALS)[number];

export const WIRE_LIMITS = {
  /** One frame, and so one update. */
  frameBytes: 4 * 1024 * 1024,
  /** A JSON body of the HTTP interface. */
  bodyBytes: 16 * 1024 * 1024,
  awarenessBytes: 8 * 1024,
  messagesPerSecond: 300,
  messageBurst: 2_000,
  selection: 200,
} as const;

export const NoticeSchema = v.variant('type', [
  v.object({
    type: v.literal('welcome'),
    role: v.picklist(ROLES),
    viewpoint: ViewpointSchema,
    limits: v.record(v.string(), v.number()),
  }),
  v.object({ type: v.literal('saved'), state: v.string() }),
  v.object({
    type: v.literal('refused'),
    elements: v.array(v.string()),
    reason: v.picklist(REFUSALS),
  }),
  v.object({
    type: v.literal('declined'),
    /** Drawings of this viewpoint that a facilitator did not confirm, as they were called. */
    drawings: v.pipe(
      v.array(
        v.pipe(
          v.object({ kind: v.picklist([...NODE_KINDS, ...LINK_KINDS]), label: v.string() }),
          v.readonly(),
        ),
      ),
      v.readonly(),
    ),
    /** What the facilitator says to that: plain text, maybe empty. */
    word: v.string(),
    /** Milliseconds since 1970. */
    at: v.number(),
  }),
  v.object({ type: v.literal('called'), elements: v.array(v.string()) }),
  v.object({ type: v.literal('hand-lowered') }),
  v.object({ type: v.literal('clock'), now: v.number() }),
  /** To facilitators: so many of the board's records could not be read from disk and were set aside. */
  v.object({ type: v.literal('damaged'), rows: v.number() }),
]);
/**
 * What the server tells a connection: who it is, what is durable now, what was set back and why; which drawings
 * were declined; to which of the elements it sees a facilitator calls it; that its hand was lowered for it; and,
 * where there is a timer, what time it is; to facilitators, that records of the board were lost on disk.
 */
export type Notice = v.InferOutput<typeof NoticeSchema>;

const coordinate = FIELDS.nodes.position.type.each;
/** Each once: an id that is named two hundred times would be looked up and handed on as often. */
const elementIds = v.pipe(
  v.array(v.custom<string>(isId)),
  v.maxLength(WIRE_LIMITS.selection),
  v.transform((ids) => [...new Set(ids)]),
);

/** Presence as a client states it. Anything else in a state is dropped by the server. */
export const PresenceSchema = v.object({
  name: v.optional(v.pipe(v.string(), v.maxLength(LIMITS.personNameLength))),
  color: v.optional(FIELD_SCHEMAS.color),
  cursor: v.optional(v.nullable(FIELD_SCHEMAS.position)),
  selection: v.optional(elementIds),
  /** The element and field whose text is being edited. */
  editing: v.optional(
    v.nullable(v.strictObject({ id: v.custom<string>(isId), field: v.picklist([...TEXT_FIELDS]) })),
  ),
  /** The nodes held and how far they have been carried from where they lie. */
  drag: v.optional(
    v.nullable(
      v.strictObject({
        ids: elementIds,
        dx: coordinate,
        dy: coordinate,
      }),
    ),
  ),
  /** The node that is being resized, and where and how large it is meanwhile. */
  resize: v.optional(
    v.nullable(
      v.strictObject({
        id: v.custom<string>(isId),
        position: FIELD_SCHEMAS.position,
        size: FIELD_SCHEMAS.size,
      }),
    ),
  ),
  /** The place in the middle of what is on the screen, and how large it is shown. */
  viewport: v.optional(
    v.nullable(
      v.strictObject({
        x: coordinate,
        y: coordinate,
        zoom: v.pipe(v.number(), v.minValue(0.01), v.maxValue(100)),
      }),
    ),
  ),
  /** A facilitator who looks through another viewpoint is seen there only with this set. */
  present: v.optional(v.boolean()),
  /** Whether a participant has raised a hand. */
  hand: v.optional(v.boolean()),
});
export type Presence = v.InferOutput<typeof PresenceSchema>;

/** Presence as the server hands it on: what a client said of itself, and what it cannot forge. */
export interface SharedPresence extends Omit<Presence, 'present' | 'hand'> {
  /** When the hand that is up was raised, in milliseconds since 1970. */
  readonly hand?: number;
  readonly role: Role;
  readonly viewpoint: string;
}
