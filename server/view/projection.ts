/**
 * An element as a view's doc holds it, and how a doc is brought to hold it. Only what differs is written, in a
 * fixed order: projecting what has not changed writes no bytes, so an edit of hidden things leaves no trace.
 */
import { equalityDeep } from 'lib0/function';
import * as Y from 'yjs';
import { type ElementRecord, isLink } from '../../shared/model/element.ts';
import { type Access, type Field, isTextField, LINK_FIELDS, NODE_FIELDS } from '../../shared/protocol.ts';
import { difference, type TextDelta } from '../yjs/textDelta.ts';
import { compileProjector, type ProjectionContext } from './projector.ts';

export type Projection = Readonly<Partial<Record<Field, unknown>>>;

const PROJECTORS = {
  facilitator: {
    nodes: compileProjector('nodes', 'facilitator'),
    links: compileProjector('links', 'facilitator'),
  },
  participant: {
    nodes: compileProjector('nodes', 'participant'),
    links: compileProjector('links', 'participant'),
  },
};

/** The fields of an element that a viewpoint is sent; texts as strings. */
export function project(element: ElementRecord, access: Access, context: ProjectionContext): Projection {
  const { nodes, links } =
    PROJECTORS[context.scope.viewpoint === 'facilitator' ? 'facilitator' : 'participant'];
  return (isLink(element) ? links : nodes)(element, access, context);
}

/** The fields in which what the doc has differs from the projection; null where it is no element at all. */
export function differing(
  present: unknown,
  { projection, newest }: { projection: Projection; newest: Newest },
): Field[] | null {
  if (!(present instanceof Y.Map)) return null;
  const fields: Field[] = [];
  for (const { field, isText } of fieldsOf(projection)) {
    const value = projection[field];
    const now = newest(present, field);
    if (isText) {
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
  for (const { field, isText } of fieldsOf(projection)) {
    const value = projection[field];
    const now: unknown = present.get(field);
    if (isText) writeText(present, { field, value: String(value), deltas: deltas.get(field) ?? [] });
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
  for (const { field, isText } of fieldsOf(projection)) {
    const value = projection[field];
    if (value === undefined) continue;
    element.set(field, isText ? new Y.Text(String(value)) : value);
  }
  return element;
}

interface DocField {
  readonly field: Field;
  readonly isText: boolean;
}

const docFields = (fields: readonly Field[]): readonly DocField[] =>
  fields.map((field) => ({ field, isText: isTextField(field) }));
const DOC_FIELDS = { nodes: docFields(NODE_FIELDS), links: docFields(LINK_FIELDS) };

function fieldsOf(projection: Projection): readonly DocField[] {
  return 'source' in projection ? DOC_FIELDS.links : DOC_FIELDS.nodes;
}
