/**
 * What was exported and imported again is what it was, as far as the format can carry it; and whatever a file
 * holds, reading it ends with a reading or a refusal, never with a fault. Seeds are printed when one fails.
 */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ExchangeContent } from '../../shared/exchange/content.ts';
import { writeCellboard } from '../../shared/exchange/formats/cellboardJson/writeCellboardJson.ts';
import { writeCsv } from '../../shared/exchange/formats/csv/writeCsv.ts';
import { writeDot } from '../../shared/exchange/formats/dot/writeDot.ts';
import { writeGexf } from '../../shared/exchange/formats/gexf/writeGexf.ts';
import { writeGraphml } from '../../shared/exchange/formats/graphml/writeGraphml.ts';
import { writeCanvas } from '../../shared/exchange/formats/jsonCanvas/writeJsonCanvas.ts';
import { writeMermaid } from '../../shared/exchange/formats/mermaid/writeMermaid.ts';
import { likelyMapping, planOf } from '../../shared/exchange/plan.ts';
import { readFiles, readTexts } from '../../shared/exchange/readFiles.ts';
import { wellFormed } from '../../shared/exchange/words.ts';
import { xmlText } from '../../shared/exchange/xml/writeXml.ts';
import type { LinkId, NodeId } from '../../shared/model/ids.ts';
import { anyContent, inOrder, NASTY, readingOf, reimported } from '../helpers/exchanged.ts';

const RUNS = { numRuns: Number(process.env['CELLBOARD_SEEDS'] ?? 120) };

/** What is left of a content after a format that holds no owners, no audiences and no title. */
function carried({ nodes, links }: ExchangeContent, text: (whole: string) => string): ExchangeContent {
  const words = <One extends { label: string; caption: string }>({ label, caption, ...rest }: One) => ({
    ...rest,
    label: text(label),
    caption: text(caption),
  });
  return {
    title: '',
    nodes: nodes.map(({ owner: _o, audience: _a, notes, ...node }) => ({
      ...words(node),
      notes: text(notes),
    })),
    links: links.map(({ owner: _o, audience: _a, ...link }) => words(link)),
  };
}

describe('a round trip', () => {
  it('through Cellboard JSON loses nothing but halves of characters', () => {
    fc.assert(
      fc.property(anyContent, (content) => {
        const back = reimported(readingOf(writeCellboard(content)), content);
        const kept = JSON.parse(JSON.stringify(content), (_, value) =>
          typeof value === 'string' ? wellFormed(value) : value,
        ) as ExchangeContent;
        expect(inOrder({ ...back, title: '' })).toEqual(inOrder({ ...kept, title: '' }));
        expect(back.title).toBe(content.title);
      }),
      RUNS,
    );
  });

  it('through CSV loses owners, audiences and the title', () => {
    fc.assert(
      fc.property(anyContent, (content) => {
        const reading = readingOf(writeCsv(content, 'nodes'), writeCsv(content, 'links'));
        expect(reading.troubles).toEqual([]);
        const back = reimported(reading, content);
        expect(inOrder(back)).toEqual(inOrder(carried(content, wellFormed)));
      }),
      RUNS,
    );
  });

  it.each([
    ['GraphML', writeGraphml],
    ['GEXF', writeGexf],
  ])('through %s also loses what XML has no characters for', (_name, write) => {
    fc.assert(
      fc.property(anyContent, (content) => {
        const back = reimported(readingOf(write(content)), content);
        expect(inOrder(back)).toEqual(inOrder(carried(content, xmlText)));
      }),
      RUNS,
    );
  });

  it('through JSON Canvas loses owners, audiences and the title', () => {
    fc.assert(
      fc.property(anyContent, (content) => {
        const back = reimported(readingOf(writeCanvas(content)), content);
        expect(inOrder(back)).toEqual(inOrder(carried(content, wellFormed)));
      }),
      RUNS,
    );
  });
});

/** Files of every format, sound ones to begin with. */
const anyFile = anyContent.chain((content) =>
  fc.constantFrom(
    writeCellboard(content),
    writeCsv(content, 'nodes'),
    writeCsv(content, 'links'),
    writeGraphml(content),
    writeGexf(content),
    writeCanvas(content),
    writeMermaid(content),
    writeDot(content),
  ),
);

/** Cut, doubled and sprinkled with what parsers stumble over. */
const brokenFile = fc
  .tuple(
    anyFile,
    fc.array(fc.tuple(fc.nat(), fc.nat(), fc.constantFrom(...NASTY, '"', '<', '{', ',')), { maxLength: 4 }),
  )
  .map(([file, changes]) =>
    changes.reduce((text, [at, length, piece]) => {
      const start = text.length === 0 ? 0 : at % text.length;
      return text.slice(0, start) + piece + text.slice(start + (length % 40));
    }, file),
  );

function planned(text: string): void {
  const read = readTexts([{ name: 'a', text }]);
  if (!read.ok) {
    expect(read.error.code).toMatch(/^[a-z-]+$/);
    return;
  }
  const { reading } = read.value;
  let id = 0;
  const { nodes, links } = planOf(reading, {
    mapping: likelyMapping(reading),
    isFacilitator: true,
    keepExtra: true,
    newNodeId: () => `n${id++}` as NodeId,
    newLinkId: () => `l${id++}` as LinkId,
  });
  const ids = new Set(nodes.map((node) => node.id));
  expect(links.every(({ source, target }) => ids.has(source) && ids.has(target))).toBe(true);
}

describe('reading', () => {
  it('ends with a reading or a refusal, however broken a file is', () => {
    fc.assert(fc.property(brokenFile, planned), RUNS);
  });

  it('takes any text at all', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), planned), RUNS);
  });

  it('takes any bytes at all', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        readFiles([{ name: 'a', bytes }]);
      }),
      RUNS,
    );
  });
});
