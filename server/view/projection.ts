/**
 * An element as a view's doc holds it, and how a doc is brought to hold it. Only what differs is written, in a
 * fixed order: projecting what has not changed writes no bytes, so an edit of hidden things leaves no trace.
 */
import { equalityDeep } from 'lib0/function';
import * as Y from 'yjs';
import type { Graph } from '../../shared/graph/graph.ts';
import { type ElementRecord, isLink, type NodeRecord } from '../../shared/model/element.ts';
import type { Disclosure } from '../../shared/model/kinds.ts';
import { type Access, type Field, isTextField, LINK_FIELDS, NODE_FIELDS } from '../../shared/protocol.ts';
import { awaitsConfirmation } from '../../shared/visibility/drawing.ts';
import type { Scope } from '../../shared/visibility/scope.ts';
import { difference, type TextDelta } from '../yjs/textDelta.ts';
import type { IdAliases } from './idAliases.ts';

export interface ProjectionContext {
  readonly graph: Graph;
  readonly scope: Scope;
  readonly idAliases: IdAliases;
}

export type Projection = Readonly<Partial<Record<Field, unknown>>>;

/** The fields of an element that a viewpoint is sent; texts as strings. Built field by field: it is done often. */
export function project(element: ElementRecord, access: Access, outline: ProjectionContext): Projection {
  const { scope, idAliases } = outline;
  const { kind, label, caption, locked, audience, owner } = element;
  const fields: Partial<Record<Field, unknown>> = { kind, label, access };
  if (caption !== '') fields.caption = caption;
  if (locked) fields.locked = true;
  if (scope.viewpoint === 'facilitator') {
    if (audience !== undefined) fields.audience = audience;
    fields.owner = owner;
  } else if (awaitsConfirmation(element, scope)) fields.unconfirmed = true;
  if (isLink(element)) {
    fields.source = idAliases.of(element.source);
    fields.target = idAliases.of(element.target);
    return fields;
  }
  const { notes, position, size, color } = element;
  fields.notes = notes;
  fields.position = position;
  if (size !== undefined) fields.size = size;
  if (color !== undefined) fields.color = color;
  const disclosure = disclosureFor(element, outline);
  if (disclosure !== undefined) fields.disclosure = disclosure;
  return fields;
}

/** Facilitators are sent what is set, participants what holds, of the groups they stand in. */
function disclosureFor(node: NodeRecord, { graph, scope }: ProjectionContext): Disclosure | undefined {
  if (scope.viewpoint === 'facilitator') return node.disclosure;
  return scope.standing.has(node.id) ? (graph.disclosure(node) ?? undefined) : undefined;
}

/** The fields in which what the doc has differs from the projection; null where it is no element at all. */
export function differing(
  present: unknown,
  { projection, newest }: { projection: Projection; newest: Newest },
): Field[] | null {
  if (!(present instanceof Y.Map)) return null;
  const fields: Field[] = [];
  for (const field of fieldsOf(projection)) {
    const value = projection[field];
    const now = newest(present, field);
    if (isTextField(field)) {
      if (!(now instanceof Y.Text) || now.toString() !== String(value)) fields.push(field);
    } else if (value === undefined ? present.has(field) : !equalityDeep(now, value)) fields.push(field);
  }
  return fields;
}

/** What an element has under a field, by whatever is newer than the doc. */
export type Newest = (element: Y.Map<unknown>, field: Field) => unknown;

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
