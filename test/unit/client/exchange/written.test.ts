/** What is written opens in other libraries and says there what it says here, whatever the names are. */
import * as fc from 'fast-check';
import { MultiGraph } from 'graphology';
import gexf from 'graphology-gexf';
import graphml from 'graphology-graphml';
import Papa from 'papaparse';
import { fromDot } from 'ts-graphviz';
import { describe, expect, it } from 'vitest';
import { defuse, undefuse, writeLinksCsv, writeNodesCsv } from '../../../../shared/exchange/csv.ts';
import { writeDot } from '../../../../shared/exchange/dot.ts';
import { writeGexf } from '../../../../shared/exchange/gexf.ts';
import { writeGraphml } from '../../../../shared/exchange/graphml.ts';
import { writeMermaid } from '../../../../shared/exchange/mermaid.ts';
import { xmlText } from '../../../../shared/exchange/xml.ts';
import { anyContent, NASTY } from '../../../helpers/exchanged.ts';

const RUNS = { numRuns: 25 };

describe('what is written', () => {
  it.each([
    ['GraphML', writeGraphml, (text: string) => graphml.parse(MultiGraph, text)],
    ['GEXF', writeGexf, (text: string) => gexf.parse(MultiGraph, text)],
  ])('as %s opens in graphology', (_name, write, parse) => {
    fc.assert(
      fc.property(anyContent, (content) => {
        const graph = parse(write(content));
        expect([graph.order, graph.size]).toEqual([content.nodes.length, content.links.length]);
        for (const { id, label, kind } of content.nodes) {
          expect(graph.getNodeAttribute(id, 'kind')).toBe(kind);
          // Readers differ in how they take a name of nothing but spaces.
          const found: unknown = graph.getNodeAttribute(id, 'label');
          expect(String(found ?? '').trim()).toBe(xmlText(label).trim());
        }
      }),
      RUNS,
    );
  });

  it('as DOT opens in ts-graphviz', () => {
    fc.assert(
      fc.property(anyContent, (content) => {
        const graph = fromDot(writeDot(content));
        expect(graph.nodes.map(({ id }) => id).sort()).toEqual(content.nodes.map(({ id }) => id).sort());
        expect(graph.edges).toHaveLength(content.links.length);
      }),
      RUNS,
    );
  });

  it('as CSV opens in Papa Parse with a cell for each column, none of them a formula', () => {
    fc.assert(
      fc.property(anyContent, (content) => {
        for (const text of [writeNodesCsv(content), writeLinksCsv(content)]) {
          const { data, errors } = Papa.parse<string[]>(text.slice(1).trimEnd(), {
            delimiter: ',',
            newline: '\r\n',
          });
          expect(errors).toEqual([]);
          expect(new Set(data.map((row) => row.length)).size).toBe(1);
          const cells = data.slice(1).flat();
          const isNumber = (cell: string) => /^-?\d+(\.\d+)?$/.test(cell);
          expect(cells.filter((cell) => /^\s*[=+\-@]/.test(cell) && !isNumber(cell))).toEqual([]);
        }
      }),
      RUNS,
    );
  });

  it('as Mermaid has one line for each thing and no sign of a name that could mean anything', () => {
    fc.assert(
      fc.property(anyContent, (content) => {
        const lines = writeMermaid({ ...content, nodes: content.nodes })
          .trimEnd()
          .split('\n');
        const colors = new Set(content.nodes.flatMap(({ color }) => color ?? []));
        expect(lines).toHaveLength(1 + content.nodes.length + content.links.length + 2 * colors.size);
        for (const line of lines.slice(1, 1 + content.nodes.length))
          expect(line).toMatch(/^ {2}n\d+\S{1,2}"(?:[^"`<>\\|]|<br\/>)+"\S{1,2}$/u);
      }),
      RUNS,
    );
  });
});

describe('formulas', () => {
  it('are defused, and come back as they were', () => {
    for (const text of NASTY) expect(undefuse(defuse(text))).toBe(text);
    for (const text of ['=1', '+1', '-1', '@a', '\t=1', ' =1', '＝1']) expect(defuse(text)).toBe(`'${text}`);
    expect(defuse('Ada')).toBe('Ada');
  });
});
