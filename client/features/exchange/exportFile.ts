/** Makes the file of each format. What is heavy is loaded when its format is asked for. */
import { writeCellboard } from '../../../shared/exchange/cellboardJson.ts';
import type { ExchangeContent } from '../../../shared/exchange/content.ts';
import { writeLinksCsv, writeNodesCsv } from '../../../shared/exchange/csv.ts';
import { writeDot } from '../../../shared/exchange/dot.ts';
import { writeGexf } from '../../../shared/exchange/gexf.ts';
import { writeGraphml } from '../../../shared/exchange/graphml.ts';
import { writeCanvas } from '../../../shared/exchange/jsonCanvas.ts';
import { writeMermaid } from '../../../shared/exchange/mermaid.ts';

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
