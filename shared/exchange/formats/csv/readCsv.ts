/** Reads CSV: one table or two, each parsed into rows and understood by its first. */
import type { TextFiles } from '../../fileFormat.ts';
import { type ReadResult, Troubles } from '../../reading.ts';
import { csvRows } from './csvRows.ts';
import { readTables } from './readTables.ts';
import type { TableRow } from './tableRow.ts';

export function readCsv(files: TextFiles): ReadResult {
  const troubles = new Troubles();
  const tables: (readonly TableRow[])[] = [];
  for (const { name, text } of files) {
    const rows = csvRows(text, { troubles, file: files.length > 1 ? name : undefined });
    if (!rows.ok) return rows;
    tables.push(rows.value);
  }
  return readTables(tables, troubles);
}
