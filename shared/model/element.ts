/**
 * The elements of a board as plain records, and the parsers that turn outside data into them. Records are
 * never changed in place: a change makes a new record, so that whoever holds the old one can compare.
 */
import * as v from 'valibot';
import {
  type LinkId,
  LinkIdSchema,
  type NodeId,
  NodeIdSchema,
  type Viewpoint,
  ViewpointSchema,
} from './ids.ts';
import {
  DISCLOSURES,
  type Disclosure,
  LINK_KINDS,
  type LinkKind,
  NODE_KINDS,
  type NodeKind,
} from './kinds.ts';
import { LIMITS } from './limits.ts';

export interface Position {
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface NodeRecord {
  readonly id: NodeId;
  readonly kind: NodeKind;
  readonly label: string;
  readonly caption: string;
  readonly notes: string;
  /** The centre of the node. Absolute, so that a hidden container cannot be read from it. */
  readonly position: Position;
  /** Groups and notes; absent means the kind's usual size. */
  readonly size?: Size;
  /** Index into the palette. */
  readonly color?: number;
  readonly locked: boolean;
  /** Groups only; absent means the policy's default for the kind. */
  readonly disclosure?: Disclosure;
  /** The viewpoints that see the element, whatever the rules say; absent means that the rules decide. */
  readonly audience?: readonly Viewpoint[];
  readonly owner: Viewpoint;
}

export interface LinkRecord {
  readonly id: LinkId;
  readonly kind: LinkKind;
  readonly source: NodeId;
  readonly target: NodeId;
  readonly label: string;
  readonly caption: string;
  readonly locked: boolean;
  readonly audience?: readonly Viewpoint[];
  readonly owner: Viewpoint;
}

export type ElementRecord = NodeRecord | LinkRecord;

export function isLink(element: ElementRecord): element is LinkRecord {
  return 'source' in element;
}

/** What counts for the rules: drawn or confirmed by the facilitator, or everybody's. */
export function isConfirmed(element: ElementRecord): boolean {
  return element.owner === 'facilitator' || element.owner === 'everyone';
}

const text = (length: number, what: string) =>
  v.pipe(v.string(`${what} is text.`), v.maxLength(length, `${what} has at most ${length} characters.`));

const coordinate = v.pipe(
  v.number('A coordinate is a finite number.'),
  v.finite('A coordinate is a finite number.'),
  v.minValue(-LIMITS.coordinate, `Coordinates lie within ±${LIMITS.coordinate}.`),
  v.maxValue(LIMITS.coordinate, `Coordinates lie within ±${LIMITS.coordinate}.`),
);

const extent = v.pipe(
  v.number('A size is a finite number.'),
  v.finite('A size is a finite number.'),
  v.minValue(LIMITS.minSize, `A side is at least ${LIMITS.minSize} long.`),
  v.maxValue(LIMITS.maxSize, `A side is at most ${LIMITS.maxSize} long.`),
);

const audience = v.pipe(
  v.array(ViewpointSchema, 'An audience is a list of viewpoints.'),
  v.maxLength(LIMITS.audience, `An audience names at most ${LIMITS.audience} viewpoints.`),
);

/** One schema for each field, so that a single changed field can be judged without its element. */
export const FIELD_SCHEMAS = {
  label: text(LIMITS.labelLength, 'A label'),
  caption: text(LIMITS.captionLength, 'A caption'),
  notes: text(LIMITS.notesLength, 'Notes'),
  position: v.strictObject({ x: coordinate, y: coordinate }, 'A position is {x, y}.'),
  size: v.strictObject({ width: extent, height: extent }, 'A size is {width, height}.'),
  color: v.pipe(
    v.number('A colour is a palette index.'),
    v.integer('A colour is a palette index.'),
    v.minValue(0, 'A colour is a palette index from 0.'),
    v.maxValue(LIMITS.colors - 1, `The palette ends at ${LIMITS.colors - 1}.`),
  ),
  locked: v.boolean('locked is true or false.'),
  disclosure: v.picklist(DISCLOSURES, `A disclosure is one of ${DISCLOSURES.join(', ')}.`),
  audience,
  owner: ViewpointSchema,
} as const;

const nodeKind = v.picklist(NODE_KINDS, `A node's kind is one of ${NODE_KINDS.join(', ')}.`);
const linkKind = v.picklist(LINK_KINDS, `A link's kind is one of ${LINK_KINDS.join(', ')}.`);

/** A node as somebody wants it made: only its kind is needed. */
export const NodeDraftSchema = v.strictObject({
  id: v.optional(NodeIdSchema),
  kind: nodeKind,
  label: v.optional(FIELD_SCHEMAS.label, ''),
  caption: v.optional(FIELD_SCHEMAS.caption, ''),
  notes: v.optional(FIELD_SCHEMAS.notes, ''),
  position: v.optional(FIELD_SCHEMAS.position, { x: 0, y: 0 }),
  size: v.optional(FIELD_SCHEMAS.size),
  color: v.optional(FIELD_SCHEMAS.color),
  locked: v.optional(FIELD_SCHEMAS.locked, false),
  disclosure: v.optional(FIELD_SCHEMAS.disclosure),
  audience: v.optional(FIELD_SCHEMAS.audience),
  owner: v.optional(FIELD_SCHEMAS.owner),
});
export type NodeDraft = v.InferOutput<typeof NodeDraftSchema>;

/** A link as somebody wants it made: its kind and its ends are needed. */
export const LinkDraftSchema = v.strictObject({
  id: v.optional(LinkIdSchema),
  kind: linkKind,
  source: NodeIdSchema,
  target: NodeIdSchema,
  label: v.optional(FIELD_SCHEMAS.label, ''),
  caption: v.optional(FIELD_SCHEMAS.caption, ''),
  locked: v.optional(FIELD_SCHEMAS.locked, false),
  audience: v.optional(FIELD_SCHEMAS.audience),
  owner: v.optional(FIELD_SCHEMAS.owner),
});
export type LinkDraft = v.InferOutput<typeof LinkDraftSchema>;

/** The first complaint of a failed parse, with the path to the value that caused it. */
export function complaint(issues: readonly [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]]): string {
  const [first] = issues;
  const path = v.getDotPath(first);
  return path === null ? first.message : `${path}: ${first.message}`;
}
