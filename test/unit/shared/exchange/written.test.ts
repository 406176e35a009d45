/** What is written opens in other libraries and says there what it says here, whatever the names are. */
import { instance } from '@viz-js/viz';
import * as fc from 'fast-check';
import { MultiGraph } from 'graphology';
import gexf from 'graphology-gexf';
import graphml from 'graphology-graphml';
import Papa from 'papaparse';
import { fromDot } from 'ts-graphviz';
import { describe, expect, it } from 'vitest';
import { defuse, undefuse } from '../../../../shared/exchange/formats/csv/formulas.ts';
import { writeCsv } from '../../../../shared/exchange/formats/csv/writeCsv.ts';
import { writeDot } from '../../../../shared/exchange/formats/dot/writeDot.ts';
import { writeGexf } from '../../../../shared/exchange/formats/gexf/writeGexf.ts';
import { writeGraphml } from '../../../../shared/exchange/formats/graphml/writeGraphml.ts';
import { writeMermaid } from '../../../../shared/exchange/formats/mermaid/writeMermaid.ts';
import { wellFormed } from '../../../../shared/exchange/words.ts';
import { xmlText } from '../../../../shared/exchange/xml/writeXml.ts';
import type { NodeId } from '../../../../shared/model/ids.ts';
import { anyContent, NASTY } from '../../../helpers/exchanged.ts';

const RUNS = { numRuns: 25 };
const BLANK = { kind: 'person', caption: '', notes: '', position: { x: 0, y: 0 }, locked: false } as const;

/** What stands at each node in a picture by Graphviz, by the node's name; each line is a text of its own. */
function textsIn(svg: string): Map<string, string> {
  const [, ...nodes] = svg.split(/class="node[^"]*">/);
  return new Map(
    nodes.map((node) => {
      const own = node.slice(0, node.search(/<!-- |class="edge"/));
      const lines = [...own.matchAll(/<text[^>]*>(.*?)<\/text>/gs)].map(([, line = '']) => read(line));
      return [read(/<title>(.*?)<\/title>/.exec(own)?.[1] ?? ''), lines.join('\n').trim()];
    }),
  );
}

const SIGNS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

function read(text: string): string {
  return text
    .replace(/&#(\d+);/g, (_, code) => (code === '160' ? ' ' : String.fromCodePoint(Number(code))))
    .replace(/&(\w+);/g, (entity, name) => SIGNS[name] ?? entity);
}

/** Control characters, which it cannot read, are blanks. */
function shownByGraphviz(label: string): string {
  const lines = wellFormed(label).split(/\r\n|[\n\r]/);
  return lines
    .map((line) => line.replace(/\p{Cc}/gu, (sign) => (sign < ' ' ? ' ' : sign)))
    .join('\n')
    .trim();
}

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

  it('as DOT is drawn by Graphviz itself, with every name as it is', async () => {
    const graphviz = await instance();
    const awkward = NASTY.map((label, at) => ({ ...BLANK, id: `n${at}` as NodeId, label }));
    fc.assert(
      fc.property(anyContent, ({ title, nodes, links }) => {
        const content = { title, nodes: nodes.map((node) => ({ ...node, caption: '' })), links };
        const svg = graphviz.renderString(writeDot(content), { engine: 'nop', format: 'svg' });
        const texts = textsIn(svg);
        for (const { id, label } of nodes) expect(texts.get(id)).toBe(shownByGraphviz(label));
        expect(svg.split('class="edge').length - 1).toBe(links.length);
      }),
      { numRuns: 10, examples: [[{ title: '&lt;', nodes: awkward, links: [] }]] },
    );
  });

  it('as CSV opens in Papa Parse with a cell for each column, none of them a formula', () => {
    fc.assert(
      fc.property(anyContent, (content) => {
        for (const text of [writeCsv(content, 'nodes'), writeCsv(content, 'links')]) {
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
