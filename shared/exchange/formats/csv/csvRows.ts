/**
 * Parses CSV text into rows with the lines they begin on. Papa Parse finds delimiter and line ends; a row it
 * complains of is kept where it can be read, and told.
 */
import Papa from 'papaparse';
import { LIMITS } from '../../../model/limits.ts';
import type { Result } from '../../../model/result.ts';
import { type FileRefusal, refused, type Troubles } from '../../reading.ts';
import { columnsOf } from './columns.ts';
import type { TableRow } from './tableRow.ts';

/** More than a board takes, with room for rows that are not understood. */
const MAX_ROWS = LIMITS.links + LIMITS.nodes;
const DELIMITERS = [',', ';', '\t', '|'];

export interface CsvOptions {
  readonly troubles: Troubles;
  /** Told with each row, where there is more than one file. */
  readonly file?: string | undefined;
}

export function csvRows(
  whole: string,
  { troubles, file }: CsvOptions,
): Result<readonly TableRow[], FileRefusal> {
  const from = file === undefined ? {} : { file };
  // Excel's own way of saying which sign parts the cells.
  const said = /^sep=(.)\r?\n/i.exec(whole);
  const text = said === null ? whole : whole.slice(said[0].length);
  const rows: TableRow[] = [];
  let line = said === null ? 1 : 2;
  let read = 0;
  let isFull = false;
  Papa.parse<string[]>(text, {
    delimiter: said?.[1] ?? delimiterIn(text),
    delimitersToGuess: DELIMITERS,
    skipEmptyLines: false,
    step: ({ data, errors, meta }, parser) => {
      for (const { code } of errors)
        if (code !== 'UndetectableDelimiter')
          troubles.add('bad-row', { line, ...from, what: data.join(', ') });
      if (data.some((cell) => cell !== '')) rows.push({ line, ...from, cells: data });
      line += linesIn(text, { from: read, to: meta.cursor });
      read = meta.cursor;
      if (rows.length > MAX_ROWS) {
        isFull = true;
        parser.abort();
      }
    },
  });
  return isFull ? refused('too-many-links', { what: String(MAX_ROWS) }) : { ok: true, value: rows };
}

/** The sign that makes columns we know of the first row; empty where none does, for the parser to guess. */
function delimiterIn(text: string): string {
  const known = DELIMITERS.map((delimiter) => {
    const [cells = []] = Papa.parse<string[]>(text, { delimiter, preview: 1 }).data;
    const columns = columnsOf([{ line: 1, cells }]);
    return { delimiter, count: columns.hasHeader ? cells.length - columns.unused.length : 0 };
  });
  const [best] = known.sort((a, b) => b.count - a.count);
  return best !== undefined && best.count > 0 ? best.delimiter : '';
}

function linesIn(text: string, { from, to }: { from: number; to: number }): number {
  let lines = 0;
  for (let at = from; at < to; at++) {
    const sign = text.charCodeAt(at);
    if (sign === 10 || (sign === 13 && text.charCodeAt(at + 1) !== 10)) lines++;
  }
  return lines;
}
