/**
 * The elements of a board as plain records, and the parsers that turn outside data into them, both derived from
 * the table of fields. Records are never changed in place: a change makes a new record, so that whoever holds the
 * old one can compare.
 */
import * as v from 'valibot';
import { FIELD_LISTS, type NamedField } from './fieldLists.ts';
import type { ElementRoot, FieldsWith, FieldValue, ValuesWith } from './fields.ts';
import { type LinkId, LinkIdSchema, type NodeId, NodeIdSchema } from './ids.ts';

export type Position = FieldValue<'nodes', 'position'>;
export type Size = FieldValue<'nodes', 'size'>;

/** What every record of the root has. */
type AlwaysHeld<Root extends ElementRoot> = ValuesWith<
  Root,
  { presence: 'required' | 'collaborative' | 'default' | 'assigned' }
>;
type SometimesHeld<Root extends ElementRoot> = Partial<ValuesWith<Root, { presence: 'optional' }>>;

export interface NodeRecord extends AlwaysHeld<'nodes'>, SometimesHeld<'nodes'> {
  readonly id: NodeId;
}

export interface LinkRecord extends AlwaysHeld<'links'>, SometimesHeld<'links'> {
  readonly id: LinkId;
}

export type ElementRecord = NodeRecord | LinkRecord;
export type RecordOf<Root extends ElementRoot> = Root extends 'nodes' ? NodeRecord : LinkRecord;

export function isLink(element: ElementRecord): element is LinkRecord {
  return 'source' in element;
}

/** What counts for the rules: drawn or confirmed by the facilitator, or everybody's. */
export function isConfirmed(element: ElementRecord): boolean {
  return element.owner === 'facilitator' || element.owner === 'everyone';
}

type SettingSchemas<Root extends ElementRoot> = {
  readonly [Name in FieldsWith<Root, { setBy: 'editors' | 'facilitators' }>]: v.GenericSchema<
    unknown,
    FieldValue<Root, Name>
  >;
};

/** One schema for each field that can be set, so that a single changed field can be judged without its element. */
export const FIELD_SCHEMAS = Object.fromEntries(
  [...FIELD_LISTS.links, ...FIELD_LISTS.nodes]
    .filter(({ setBy }) => setBy === 'editors' || setBy === 'facilitators')
    .map(({ name, type }) => [name, type.schema]),
  // A loop over the table is as exact as the table, which inference cannot see.
) as SettingSchemas<'nodes'> & SettingSchemas<'links'>;

/** The parsers of an element as it is wished for, by field: defaults are filled in, what the server says is unknown. */
export function draftEntries(
  root: ElementRoot,
  isWanted: (field: NamedField) => boolean = () => true,
): v.ObjectEntries {
  const wanted = FIELD_LISTS[root].filter((field) => field.presence !== 'derived' && isWanted(field));
  return Object.fromEntries(wanted.map((field) => [field.name, draftSchema(field)]));
}

function draftSchema(field: NamedField): v.GenericSchema {
  const { schema } = field.type;
  switch (field.presence) {
    case 'required':
      return field.inDraft === undefined ? schema : v.optional(schema, field.inDraft);
    case 'collaborative':
    case 'default':
      return v.optional(schema, field.default);
    default:
      return v.optional(schema);
  }
}

type Wished<Root extends ElementRoot> = ValuesWith<
  Root,
  { presence: 'required' | 'collaborative' | 'default' }
> & {
  readonly [Name in keyof ValuesWith<Root, { presence: 'optional' | 'assigned' }>]?:
    | ValuesWith<Root, { presence: 'optional' | 'assigned' }>[Name]
    | undefined;
};

/** A node as it is wished for. */
export interface NodeDraft extends Wished<'nodes'> {
  readonly id?: NodeId | undefined;
}

/** A link as it is wished for. */
export interface LinkDraft extends Wished<'links'> {
  readonly id?: LinkId | undefined;
}

const draftOf = (root: ElementRoot, id: v.GenericSchema): v.GenericSchema =>
  v.strictObject({ id: v.optional(id), ...draftEntries(root) });

/** Only the kind is needed. */
export const NodeDraftSchema = draftOf('nodes', NodeIdSchema) as v.GenericSchema<unknown, NodeDraft>;

/** The kind and the ends are needed. */
export const LinkDraftSchema = draftOf('links', LinkIdSchema) as v.GenericSchema<unknown, LinkDraft>;

/** The first complaint of a failed parse, with the path to the value that caused it. */
export function complaint(issues: readonly [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]]): string {
  const [first] = issues;
  const path = v.getDotPath(first);
  return path === null ? first.message : `${path}: ${first.message}`;
}
