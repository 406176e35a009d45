/** An element under other ids: whoever carries elements to another board renames what they say of each other. Pure. */
import { FIELD_LISTS } from './fieldLists.ts';
import type { ElementRoot } from './fields.ts';
import type { FieldType } from './fieldTypes.ts';
import type { Viewpoint } from './ids.ts';

/** Undefined for an id that has no counterpart. It is given viewpoints that are no ids, too. */
export type RenameId = (id: Viewpoint) => Viewpoint | undefined;

/**
 * A copy with every id in its fields renamed, its own id aside. What has no counterpart drops out: of a list one
 * entry, of anything else the field.
 */
export function renameIds<Element extends object>(
  element: Element,
  { root, rename }: { root: ElementRoot; rename: RenameId },
): Element {
  const copy: Partial<Record<string, unknown>> = { ...element };
  for (const { name, type } of FIELD_LISTS[root]) {
    const value = copy[name];
    if (value === undefined) continue;
    const now = renamed(value, { type, rename });
    if (now === undefined) delete copy[name];
    else copy[name] = now;
  }
  // It has the fields it had.
  return copy as Element;
}

function renamed(value: unknown, { type, rename }: { type: FieldType; rename: RenameId }): unknown {
  switch (type.tag) {
    case 'node':
    case 'viewpoint':
      // The table of fields says what a value is.
      return rename(value as Viewpoint);
    case 'viewpoints':
      return (value as readonly Viewpoint[]).flatMap((id) => rename(id) ?? []);
    default:
      return value;
  }
}
