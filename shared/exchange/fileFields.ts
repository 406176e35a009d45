/**
 * Fields as columns of tables and attributes of graph files, derived from the table of fields: their names, their
 * values as cells, and cells as values again. Fields that hold ids or viewpoints have no columns: they travel in
 * Cellboard's own files alone.
 */
import { FIELD_LISTS, isDefault, type NamedField, valueIn } from '../model/fieldLists.ts';
import type { ElementRoot } from '../model/fields.ts';
import type { FieldType } from '../model/fieldTypes.ts';
import type { FoundFields } from './reading.ts';
import { numberIn, truthIn } from './words.ts';

export type CellValue = string | number | boolean;

export interface FileColumn {
  readonly name: string;
  readonly type: 'string' | 'double' | 'integer' | 'boolean';
  /** Undefined where the element has no value, or what an element has that is given none. */
  readonly of: (element: object) => CellValue | undefined;
}

const CELL_TYPES: Readonly<Partial<Record<FieldType['tag'], FileColumn['type']>>> = {
  text: 'string',
  choice: 'string',
  pair: 'double',
  color: 'integer',
  flag: 'boolean',
};

/** The names of a field's columns; none where it has none. */
function columnNames({ files, type }: NamedField): readonly string[] {
  return typeof files === 'string' || CELL_TYPES[type.tag] === undefined ? [] : files;
}

/** In the order of the table. */
export const FILE_COLUMNS: Readonly<Record<ElementRoot, readonly FileColumn[]>> = {
  nodes: FIELD_LISTS.nodes.flatMap(columnsOf),
  links: FIELD_LISTS.links.flatMap(columnsOf),
};

/** The named columns first, the others as they are. */
export function inOrder(columns: readonly FileColumn[], first: readonly string[]): readonly FileColumn[] {
  const rank = ({ name }: FileColumn) => (first.includes(name) ? first.indexOf(name) : first.length);
  return [...columns].sort((a, b) => rank(a) - rank(b));
}

function columnsOf(field: NamedField): FileColumn[] {
  return columnNames(field).map((name, index) => ({
    name,
    type: CELL_TYPES[field.type.tag] ?? 'string',
    of: (element) => cellOf(field, { value: valueIn(element, field), index }),
  }));
}

function cellOf(
  field: NamedField,
  { value, index }: { readonly value: unknown; readonly index: number },
): CellValue | undefined {
  if (value === undefined || value === null || isLeftOut(field, value)) return undefined;
  const one = field.type.tag === 'pair' ? Object(value)[field.type.keys[index] ?? ''] : value;
  return typeof one === 'string' || typeof one === 'number' || typeof one === 'boolean' ? one : undefined;
}

/** Whether files leave the value out, because reading brings it back. */
export function isLeftOut(field: NamedField, value: unknown): boolean {
  return isDefault(field, value) || (field.presence === 'collaborative' && value === field.default);
}

/** Fields with a meaning of their own in every format, which readers look for themselves. */
const NAMED_BY_READERS = new Set(['kind', 'label']);

export interface CellSource {
  /** Undefined where there is no such cell. */
  text(column: string): string | undefined;
  /** Formats differ in how they write colours; null for none. */
  color(text: string): number | null;
  /** Told of every text that is no value. */
  reject(text: string): void;
}

/** The values of cells, by field. What is not there, or no value, is left out. */
export function fieldsOfCells<Root extends ElementRoot>(root: Root, source: CellSource): FoundFields<Root> {
  const fields: Record<string, unknown> = {};
  for (const field of FIELD_LISTS[root]) {
    const names = columnNames(field);
    if (names.length === 0 || NAMED_BY_READERS.has(field.name)) continue;
    const value = valueOfCells(field, { texts: names.map((name) => source.text(name)), source });
    if (value !== null) fields[field.name] = value;
  }
  // Made in a loop over the table, of values of each field's type.
  return fields as FoundFields<Root>;
}

interface Cells {
  readonly texts: readonly (string | undefined)[];
  readonly source: CellSource;
}

function valueOfCells({ type }: NamedField, { texts, source }: Cells): unknown {
  const [text] = texts;
  switch (type.tag) {
    case 'text':
      return text === undefined || text === '' ? null : text;
    case 'choice': {
      if (text === undefined || text.trim() === '') return null;
      const value = type.values.find((one) => one === text.trim());
      if (value === undefined) source.reject(text);
      return value ?? null;
    }
    case 'color':
      return text === undefined || text.trim() === '' ? null : source.color(text);
    case 'flag':
      return truthIn(text) === true ? true : null;
    case 'pair': {
      const [a, b] = texts.map((one) => numberOf(one, source));
      return a === undefined || a === null || b === undefined || b === null
        ? null
        : { [type.keys[0]]: a, [type.keys[1]]: b };
    }
    default:
      return null;
  }
}

function numberOf(text: string | undefined, { reject }: Pick<CellSource, 'reject'>): number | null {
  if (text === undefined || text.trim() === '') return null;
  const value = numberIn(text);
  if (value === null) reject(text);
  return value;
}
