/**
 * Writes nodes and links as two CSV files. Cells that a spreadsheet would run as a formula get an apostrophe in
 * front, which reading takes away again. Starts with a byte order mark, without which Excel misreads Persian.
 */
import type { ExchangeContent } from '../../content.ts';
import { type CellValue, FILE_COLUMNS, type FileColumn, inOrder } from '../../fileFields.ts';
import type { FilePart } from '../../fileFormat.ts';
import { wellFormed } from '../../words.ts';
import { defuse } from './formulas.ts';

export function writeCsv(content: ExchangeContent, part: FilePart): string {
  return part === 'nodes' ? nodesTable(content) : linksTable(content);
}

/** Titles that differ from the names of fields: those that Kumu reads. */
const TITLES: Readonly<Record<string, string>> = { kind: 'Type', notes: 'Description' };

const titleOf = ({ name }: FileColumn) => TITLES[name] ?? `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;

/** What people look for stands first, as in Kumu's tables. */
const NODE_COLUMNS = inOrder(FILE_COLUMNS.nodes, ['label', 'kind', 'notes', 'caption']);
const LINK_COLUMNS = FILE_COLUMNS.links;

type Cell = CellValue | undefined;

function nodesTable({ nodes }: ExchangeContent): string {
  return table(
    ['Id', ...NODE_COLUMNS.map(titleOf)],
    nodes.map((node) => [node.id, ...NODE_COLUMNS.map(({ of }) => of(node))]),
  );
}

function linksTable({ nodes, links }: ExchangeContent): string {
  const labels = new Map(nodes.map(({ id, label }) => [id, label]));
  return table(
    ['From', 'To', ...LINK_COLUMNS.map(titleOf), 'From id', 'To id'],
    links.map((link) => [
      labels.get(link.source),
      labels.get(link.target),
      ...LINK_COLUMNS.map(({ of }) => of(link)),
      link.source,
      link.target,
    ]),
  );
}

function table(columns: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const lines = [columns, ...rows].map((row) => row.map(cell).join(','));
  return `\ufeff${lines.join('\r\n')}\r\n`;
}

function cell(value: Cell): string {
  if (typeof value !== 'string') return value === undefined ? '' : String(value);
  const safe = defuse(wellFormed(value));
  return /[",;\t\r\n']|^\s|\s$/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}
