/** Makes the file of each format. What is heavy is loaded when its format is asked for. */

import type { ExchangeContent } from '../../../shared/exchange/content.ts';
import { writeCellboard } from '../../../shared/exchange/formats/cellboardJson/readCellboardJson.ts';
import { writeLinksCsv, writeNodesCsv } from '../../../shared/exchange/formats/csv/writeCsv.ts';
import { writeDot } from '../../../shared/exchange/formats/dot/writeDot.ts';
import { writeGexf } from '../../../shared/exchange/formats/gexf/writeGexf.ts';
import { writeGraphml } from '../../../shared/exchange/formats/graphml/writeGraphml.ts';
import { writeCanvas } from '../../../shared/exchange/formats/jsonCanvas/readJsonCanvas.ts';
import { writeMermaid } from '../../../shared/exchange/formats/mermaid/writeMermaid.ts';

export const TEXT_FORMATS = ['cellboard', 'csv', 'graphml', 'gexf', 'canvas', 'mermaid', 'dot'] as const;
export type TextFormat = (typeof TEXT_FORMATS)[number];

export interface ExportFile {
  readonly name: string;
  readonly type: string;
  readonly text: string;
}

/** `part` says which of the two tables CSV is to be. */
export function exportFile(
  content: ExchangeContent,
  { format, part, name }: { format: TextFormat; part: 'nodes' | 'links'; name: string },
): ExportFile {
  switch (format) {
    case 'cellboard':
      return { name: `${name}.cellboard.json`, type: 'application/json', text: writeCellboard(content) };
    case 'csv': {
      const text = part === 'nodes' ? writeNodesCsv(content) : writeLinksCsv(content);
      return { name: `${name} ${part}.csv`, type: 'text/csv', text };
    }
    case 'graphml':
      return { name: `${name}.graphml`, type: 'application/xml', text: writeGraphml(content) };
    case 'gexf':
      return { name: `${name}.gexf`, type: 'application/xml', text: writeGexf(content) };
    case 'canvas':
      return { name: `${name}.canvas`, type: 'application/json', text: writeCanvas(content) };
    case 'mermaid':
      return { name: `${name}.mmd`, type: 'text/plain', text: writeMermaid(content) };
    case 'dot':
      return { name: `${name}.gv`, type: 'text/vnd.graphviz', text: writeDot(content) };
  }
}
