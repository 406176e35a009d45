/**
 * Writes nodes and links as two CSV files. Cells that a spreadsheet would run as a formula get an apostrophe in
 * front, which reading takes away again. Starts with a byte order mark, without which Excel misreads Persian.
 */
import type { ExchangeContent } from '../../content.ts';
import type { FilePart } from '../../fileFormat.ts';
import { wellFormed } from '../../words.ts';
import { defuse } from './formulas.ts';

const NODE_COLUMNS = [
  'Id',
  'Label',
  'Type',
  'Description',
  'Caption',
  'X',
  'Y',
  'Width',
  'Height',
  'Color',
  'Locked',
  'Disclosure',
] as const;

const LINK_COLUMNS = ['From', 'To', 'Type', 'Label', 'Caption', 'Locked', 'From id', 'To id'] as const;

export function writeCsv(content: ExchangeContent, part: FilePart): string {
  return part === 'nodes' ? nodesTable(content) : linksTable(content);
}

type Cell = string | number | boolean | undefined;

function nodesTable({ nodes }: ExchangeContent): string {
  return table(
    NODE_COLUMNS,
    nodes.map((node) => [
      node.id,
      node.label,
      node.kind,
      node.notes,
      node.caption,
      node.position.x,
      node.position.y,
      node.size?.width,
      node.size?.height,
      node.color,
      node.locked || undefined,
      node.disclosure,
    ]),
  );
}

function linksTable({ nodes, links }: ExchangeContent): string {
  const labels = new Map(nodes.map(({ id, label }) => [id, label]));
  return table(
    LINK_COLUMNS,
    links.map(({ source, target, kind, label, caption, locked }) => [
      labels.get(source),
      labels.get(target),
      kind,
      label,
      caption,
      locked || undefined,
      source,
      target,
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
