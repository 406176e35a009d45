/**
 * An element as a view's doc holds it, and how a doc is brought to hold it. Only what differs is written, in a
 * fixed order: projecting what has not changed writes no bytes, so an edit of hidden things leaves no trace.
 */
import { equalityDeep } from 'lib0/function';
import * as Y from 'yjs';
import { type ElementRecord, isLink } from '../../shared/model/element.ts';
import type { Graph } from '../../shared/model/graph.ts';
import { type Access, type Field, isTextField, LINK_FIELDS, NODE_FIELDS } from '../../shared/protocol.ts';
import type { Scope } from '../../shared/visibility/scope.ts';
import type { Names } from './names.ts';
import { difference, type TextDelta } from './textDelta.ts';

export interface Outline {
  readonly graph: Graph;
  readonly scope: Scope;
  readonly names: Names;
}

export type Projection = Readonly<Partial<Record<Field, unknown>>>;

/** The fields of an element that a viewpoint is sent; texts as strings. */
export function project(element: ElementRecord, access: Access, outline: Outline): Projection {
  const { names } = outline;
  const forFacilitator = outline.scope.viewpoint === 'facilitator';
  const common = {
    label: element.label,
    ...(element.caption !== '' && { caption: element.caption }),
    ...(element.locked && { locked: true }),
    ...(forFacilitator && element.audience !== undefined && { audience: element.audience }),
    ...(forFacilitator && { owner: element.owner }),
    access,
  };
  if (isLink(element)) {
    return {
      ...common,
      kind: element.kind,
      source: names.of(element.source),
      target: names.of(element.target),
    };
  }
  const disclosure = forFacilitator
    ? element.disclosure
    : outline.scope.standing.has(element.id)
      ? (outline.graph.disclosure(element) ?? undefined)
      : undefined;
  return {
    ...common,
    kind: element.kind,
    notes: element.notes,
    position: element.position,
    ...(element.size !== undefined && { size: element.size }),
    ...(element.color !== undefined && { color: element.color }),
    ...(disclosure !== undefined && { disclosure }),
  };
}

/** How a text came to what it is now, where that is known. */
export type KnownDeltas = ReadonlyMap<Field, readonly TextDelta[]>;

const NO_DELTAS: KnownDeltas = new Map();

/** Makes the map hold the projection under the name. Called inside a transaction. */
export function write(
  map: Y.Map<unknown>,
  { name, projection, deltas = NO_DELTAS }: { name: string; projection: Projection; deltas?: KnownDeltas },
): void {
  const present = map.get(name);
  if (!(present instanceof Y.Map)) {
    map.set(name, fresh(projection));
    return;
  }
  for (const field of fieldsOf(projection)) {
    const value = projection[field];
    const now: unknown = present.get(field);
    if (isTextField(field))
      writeText(present, { field, value: String(value), deltas: deltas.get(field) ?? [] });
    else if (value === undefined) {
      if (present.has(field)) present.delete(field);
    } else if (!equalityDeep(now, value)) present.set(field, value);
  }
}

function writeText(
  element: Y.Map<unknown>,
  { field, value, deltas }: { field: Field; value: string; deltas: readonly TextDelta[] },
): void {
  const text = element.get(field);
  if (!(text instanceof Y.Text)) {
    element.set(field, new Y.Text(value));
    return;
  }
  for (const delta of deltas) text.applyDelta(delta as object[]);
  const rest = difference(text.toString(), value);
  if (rest.length > 0) text.applyDelta(rest as object[]);
}

function fresh(projection: Projection): Y.Map<unknown> {
  const element = new Y.Map<unknown>();
  for (const field of fieldsOf(projection)) {
    const value = projection[field];
    if (value === undefined) continue;
    element.set(field, isTextField(field) ? new Y.Text(String(value)) : value);
  }
  return element;
}

function fieldsOf(projection: Projection): readonly Field[] {
  return 'source' in projection ? LINK_FIELDS : NODE_FIELDS;
}
