/** What is refused whole, what is told by line, and how bytes become text. */
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { decode } from '../../../../shared/exchange/decode.ts';
import { writeCellboard } from '../../../../shared/exchange/formats/cellboardJson/writeCellboardJson.ts';
import { isPastedFile } from '../../../../shared/exchange/formats.ts';
import { likelyMapping, planOf } from '../../../../shared/exchange/plan.ts';
import { readFiles, readTexts } from '../../../../shared/exchange/readFiles.ts';
import type { LinkId, NodeId } from '../../../../shared/model/ids.ts';
import { LIMITS } from '../../../../shared/model/limits.ts';

const read = (...texts: string[]) => readTexts(texts.map((text, index) => ({ name: `f${index}`, text })));
const refusal = (...texts: string[]) => {
  const answer = read(...texts);
  return answer.ok ? null : { code: answer.error.code, line: answer.error.line };
};

function plan(text: string, isFacilitator = true) {
  const answer = read(text);
  if (!answer.ok) throw new Error(answer.error.code);
  const { reading } = answer.value;
  let id = 0;
  return planOf(reading, {
    mapping: likelyMapping(reading),
    isFacilitator,
    keepExtra: false,
    newNodeId: () => `n${id++}` as NodeId,
    newLinkId: () => `l${id++}` as LinkId,
  });
}

const LAUGHS = `<?xml version="1.0"?>
<!DOCTYPE graphml [
 <!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">
 <!ENTITY file SYSTEM "file:///etc/passwd">
]>
<graphml><graph><node id="&b;"/><node id="&file;"/></graph></graphml>`;

describe('a file is refused whole', () => {
  it('with a document type, so that no entity is ever opened', () => {
    expect(refusal(LAUGHS)).toMatchObject({ code: 'doctype' });
    expect(refusal('<graphml><graph><node id="&unknown;"/></graph></graphml>')).toMatchObject({
      code: 'not-xml',
    });
  });

  it('when it is nested too deeply, whatever the depth is made of', () => {
    const deep = `<graphml>${'<graph><node id="n">'.repeat(200_000)}`;
    expect(refusal(deep)).toMatchObject({ code: 'too-deep' });
    const nested = refusal(`{"format":"cellboard","version":1,"nodes":${'['.repeat(100_000)}`);
    expect(nested?.code).toBe('not-json');
  });

  it('when it holds more than a board does, before all of it is read', () => {
    const many = Array.from({ length: LIMITS.nodes + 1 }, (_, at) => `<node id="${at}"/>`).join('');
    expect(refusal(`<graphml><graph>${many}</graph></graphml>`)).toMatchObject({
      code: 'too-many-nodes',
    });
    expect(refusal(`Label\n${'x\n'.repeat(LIMITS.nodes + LIMITS.links + 10_000)}`)).toMatchObject({
      code: 'too-many-links',
    });
    expect(readFiles([{ name: 'a', bytes: new Uint8Array(64 * 1024 * 1024 + 1) }])).toMatchObject({
      error: { code: 'too-large' },
    });
  });

  it('when it is damaged, with the line', () => {
    expect(refusal('<gexf>\n<graph>\n<nodes></graph></gexf>')).toEqual({ code: 'not-xml', line: 3 });
    expect(refusal('{\n"format":"cellboard",\n"nodes": [,]}')).toEqual({ code: 'not-json', line: 3 });
  });

  it('when nothing in it is known, or it comes from a later version', () => {
    expect(refusal('{"a":1}')).toMatchObject({ code: 'unknown-format' });
    expect(refusal('<html></html>')).toMatchObject({ code: 'unknown-format' });
    expect(refusal('a,b,c,d\n1,2,3,4')).toMatchObject({ code: 'unknown-format' });
    expect(refusal('{"format":"cellboard","version":2,"nodes":[]}')).toMatchObject({ code: 'newer' });
    expect(refusal('')).toMatchObject({ code: 'empty' });
    expect(refusal('Label\na', '<gexf/>')).toMatchObject({ code: 'mixed-files' });
    expect(refusal('Label,Type\n')).toMatchObject({ code: 'no-nodes' });
  });
});

