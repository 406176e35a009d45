/**
 * From files to one reading: finds out by name and content which format it is and hands it to that reader.
 * Runs in a worker, so that a large file stops nobody. Nothing is made here.
 */

import { decode } from './decode.ts';
import { isCellboard, readCellboard } from './formats/cellboardJson/readCellboardJson.ts';
import { csvRows } from './formats/csv/csvRows.ts';
import { readTables } from './formats/csv/readTables.ts';
import type { Table } from './formats/csv/tableRow.ts';
import { readGexf } from './formats/gexf/readGexf.ts';
import { readGraphml } from './formats/graphml/readGraphml.ts';
import { isCanvas, readCanvas } from './formats/jsonCanvas/readJsonCanvas.ts';
import { isNodeLink, readNodeLink } from './formats/nodeLink/readNodeLink.ts';
import { lineOfFault } from './jsonLines.ts';
import { EXCHANGE_LIMITS, type Read, type RefusedFile, refused, short, Troubles } from './reading.ts';

export interface GivenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface FilesRead {
  readonly read: Read;
  /** Other than UTF-8, where one had to be guessed. */
  readonly encoding: string | null;
}

type FileShape = 'json' | 'graphml' | 'gexf' | 'xml' | 'table';

export function readFiles(files: readonly GivenFile[]): FilesRead {
  const size = files.reduce((sum, { bytes }) => sum + bytes.length, 0);
  if (size > EXCHANGE_LIMITS.bytes) return refusal('too-large');
  if (files.length > EXCHANGE_LIMITS.files) return refusal('too-many-files');
  const texts = files.map(({ name, bytes }) => ({ name, ...decode(bytes) }));
  const encoding = texts.find((one) => one.encoding !== 'utf-8')?.encoding ?? null;
  return { read: readTexts(texts), encoding };
}

function refusal(code: RefusedFile['code']): FilesRead {
  return { read: refused(code), encoding: null };
}

export interface GivenText {
  readonly name: string;
  readonly text: string;
}

export function readTexts(texts: readonly GivenText[]): Read {
  const [first] = texts;
  if (first === undefined || texts.every(({ text }) => text.trim() === '')) return refused('empty');
  const shapes = texts.map(shapeOf);
  if (texts.length > 1 && shapes.some((shape) => shape !== 'table')) return refused('mixed-files');
  const text = first.text.replace(/^\ufeff/, '');
  switch (shapes[0]) {
    case 'json':
      return readJson(text);
    case 'graphml':
      return readGraphml(text);
    case 'gexf':
      return readGexf(text);
    case 'xml':
      return refused('unknown-format', { what: short(text.slice(0, 80)) });
    default:
      return readCsv(texts);
  }
}

/** By what stands at its beginning; names of files lie. */
function shapeOf({ text }: GivenText): FileShape {
  const start = text
    .slice(0, 20_000)
    .replace(/^\ufeff/, '')
    .trimStart();
  if (start.startsWith('{') || start.startsWith('[')) return 'json';
  if (!start.startsWith('<')) return 'table';
  if (/<(?:[\w.-]+:)?graphml[\s>]/i.test(start)) return 'graphml';
  return /<(?:[\w.-]+:)?gexf[\s>]/i.test(start) ? 'gexf' : 'xml';
}

function readJson(text: string): Read {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (fault) {
    return refused('not-json', lineOfFault(text, fault));
  }
  if (isCellboard(data)) return readCellboard(text);
  if (isNodeLink(data)) return readNodeLink(text);
  return isCanvas(data) ? readCanvas(text) : refused('unknown-format');
}

function readCsv(texts: readonly GivenText[]): Read {
  const troubles = new Troubles();
  const tables: Table[] = [];
  for (const { name, text } of texts) {
    const file = texts.length > 1 ? name : undefined;
    const rows = csvRows(text.replace(/^\ufeff/, ''), { troubles, file });
    if ('ok' in rows) return rows;
    tables.push({ rows });
  }
  return readTables(tables, troubles);
}
