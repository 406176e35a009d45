/**
 * Compares the fields that a doc holds of an element, or of the board, with those it should hold, and writes what
 * differs and nothing else, in a fixed order: where nothing differs no byte is written, so that an edit of hidden
 * things leaves no trace.
 */
import { equalityDeep } from 'lib0/function';
import * as Y from 'yjs';
import { BOARD_FIELDS, type Field, isTextField, LINK_FIELDS, NODE_FIELDS } from '../../shared/protocol.ts';
import type { BoardFields, ElementFields, TextDelta, TextDeltas } from './edits.ts';
import { difference } from './textDelta.ts';

/** The value of a plain field, or the Y.Text of a text field, with pending moves where there are any. */
export type ReadField = (element: Y.Map<unknown>, field: Field) => unknown;

/** The fields in which the present value differs from those due; null where it is no element at all. */
export function differingFields(
  present: unknown,
  { due, read }: { due: ElementFields; read: ReadField },
): Field[] | null {
  if (!(present instanceof Y.Map)) return null;
  const fields: Field[] = [];
  for (const { field, isText } of fieldsOf(due)) {
    const value = due[field];
    const now = read(present, field);
    if (isText) {
      if (!(now instanceof Y.Text) || now.toString() !== String(value)) fields.push(field);
    } else if (value === undefined ? present.has(field) : !equalityDeep(now, value)) fields.push(field);
  }
  return fields;
}

export interface DueElement {
  readonly name: string;
  /** Null: the doc should have no such element. */
  readonly fields: ElementFields | null;
  readonly deltas: TextDeltas;
}

/** Makes the map hold an element as it is due. Called inside a transaction. */
export function writeElement(map: Y.Map<unknown>, { name, fields, deltas }: DueElement): void {
  const present = map.get(name);
  if (fields === null) {
    if (map.has(name)) map.delete(name);
  } else if (present instanceof Y.Map) writeFields(present, { fields, deltas });
  else map.set(name, newElement(fields));
}

/** Makes the map hold the fields of the board. Called inside a transaction. */
export function writeBoard(map: Y.Map<unknown>, fields: BoardFields): void {
  for (const field of BOARD_FIELDS) writePlain(map, field, fields[field]);
}

function writeFields(
  element: Y.Map<unknown>,
  { fields, deltas }: { fields: ElementFields; deltas: TextDeltas },
): void {
  for (const { field, isText } of fieldsOf(fields)) {
    const value = fields[field];
    if (isText) writeText(element, { field, value: String(value), deltas: deltas.get(field) ?? [] });
    else writePlain(element, field, value);
  }
}

/** Undefined removes the field. */
function writePlain(map: Y.Map<unknown>, field: string, value: unknown): void {
  if (value === undefined) {
    if (map.has(field)) map.delete(field);
  } else if (!equalityDeep(map.get(field), value)) map.set(field, value);
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
  for (const delta of deltas) text.applyDelta([...delta]);
  const rest = difference(text.toString(), value);
  if (rest.length > 0) text.applyDelta([...rest]);
}

function newElement(fields: ElementFields): Y.Map<unknown> {
  const element = new Y.Map<unknown>();
  for (const { field, isText } of fieldsOf(fields)) {
    const value = fields[field];
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
const NODE_DOC_FIELDS = docFields(NODE_FIELDS);
const LINK_DOC_FIELDS = docFields(LINK_FIELDS);

function fieldsOf(fields: ElementFields): readonly DocField[] {
  return 'source' in fields ? LINK_DOC_FIELDS : NODE_DOC_FIELDS;
}
