/** The registry of file formats: what it offers, and that texts, docs and messages agree with it. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { en as exchangeEn } from '../../../../client/features/exchange/messages.en.ts';
import { fa as exchangeFa } from '../../../../client/features/exchange/messages.fa.ts';
import {
  acceptedExtensions,
  detectFormat,
  FORMATS,
  isPastedFile,
  READABLE_FORMATS,
  WRITABLE_FORMATS,
  type WritableFormat,
} from '../../../../shared/exchange/formats.ts';
import { TextSample } from '../../../../shared/exchange/textSample.ts';
import { WRITERS } from '../../../../shared/exchange/writers.ts';
import type { LinkId, NodeId } from '../../../../shared/model/ids.ts';

const BLANK = { caption: '', notes: '', position: { x: 0, y: 0 }, locked: false } as const;
const [ADA, CELL] = ['ada', 'cell'] as [NodeId, NodeId];
const CONTENT = {
  title: 'Board',
  nodes: [
    { ...BLANK, id: ADA, kind: 'person', label: 'Ada' },
    { ...BLANK, id: CELL, kind: 'cell', label: 'Cell' },
  ],
  links: [
    {
      id: 'link' as LinkId,
      kind: 'membership',
      source: ADA,
      target: CELL,
      label: '',
      caption: '',
      locked: false,
    },
  ],
} as const;

const written = ({ id, write }: WritableFormat) => {
  const parts = write.isPair ? (['nodes', 'links'] as const) : (['nodes'] as const);
  return parts.map((part) => WRITERS[id](CONTENT, part));
};
const detected = (text: string) => detectFormat(new TextSample(text))?.id ?? null;

describe('the registry of formats', () => {
  it('has every format once, for reading, for writing or for both', () => {
    const ids = FORMATS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set([...READABLE_FORMATS, ...WRITABLE_FORMATS].map(({ id }) => id))).toEqual(new Set(ids));
  });

  it('offers each extension once in the file picker', () => {
    const offered = acceptedExtensions().split(',');
    expect(offered.every((extension) => /^\.[a-z]+$/.test(extension))).toBe(true);
    expect(new Set(offered).size).toBe(offered.length);
    for (const { read } of READABLE_FORMATS)
      expect(offered).toEqual(expect.arrayContaining([...read.accept]));
  });

  it('knows what it wrote itself, as a file and pasted', () => {
    for (const format of WRITABLE_FORMATS) {
      const isRead = READABLE_FORMATS.some(({ id }) => id === format.id);
      for (const text of written(format)) {
        if (isRead) expect(detected(text)).toBe(format.id);
        expect([format.id, isPastedFile(text)]).toEqual([format.id, isRead]);
      }
    }
  });

  it('tells the kinds of JSON apart', () => {
    expect(detected('{"nodes":[{"id":1}],"links":[]}')).toBe('node-link');
    expect(detected('{"nodes":[],"edges":[{"source":1,"target":{"id":"b"}}]}')).toBe('node-link');
    expect(detected('{"nodes":[],"edges":[{"fromNode":"a","toNode":"b"}]}')).toBe('canvas');
    expect(detected('{"nodes":[]}')).toBe('canvas');
    expect(detected('{"nodes":[],"links":[],"format":"cellboard"}')).toBe('cellboard');
    expect(detected('[1,2]')).toBeNull();
    expect(detected('{"nodes":')).toBeNull();
  });

  it('takes what is neither JSON nor XML for a table, though not when it is pasted', () => {
    expect(detected('Dear Ada, from Bo to you')).toBe('csv');
    expect(isPastedFile('Dear Ada, from Bo to you\nAll the best')).toBe(false);
  });

  it('leaves copied elements to the board, whose clipboard has lists of nodes and links', () => {
    expect(isPastedFile('{"cellboard":"elements","nodes":[{"id":"a"}],"links":[]}')).toBe(false);
  });
});

describe('words about formats', () => {
  const docs = readFileSync('shared/docs/exchange.md', 'utf8');
  /** The first cells of the rows of the first table under a heading. */
  const rowsUnder = (heading: string) => {
    const section = docs.split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
    const [, , ...rows] = section.split('\n').filter((line) => line.startsWith('| '));
    return rows.map((row) => row.split('|')[1]?.trim() ?? '');
  };

  it('in docs/exchange.md name every format that goes out and comes in', () => {
    const out = rowsUnder('What goes out').join('; ');
    for (const { label } of WRITABLE_FORMATS) expect(out).toContain(label);
    const incoming = rowsUnder('What comes in');
    expect(incoming).toHaveLength(READABLE_FORMATS.length);
    for (const { label } of READABLE_FORMATS) expect(incoming.join('; ')).toContain(label);
  });

  it.each([
    ['English', exchangeEn],
    ['Persian', exchangeFa],
  ])('in the import dialog name in %s every format that can be read', (_language, messages) => {
    for (const { label } of READABLE_FORMATS) expect(messages.import.takes).toContain(label);
  });
});
