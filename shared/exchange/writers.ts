/** The writer of each format that can be written. Only the dialogs of import and export load this. */
import type { FormatWriter } from './fileFormat.ts';
import { writeCellboard } from './formats/cellboardJson/writeCellboardJson.ts';
import { writeCsv } from './formats/csv/writeCsv.ts';
import { writeDot } from './formats/dot/writeDot.ts';
import { writeGexf } from './formats/gexf/writeGexf.ts';
import { writeGraphml } from './formats/graphml/writeGraphml.ts';
import { writeCanvas } from './formats/jsonCanvas/writeJsonCanvas.ts';
import { writeMermaid } from './formats/mermaid/writeMermaid.ts';
import type { WritableId } from './formats.ts';

export const WRITERS: Readonly<Record<WritableId, FormatWriter>> = {
  cellboard: writeCellboard,
  csv: writeCsv,
  graphml: writeGraphml,
  gexf: writeGexf,
  canvas: writeCanvas,
  mermaid: writeMermaid,
  dot: writeDot,
};
