/** Detects the header of a table and maps its titles to columns; without a header, guesses by the number of columns. */
import { FILE_COLUMNS } from '../../fileFields.ts';
import { folded, wellFormed } from '../../words.ts';
import { undefuse } from './formulas.ts';
import type { TableRow } from './tableRow.ts';

/** Names of columns in files, by what they mean: a column of a field under its own name, or what links say. */
const COLUMN_TITLES: Readonly<Record<string, string>> = {
  id: 'id|key|uid|شناسه',
  label: 'label|name|title|element|نام|عنوان|برچسب',
  kind: 'type|kind|category|class|نوع|گونه',
  notes: 'description|notes|note|details|comment|شرح|توضیح|یادداشت',
  caption: 'caption|role|subtitle|نقش|زیرنویس',
  tags: 'tags|tag|برچسب ها|برچسب‌ها',
  x: 'x|pos x|position x',
  y: 'y|pos y|position y',
  width: 'width|پهنا',
  height: 'height|بلندی',
  locked: 'locked|قفل',
  disclosure: 'disclosure|آشکاری',
  from: 'from|source|src|start|from node|از|مبدا|مبدأ',
  to: 'to|target|dst|end|destination|to node|به|مقصد',
  fromId: 'from id|source id',
  toId: 'to id|target id',
};

const COLUMN_OF: ReadonlyMap<string, string> = new Map([
  ...Object.entries(COLUMN_TITLES).flatMap(([column, titles]) =>
    titles.split('|').map((title) => [folded(title), column] as const),
  ),
  ...[...FILE_COLUMNS.nodes, ...FILE_COLUMNS.links].map(({ name }) => [folded(name), name] as const),
]);

export interface Columns {
  readonly role: 'nodes' | 'links' | 'unknown';
  readonly hasHeader: boolean;
  readonly unused: readonly { readonly title: string; readonly index: number }[];
  has(column: string): boolean;
  /** Empty where there is no such column. */
  text(row: TableRow, column: string): string;
}

export function columnsOf(rows: readonly TableRow[]): Columns {
  const [first] = rows;
  if (first === undefined) return columns({ role: 'unknown', places: new Map(), hasHeader: false });
  const places = new Map<string, number>();
  const unused: { title: string; index: number }[] = [];
  for (const [index, cell] of first.cells.entries()) {
    const title = wellFormed(cell).trim();
    const column = COLUMN_OF.get(folded(title));
    if (column !== undefined && !places.has(column)) places.set(column, index);
    else if (title !== '') unused.push({ title, index });
  }
  if (places.has('from') && places.has('to'))
    return columns({ role: 'links', places, unused, hasHeader: true });
  if (places.has('label') || places.has('id'))
    return columns({ role: 'nodes', places, unused, hasHeader: true });
  return withoutHeader(rows);
}

/** Two or three filled columns are a list of links, one is a list of names. */
function withoutHeader(rows: readonly TableRow[]): Columns {
  const widths = rows.slice(0, 50).map(({ cells }) => {
    let width = cells.length;
    while (width > 0 && cells[width - 1]?.trim() === '') width--;
    return width;
  });
  const [least, most] = [Math.min(...widths), Math.max(...widths)];
  if (least >= 2 && most <= 3) {
    const places = new Map<string, number>([
      ['from', 0],
      ['to', 1],
      ['kind', 2],
    ]);
    return columns({ role: 'links', places, hasHeader: false });
  }
  if (most === 1)
    return columns({ role: 'nodes', places: new Map<string, number>([['label', 0]]), hasHeader: false });
  return columns({ role: 'unknown', places: new Map(), hasHeader: false });
}

interface ColumnsParts {
  readonly role: Columns['role'];
  readonly places: ReadonlyMap<string, number>;
  readonly hasHeader: boolean;
  readonly unused?: Columns['unused'];
}

function columns({ role, places, hasHeader, unused = [] }: ColumnsParts): Columns {
  return {
    role,
    hasHeader,
    unused,
    has: (column) => places.has(column),
    text: (row, column) => {
      const index = places.get(column);
      return index === undefined ? '' : undefuse(wellFormed(row.cells[index] ?? ''));
    },
  };
}
