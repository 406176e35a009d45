/**
 * Turns the rows of one or two tables into nodes and links. Which table is which, and what its columns mean, is
 * read from their first row: our own columns, Kumu's, Gephi's, and a few more names for the same. Links find
 * their ends by id, then by name; a name that no node has makes one.
 */
import { type CellSource, fieldsOfCells } from '../../fileFields.ts';
import {
  type Extra,
  type FileSpot,
  type FoundLink,
  type FoundNode,
  type ReadResult,
  refused,
  short,
  type Troubles,
  tooMany,
} from '../../reading.ts';
import { folded, numberIn, wellFormed } from '../../words.ts';
import { type Columns, columnsOf } from './columns.ts';
import { undefuse } from './formulas.ts';
import type { TableRow } from './tableRow.ts';

/** `troubles` holds what parsing the rows has already told of. */
export function readTables(tables: readonly (readonly TableRow[])[], troubles: Troubles): ReadResult {
  const roles = tables.map((rows) => ({ rows, columns: columnsOf(rows) }));
  if (tables.every((rows) => rows.length === 0)) return refused('empty');
  const nodes = new Nodes(troubles);
  for (const { rows, columns } of roles) {
    if (columns.role === 'unknown' && rows.length > 0)
      return refused('unknown-format', { what: short(rows[0]?.cells.join(', ') ?? ''), line: 1 });
    if (columns.role === 'nodes') nodes.read(rows, columns);
    reportUnused(columns, { spot: spotOf(rows[0]), troubles });
  }
  const links: FoundLink[] = [];
  for (const { rows, columns } of roles) {
    if (columns.role !== 'links') continue;
    for (const row of body(rows, columns)) {
      const link = linkOf(row, { columns, nodes, troubles });
      if (link !== null) links.push(link);
    }
  }
  const full = tooMany({ nodes: nodes.list.length, links: links.length });
  if (full !== null) return { ok: false, error: full };
  if (nodes.list.length === 0) return refused('no-nodes');
  const found = { nodes: nodes.list, links, troubles: troubles.list };
  return { ok: true, value: { title: '', ...found, isToScale: nodes.isToScale } };
}

function body(rows: readonly TableRow[], { hasHeader }: Columns): readonly TableRow[] {
  return hasHeader ? rows.slice(1) : rows;
}

function reportUnused({ unused }: Columns, { spot, troubles }: { spot: FileSpot; troubles: Troubles }): void {
  if (unused.length > 0)
    troubles.add('not-used', { ...spot, what: unused.map(({ title }) => title).join(', ') });
}

class Nodes {
  readonly list: FoundNode[] = [];
  /** Whether places came with sizes or kinds of ours: other programs' maps have scales of their own. */
  isToScale = false;
  readonly #troubles: Troubles;
  readonly #byId = new Map<string, FoundNode>();
  readonly #byName = new Map<string, FoundNode>();

  constructor(troubles: Troubles) {
    this.#troubles = troubles;
  }

  read(rows: readonly TableRow[], columns: Columns): void {
    this.isToScale ||= columns.has('disclosure');
    for (const row of body(rows, columns)) this.#readRow(row, columns);
  }

  #readRow(row: TableRow, columns: Columns): void {
    const spot = spotOf(row);
    const text = (column: string) => columns.text(row, column);
    const id = text('id');
    const label = columns.has('label') ? text('label') : id;
    if (label === '' && id === '') {
      this.#troubles.add('no-name', { ...spot, what: row.cells.filter((cell) => cell !== '').join(', ') });
      return;
    }
    if (id !== '' && this.#byId.has(id)) {
      this.#troubles.add('same-node', { ...spot, what: id });
      return;
    }
    if (id === '' && this.#byName.has(label)) {
      this.#troubles.add('same-node', { ...spot, what: label });
      return;
    }
    this.#add({
      key: `row ${this.list.length}`,
      ...spot,
      type: text('kind').trim(),
      label,
      ...fieldsOfCells('nodes', cellsOf(row, { columns, troubles: this.#troubles })),
      caption: captionOf(text('caption'), text('tags')),
      ...extraOf(row, columns),
    });
    const made = this.list.at(-1);
    if (made !== undefined && id !== '') this.#byId.set(id, made);
  }

  /** Whether a link's end names a node that is there or can be made. */
  knows({ id, name }: { readonly id: string; readonly name: string }): boolean {
    return name !== '' || this.#byId.has(id);
  }

  /** The node a link means; made where no node has that name. Null for no name at all. */
  named({ id, name, spot }: { id: string; name: string; spot: FileSpot }): FoundNode | null {
    const known = id === '' ? undefined : this.#byId.get(id);
    if (known !== undefined) return known;
    if (name === '') return null;
    const found = this.#byId.get(name) ?? this.#byName.get(name) ?? this.#byName.get(folded(name));
    if (found !== undefined) return found;
    const made: FoundNode = { key: `row ${this.list.length}`, ...spot, type: '', label: name };
    this.#add(made);
    return made;
  }

  #add(node: FoundNode): void {
    this.list.push(node);
    for (const name of [node.label, folded(node.label)])
      if (name !== '' && !this.#byName.has(name)) this.#byName.set(name, node);
  }
}

/** Kumu parts tags by upright strokes. */
function captionOf(caption: string, tags: string): string {
  const words = tags
    .split('|')
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '');
  return [caption, ...words].filter((part) => part !== '').join(', ');
}

interface LinkReading extends RowReading {
  readonly nodes: Nodes;
}

function linkOf(row: TableRow, { columns, nodes, troubles }: LinkReading): FoundLink | null {
  const spot = spotOf(row);
  const text = (column: string) => columns.text(row, column);
  const ends = [
    { id: text('fromId'), name: text('from'), spot },
    { id: text('toId'), name: text('to'), spot },
  ] as const;
  // Before either is made: half a link makes nothing.
  const isWhole = ends.every((end) => nodes.knows(end));
  const [source, target] = ends.map((end) => (isWhole ? nodes.named(end) : null));
  if (!source || !target) {
    troubles.add('no-name', { ...spot, what: row.cells.filter((cell) => cell !== '').join(', ') });
    return null;
  }
  const type = text('kind').trim();
  return {
    ...spot,
    // Gephi's column of that name says whether the link has a direction.
    type: /^(un)?directed$/i.test(type) ? '' : type,
    source: source.key,
    target: target.key,
    label: text('label'),
    ...fieldsOfCells('links', cellsOf(row, { columns, troubles })),
    caption: captionOf(text('caption'), text('tags')),
    ...extraOf(row, columns),
  };
}

interface RowReading {
  readonly columns: Columns;
  readonly troubles: Troubles;
}

/** An empty cell says nothing. */
function cellsOf(row: TableRow, { columns, troubles }: RowReading): CellSource {
  const reject = (what: string) => troubles.add('bad-value', { ...spotOf(row), what });
  return {
    text: (column) => columns.text(row, column) || undefined,
    color: (text) => {
      const index = numberIn(text);
      if (index === null) reject(text);
      return index;
    },
    reject,
  };
}

function spotOf(row: TableRow | undefined): FileSpot {
  return row === undefined
    ? { line: null }
    : { line: row.line, ...(row.file !== undefined && { file: row.file }) };
}

function extraOf(row: TableRow, { unused }: Columns): { extra?: readonly Extra[] } {
  const extra = unused.flatMap(({ title, index }): Extra[] => {
    const value = undefuse(wellFormed(row.cells[index] ?? ''));
    return value === '' ? [] : [[title, value]];
  });
  return extra.length === 0 ? {} : { extra };
}
