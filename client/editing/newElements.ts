/**
 * Makes the Y.Maps of new elements with all given fields of the table, except those that only the server
 * sets. Fields for facilitators alone are left out by the caller for others.
 */
import * as Y from 'yjs';
import type { LinkDraft, NodeDraft, Position } from '../../shared/model/element.ts';
import { FIELD_LISTS, isDefault } from '../../shared/model/fieldLists.ts';
import type { ElementRoot } from '../../shared/model/fields.ts';

/** A given value; null counts as none. */
type Given<Draft> = { readonly [Field in keyof Draft]?: Draft[Field] | null | undefined };

export type NewNode = Given<Omit<NodeDraft, 'id' | 'kind' | 'position'>> &
  Pick<NodeDraft, 'kind' | 'position'>;
export type NewLink = Given<Omit<LinkDraft, 'id' | 'kind' | 'source' | 'target'>> &
  Pick<LinkDraft, 'kind' | 'source' | 'target'>;

export function nodeMap(node: NewNode): Y.Map<unknown> {
  return fillNode(new Y.Map<unknown>(), node);
}

export function linkMap(link: NewLink): Y.Map<unknown> {
  return fillLink(new Y.Map<unknown>(), link);
}

/** Writes a new node into its map, which may already be on the board. */
export function fillNode(map: Y.Map<unknown>, node: NewNode): Y.Map<unknown> {
  return fill(map, { root: 'nodes', element: { ...node, position: rounded(node.position) } });
}

export function fillLink(map: Y.Map<unknown>, link: NewLink): Y.Map<unknown> {
  return fill(map, { root: 'links', element: link });
}

function fill(
  map: Y.Map<unknown>,
  { root, element }: { root: ElementRoot; element: Readonly<Partial<Record<string, unknown>>> },
): Y.Map<unknown> {
  for (const field of FIELD_LISTS[root]) {
    const value = element[field.name] ?? null;
    if (field.presence === 'collaborative') map.set(field.name, new Y.Text(String(value ?? field.default)));
    else if (value !== null && field.presence !== 'derived' && !isDefault(field, value))
      map.set(field.name, ownCopy(value));
  }
  return map;
}

/** Yjs keeps the object it is given. */
function ownCopy(value: unknown): unknown {
  if (Array.isArray(value)) return [...value];
  return typeof value === 'object' ? { ...value } : value;
}

/** Rounded to tenths of a unit, which no screen resolves. */
export function rounded({ x, y }: Position): Position {
  return { x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10 };
}
