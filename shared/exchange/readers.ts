/**
 * The reader of each format that can be read. Brings the parsers, so that only the import's worker loads this; all at
 * once, because the security policy lets a worker load nothing later.
 */
import type { FormatReader } from './fileFormat.ts';
import { readCellboard } from './formats/cellboardJson/readCellboardJson.ts';
import { readCsv } from './formats/csv/readCsv.ts';
import { readGexf } from './formats/gexf/readGexf.ts';
import { readGraphml } from './formats/graphml/readGraphml.ts';
import { readCanvas } from './formats/jsonCanvas/readJsonCanvas.ts';
import { readNodeLink } from './formats/nodeLink/readNodeLink.ts';
import type { ReadableId } from './formats.ts';

export const READERS: Readonly<Record<ReadableId, FormatReader>> = {
  cellboard: readCellboard,
  csv: readCsv,
  graphml: readGraphml,
  gexf: readGexf,
  'node-link': readNodeLink,
  canvas: readCanvas,
};
