/**
 * Turns the rows of one or two tables into nodes and links. Which table is which, and what its columns mean, is
 * read from their first row: our own columns, Kumu's, Gephi's, and a few more names for the same. Links find
 * their ends by id, then by name; a name that no node has makes one.
 */
import { DISCLOSURES, type Disclosure } from '../../../model/kinds.ts';
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
import { folded, numberIn, truthIn, wellFormed } from '../../words.ts';
import { type Column, type Columns, columnsOf } from './columns.ts';
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
    const text = (column: Column) => columns.text(row, column);
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
    const [x, y] = [this.#number(row, { columns, column: 'x' }), this.#number(row, { columns, column: 'y' })];
    const width = this.#number(row, { columns, column: 'width' });
    const height = this.#number(row, { columns, column: 'height' });
    const locked = truthIn(text('locked'));
    const disclosure = this.#disclosure(row, columns);
    this.#add({
      key: `row ${this.list.length}`,
      ...spot,
      type: text('type').trim(),
      label,
      caption: captionOf(text('caption'), text('tags')),
      notes: text('notes'),
      position: x === null || y === null ? null : { x, y },
      size: width === null || height === null ? null : { width, height },
      color: this.#number(row, { columns, column: 'color' }),
      ...(locked === true && { locked }),
      ...(disclosure && { disclosure }),
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
    const bare = { type: '', caption: '', notes: '', position: null, size: null, color: null };
    const made: FoundNode = { key: `row ${this.list.length}`, ...spot, label: name, ...bare };
    this.#add(made);
    return made;
  }

  #add(node: FoundNode): void {
    this.list.push(node);
    for (const name of [node.label, folded(node.label)])
      if (name !== '' && !this.#byName.has(name)) this.#byName.set(name, node);
  }

  #number(row: TableRow, { columns, column }: { columns: Columns; column: Column }): number | null {
    const text = columns.text(row, column).trim();
    if (text === '') return null;
    const value = numberIn(text);
    if (value === null) this.#troubles.add('bad-value', { ...spotOf(row), what: text });
    return value;
  }

  #disclosure(row: TableRow, columns: Columns): Disclosure | null {
    const text = columns.text(row, 'disclosure').trim();
    const disclosure = DISCLOSURES.find((one) => one === text) ?? null;
    if (text !== '' && disclosure === null) this.#troubles.add('bad-value', { ...spotOf(row), what: text });
    return disclosure;
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

interface LinkReading {
  readonly columns: Columns;
  readonly nodes: Nodes;
  readonly troubles: Troubles;
}

function linkOf(row: TableRow, { columns, nodes, troubles }: LinkReading): FoundLink | null {
  const spot = spotOf(row);
  const text = (column: Column) => columns.text(row, column);
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
  const type = text('type').trim();
  const locked = truthIn(text('locked'));
  return {
    ...spot,
    // Gephi's column of that name says whether the link has a direction.
    type: /^(un)?directed$/i.test(type) ? '' : type,
    source: source.key,
    target: target.key,
    label: text('label'),
    caption: captionOf(text('caption'), text('tags')),
    ...(locked === true && { locked }),
    ...extraOf(row, columns),
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
