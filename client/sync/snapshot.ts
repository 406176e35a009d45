/**
 * Immutable snapshots of a doc's elements, read by the table of fields; the page draws from them. An element
 * that lacks what drawing needs is left out; a changed element gets a new record.
 */
import * as Y from 'yjs';
import { FIELD_LISTS, type NamedField } from '../../shared/model/fieldLists.ts';
import type { ElementRoot, ValuesWith } from '../../shared/model/fields.ts';
import { isViewpoint, type LinkId, type NodeId } from '../../shared/model/ids.ts';

type MaybeTold<Root extends ElementRoot> = Omit<
  ValuesWith<Root, { presence: 'optional' | 'assigned' | 'derived' }>,
  'unconfirmed'
>;

/** Null means: the element has no such field, this viewpoint is not told, or the server has not sent it yet. */
type SnapshotFields<Root extends ElementRoot> = ValuesWith<
  Root,
  { presence: 'required' | 'collaborative' | 'default' }
> & { readonly [Name in keyof MaybeTold<Root>]: MaybeTold<Root>[Name] | null };

export interface NodeSnapshot extends SnapshotFields<'nodes'> {
  readonly id: NodeId;
  /** Whether it is an unconfirmed drawing: of this viewpoint, or for facilitators of any. */
  readonly unconfirmed: boolean;
}

export interface LinkSnapshot extends SnapshotFields<'links'> {
  readonly id: LinkId;
  readonly unconfirmed: boolean;
}

export function readNode(id: string, map: unknown): NodeSnapshot | null {
  // The fields are those of the table, from which the type is made too.
  return readElement('nodes', { id, map }) as NodeSnapshot | null;
}

export function readLink(id: string, map: unknown): LinkSnapshot | null {
  return readElement('links', { id, map }) as LinkSnapshot | null;
}

function readElement(root: ElementRoot, { id, map }: { id: string; map: unknown }): object | null {
  if (!(map instanceof Y.Map)) return null;
  const snapshot: Record<string, unknown> = { id };
  for (const field of FIELD_LISTS[root]) {
    const value = readField(field, map.get(field.name));
    if (value === null && field.presence === 'required') return null;
    snapshot[field.name] = value;
  }
  const owner = snapshot['owner'];
  // Facilitators get the owner instead.
  snapshot['unconfirmed'] =
    snapshot['unconfirmed'] === true || (owner !== null && owner !== 'facilitator' && owner !== 'everyone');
  return snapshot;
}

function readField(field: NamedField, told: unknown): unknown {
  const value = told instanceof Y.Text ? told.toString() : told;
  if (field.type.is(value)) return value;
  if (field.type.tag === 'viewpoints' && Array.isArray(value)) return value.filter(isViewpoint);
  return field.presence === 'collaborative' || field.presence === 'default' ? field.default : null;
}

/** The old record where the new one is equal, so that comparison by identity finds no change. */
export function keepSame<Snapshot extends object>(before: Snapshot | undefined, after: Snapshot): Snapshot {
  if (before === undefined) return after;
  let same = true;
  const kept = { ...after };
  for (const key of Object.keys(after) as (keyof Snapshot)[]) {
    if (Object.is(before[key], after[key])) continue;
    if (shallowEqual(before[key], after[key])) kept[key] = before[key];
    else same = false;
  }
  return same ? before : kept;
}

function shallowEqual(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const [left, right] = [Object.entries(a), b as Record<string, unknown>];
  return left.length === Object.keys(b).length && left.every(([key, value]) => Object.is(value, right[key]));
}