describe('what was not understood', () => {
  it('is told by the line it begins on, also after rows of several lines', () => {
    const csv =
      'Label,Type,X,Y\r\n"two\r\nlines",Person,1,2\r\n,Person,,\r\nBo,Person,here,2\r\nBo,Circle,,\r\n';
    expect(plan(csv).troubles.map(({ line, code }) => [line, code])).toEqual([
      [4, 'no-name'],
      [5, 'bad-value'],
      [6, 'same-node'],
    ]);
  });

  it('makes nothing of a link that names one end alone, not even that end', () => {
    const { nodes, links, troubles } = plan('From,To\nA,B\nC,\n,D\nE,A\n');
    expect(nodes.map(({ label }) => label)).toEqual(['A', 'B', 'E']);
    expect(links).toHaveLength(2);
    expect(troubles.map(({ line, code }) => [line, code])).toEqual([
      [3, 'no-name'],
      [4, 'no-name'],
    ]);
  });

  it('names the file where there are two', () => {
    const answer = read('Label,Type\nA,Person\n,Person\n', 'From,To\nA,\n');
    expect(answer.ok && answer.value.reading.troubles.map(({ file, line }) => [file, line])).toEqual([
      ['f0', 3],
      ['f1', 2],
    ]);
  });

  it('is told of JSON by the lines of its entries', () => {
    const { troubles } = plan(
      '{"format":"cellboard","version":1,"nodes":[\n{"id":"a","kind":"person"},\n{"id":"b","kind":"dragon"},\n' +
        '{"id":"c","kind":"circle","label":"]},{"}\n],"links":[\n{"kind":"guidance","source":"a","target":"c"},\n' +
        '{"kind":"tie","source":"a","target":"zz"}]}',
    );
    expect(troubles.map(({ line, code }) => [line, code])).toEqual([
      [3, 'bad-value'],
      [6, 'not-joinable'],
      [7, 'no-such-node'],
    ]);
  });

  it('includes what only a facilitator may give', () => {
    const file = writeCellboard({
      title: '',
      nodes: [
        {
          id: 'a' as NodeId,
          kind: 'cell',
          label: 'A',
          caption: '',
          notes: '',
          position: { x: 0, y: 0 },
          locked: true,
          disclosure: 'open',
          audience: ['everyone'],
          owner: 'everyone',
        },
      ],
      links: [],
    });
    const { nodes, troubles } = plan(file, false);
    expect(nodes[0]).toMatchObject({ disclosure: null, locked: false, owner: null, audience: null });
    expect(troubles).toEqual([
      { code: 'not-yours', line: null, what: 'locked, disclosure, audience, owner' },
    ]);
    expect(plan(file).nodes[0]).toMatchObject({
      audience: ['everyone'],
      owner: 'everyone',
      locked: true,
    });
  });
});

describe('tables', () => {
  it.each([',', ';', '\t'])('are parted by %j, or by what the first line says', (sign) => {
    expect(plan(`Label${sign}Type\nA${sign}Circle\n`).nodes[0]).toMatchObject({
      label: 'A',
      kind: 'circle',
    });
    expect(plan(`sep=${sign}\nLabel${sign}Type\nA${sign}Circle\n`).nodes[0]?.kind).toBe('circle');
  });

  it('without a header are a list of links or of names', () => {
    expect(plan('Ada,Bo\nBo,Cy\n')).toMatchObject({
      nodes: [{ label: 'Ada' }, { label: 'Bo' }, { label: 'Cy' }],
    });
    expect(plan('Ada\nBo\n').nodes).toHaveLength(2);
  });

  it('take names that a program could trip over as names', () => {
    const { nodes } = plan('Label,Type\n__proto__,constructor\ntoString,__proto__\n');
    expect(nodes.map(({ label, kind }) => [label, kind])).toEqual([
      ['__proto__', 'person'],
      ['toString', 'person'],
    ]);
    expect(({} as Record<string, unknown>)['label']).toBeUndefined();
  });

  it('that were written here open in another parser', () => {
    expect(Papa.parse<string[]>('a,b\r\n1,2\r\n').data[1]).toEqual(['1', '2']);
  });
});

describe('bytes', () => {
  const utf16 = (text: string, big: boolean) =>
    Uint8Array.from(
      Array.from(text).flatMap((letter) => {
        const code = letter.charCodeAt(0);
        return big ? [code >> 8, code & 255] : [code & 255, code >> 8];
      }),
    );

  it('become text in whatever encoding they came', () => {
    expect(decode(new TextEncoder().encode('\ufeffسلام é'))).toEqual({ text: 'سلام é', encoding: 'utf-8' });
    expect(decode(utf16('Label,Type', false))).toEqual({ text: 'Label,Type', encoding: 'utf-16le' });
    expect(decode(utf16('Label,Type', true))).toEqual({ text: 'Label,Type', encoding: 'utf-16be' });
    expect(decode(Uint8Array.of(0x4c, 0xe9, 0x61, 0x2c, 0x42))).toEqual({
      text: 'Léa,B',
      encoding: 'windows-1252',
    });
    // "سلام" as old Persian programs wrote it.
    expect(decode(Uint8Array.of(0xd3, 0xe1, 0xc7, 0xe3))).toEqual({ text: 'سلام', encoding: 'windows-1256' });
  });
});

describe('pasted text', () => {
  it('is a file only when it looks like one', () => {
    expect(isPastedFile('From,To\nAda,Bo')).toBe(true);
    expect(isPastedFile('<?xml version="1.0"?><graphml xmlns="x"></graphml>')).toBe(true);
    expect(isPastedFile('{"format": "cellboard", "version": 1}')).toBe(true);
    expect(isPastedFile('Dear Ada, from Bo to you\nall the best')).toBe(false);
    expect(isPastedFile('{"cellboard":"elements"}')).toBe(false);
    expect(isPastedFile('From,To')).toBe(false);
  });
});
