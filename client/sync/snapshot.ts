/**
 * Elements of a view's doc as plain, frozen-by-convention records, which is what the page draws from. An
 * element that lacks what drawing needs is left out; a record is replaced, never changed.
 */
import * as v from 'valibot';
import * as Y from 'yjs';
import type { Position, Size } from '../../shared/model/element.ts';
import { type LinkId, type NodeId, type Viewpoint, ViewpointSchema } from '../../shared/model/ids.ts';
import {
  DISCLOSURES,
  type Disclosure,
  LINK_KINDS,
  type LinkKind,
  NODE_KINDS,
  type NodeKind,
} from '../../shared/model/kinds.ts';
import type { Access } from '../../shared/protocol.ts';

interface ElementSnapshot {
  readonly label: string;
  readonly caption: string;
  readonly locked: boolean;
  /** Null for a moment after this page created it, until the server has said. */
  readonly access: Access | null;
  /** Facilitators alone are told; null elsewhere, and for a moment after this page created it. */
  readonly owner: Viewpoint | null;
  /** Facilitators alone are told; null elsewhere, and where the rules decide. */
  readonly audience: readonly Viewpoint[] | null;
  /** Whether it is a drawing that awaits a facilitator: of one's own, or for facilitators of anybody's. */
  readonly unconfirmed: boolean;
}

export interface NodeSnapshot extends ElementSnapshot {
  readonly id: NodeId;
  readonly kind: NodeKind;
  readonly notes: string;
  readonly position: Position;
  readonly size: Size | null;
  readonly color: number | null;
  readonly disclosure: Disclosure | null;
}

export interface LinkSnapshot extends ElementSnapshot {
  readonly id: LinkId;
  readonly kind: LinkKind;
  readonly source: NodeId;
  readonly target: NodeId;
}

function textOf(value: unknown): string {
  if (value instanceof Y.Text) return value.toString();
  return typeof value === 'string' ? value : '';
}

function numbersOf<Key extends string>(
  value: unknown,
  keys: readonly [Key, Key],
): Record<Key, number> | null {
  if (typeof value !== 'object' || value === null) return null;
  const record = value as Record<string, unknown>;
  const [first, second] = keys;
  const [a, b] = [record[first], record[second]];
  if (typeof a !== 'number' || typeof b !== 'number' || !Number.isFinite(a) || !Number.isFinite(b))
    return null;
  return { [first]: a, [second]: b } as Record<Key, number>;
}

function oneOf<Value extends string>(values: readonly Value[], value: unknown): Value | null {
  return values.includes(value as Value) ? (value as Value) : null;
}

function commonFields(map: Y.Map<unknown>): ElementSnapshot {
  const owner = map.get('owner');
  return {
    label: textOf(map.get('label')),
    caption: textOf(map.get('caption')),
    locked: map.get('locked') === true,
    access: oneOf(['edit', 'read'], map.get('access')),
    owner: isViewpoint(owner) ? owner : null,
    audience: viewpointsOf(map.get('audience')),
    unconfirmed:
      map.get('unconfirmed') === true ||
      (isViewpoint(owner) && owner !== 'facilitator' && owner !== 'everyone'),
  };
}

function isViewpoint(value: unknown): value is Viewpoint {
  return v.is(ViewpointSchema, value);
}

function viewpointsOf(value: unknown): readonly Viewpoint[] | null {
  return Array.isArray(value) ? value.filter(isViewpoint) : null;
}

export function readNode(id: string, map: unknown): NodeSnapshot | null {
  if (!(map instanceof Y.Map)) return null;
  const kind = oneOf(NODE_KINDS, map.get('kind'));
  const position = numbersOf(map.get('position'), ['x', 'y']);
  if (kind === null || position === null) return null;
  const color = map.get('color');
  return {
    id: id as NodeId,
    kind,
    ...commonFields(map),
    notes: textOf(map.get('notes')),
    position,
    size: numbersOf(map.get('size'), ['width', 'height']),
    color: typeof color === 'number' ? color : null,
    disclosure: oneOf(DISCLOSURES, map.get('disclosure')),
  };
}

export function readLink(id: string, map: unknown): LinkSnapshot | null {
  if (!(map instanceof Y.Map)) return null;
  const kind = oneOf(LINK_KINDS, map.get('kind'));
  const source = map.get('source');
  const target = map.get('target');
  if (kind === null || typeof source !== 'string' || typeof target !== 'string') return null;
  return { id: id as LinkId, kind, source: source as NodeId, target: target as NodeId, ...commonFields(map) };
}

/** The old record where the new one says the same, so that whoever compares by identity sees no change. */
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
