/**
 * A record from what is given under the names of fields: what is missing or null has its default or is absent, what
 * is no field, or none of that kind, is left out. So whoever copies elements copies every field of the table. Pure.
 */
import type { RecordOf } from './element.ts';
import { FIELD_LISTS, isOnKind, type NamedField, valueIn } from './fieldLists.ts';
import type { ElementRoot } from './fields.ts';
import type { LinkId, NodeId } from './ids.ts';

/** Fields by name, of a record, a draft, a snapshot or an answer. */
export type GivenFields = object & { readonly id: NodeId | LinkId; readonly kind?: unknown };

/** Throws a RangeError where something required is missing. Fields other than those of `only` count as missing. */
export function completeRecord<Root extends ElementRoot, Given extends GivenFields>(
  root: Root,
  given: Given,
  { only = () => true }: { only?: (field: NamedField) => boolean } = {},
): RecordOf<Root> {
  const record: Record<string, unknown> = { id: given.id };
  for (const field of FIELD_LISTS[root]) {
    if (field.presence === 'derived' || !isOnKind(field, given.kind)) continue;
    const value = (only(field) ? valueIn(given, field) : null) ?? missing(field);
    if (value !== undefined) record[field.name] = value;
    else if (field.presence === 'required')
      throw new RangeError(`The element ${given.id} has no ${field.name}.`);
  }
  // It has what the table says a record has, from which the type is made too.
  return record as unknown as RecordOf<Root>;
}

function missing(field: NamedField): unknown {
  switch (field.presence) {
    case 'required':
      return field.inDraft;
    case 'collaborative':
    case 'default':
    case 'assigned':
      return field.default;
    default:
      return undefined;
  }
}
