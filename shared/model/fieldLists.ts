/** The table of fields as lists, for whoever goes through all of them at run time. Pure. */
import { type ElementRoot, FIELDS, type FieldEntry, type FieldName } from './fields.ts';

export type NamedField = FieldEntry & { readonly name: FieldName };

const listOf = (table: Readonly<Record<string, FieldEntry>>): readonly NamedField[] =>
  // The keys of an entry of the table are names of fields.
  Object.entries(table).map(([name, entry]) => ({ ...entry, name: name as FieldName }));

/** In the order of the table. */
export const FIELD_LISTS: Readonly<Record<ElementRoot, readonly NamedField[]>> = {
  nodes: listOf(FIELDS.nodes),
  links: listOf(FIELDS.links),
};

const byName = (root: ElementRoot): ReadonlyMap<string, NamedField> =>
  new Map(FIELD_LISTS[root].map((field) => [field.name, field]));

export const FIELDS_BY_NAME: Readonly<Record<ElementRoot, ReadonlyMap<string, NamedField>>> = {
  nodes: byName('nodes'),
  links: byName('links'),
};

/** What an element of any stage holds of the field: record, draft, snapshot, element of a file. */
export function valueIn(element: object, { name }: NamedField): unknown {
  return (element as Readonly<Record<string, unknown>>)[name];
}

/** Whether a field can be on an element of the kind. */
export function isOnKind(field: NamedField, kind: unknown): boolean {
  return (
    field.presence !== 'optional' || field.kinds === undefined || field.kinds.some((named) => named === kind)
  );
}

/** Whether the rules of visibility read it. */
export function isRuling(field: NamedField): boolean {
  return field.isRuling === true;
}

/** The names of the fields, of nodes and of links, that are such. */
export function fieldNames(isSuch: (field: NamedField) => boolean): ReadonlySet<string> {
  return new Set([...FIELD_LISTS.nodes, ...FIELD_LISTS.links].filter(isSuch).map(({ name }) => name));
}

/** Whether the value is what an element has that is given none, and that docs and files leave out. */
export function isDefault(field: NamedField, value: unknown): boolean {
  return field.presence === 'default' && value === field.default;
}
