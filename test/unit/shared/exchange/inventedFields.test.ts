/** A field that is put into the table of fields is written to files and read again, without a line of theirs. */
import { describe, expect, it, vi } from 'vitest';
import type { ExchangeContent } from '../../../../shared/exchange/content.ts';
import { READABLE_FORMATS, WRITABLE_FORMATS } from '../../../../shared/exchange/formats.ts';
import { likelyMapping, planOf } from '../../../../shared/exchange/plan.ts';
import { readTexts } from '../../../../shared/exchange/readFiles.ts';
import { WRITERS } from '../../../../shared/exchange/writers.ts';
import type { LinkRecord, NodeRecord } from '../../../../shared/model/element.ts';
import type { LinkId, NodeId } from '../../../../shared/model/ids.ts';
import { LINK_VALUES, NODE_VALUES } from '../../../helpers/inventedFields.ts';
import { link, node } from '../../../helpers/smallBoard.ts';

vi.mock('../../../../shared/model/fields.ts', async (importOriginal) => {
  const actual = await importOriginal<typeof import('../../../../shared/model/fields.ts')>();
  const { withInvented } = await import('../../../helpers/inventedFields.ts');
  return { ...actual, FIELDS: withInvented(actual.FIELDS) };
});

// The types know the fields of the table alone.
const CONTENT: ExchangeContent = {
  title: '',
  nodes: [node('cell', 'cell', NODE_VALUES as Partial<NodeRecord>), node('ada', 'person')],
  links: [link('membership', ['ada', 'cell'], LINK_VALUES as Partial<LinkRecord>)],
};

const BOTH_WAYS = WRITABLE_FORMATS.filter(({ id }) => READABLE_FORMATS.some((format) => format.id === id));

function reimported(id: (typeof BOTH_WAYS)[number]['id'], { isFacilitator = true, change = same } = {}) {
  const texts = [WRITERS[id](CONTENT, 'nodes'), ...(id === 'csv' ? [WRITERS[id](CONTENT, 'links')] : [])];
  const read = readTexts(texts.map((text, at) => ({ name: `f${at}`, text: change(text) })));
  if (!read.ok) throw new Error(read.error.code);
  const { reading } = read.value;
  let next = 0;
  const { nodes, links, troubles } = planOf(reading, {
    mapping: likelyMapping(reading),
    isFacilitator,
    keepExtra: false,
    newNodeId: () => `n${next++}` as NodeId,
    newLinkId: () => 'l' as LinkId,
  });
  const cell = nodes.find(({ kind }) => kind === 'cell');
  return { cell: pick(cell, NODE_VALUES), link: pick(links[0], LINK_VALUES), troubles };
}

const same = (text: string) => text;
const pick = (from: object | undefined, names: object) =>
  Object.fromEntries(Object.entries(from ?? {}).filter(([name]) => name in names));

const { codeword, ration, deputies, ...IN_COLUMNS } = NODE_VALUES;

describe('a field put into the table', () => {
  it.each(BOTH_WAYS.map(({ id }) => id))('comes back from a file of the format %s', (id) => {
    const { cell, link: membership, troubles } = reimported(id);
    expect(cell).toEqual({ ...IN_COLUMNS, codeword: id === 'cellboard' ? codeword : null });
    expect(membership).toEqual(LINK_VALUES);
    expect(troubles).toEqual([]);
  });

  it('is in no file where it is not for files', () => {
    for (const { id } of WRITABLE_FORMATS)
      for (const part of ['nodes', 'links'] as const) {
        const text = WRITERS[id](CONTENT, part);
        expect(text).not.toContain(ration);
        expect(text).not.toContain('deputies');
      }
  });

  it('is withheld from a participant who imports it, where it is a facilitator’s to give', () => {
    const { cell, troubles } = reimported('cellboard', { isFacilitator: false });
    expect(cell).toEqual({ ...IN_COLUMNS, codeword: null });
    expect(troubles).toEqual([{ code: 'not-yours', line: null, what: 'owner, codeword' }]);
  });

  it('is cut, moved within its bounds, or passed over with a word, where a file says too much', () => {
    const change = (text: string) =>
      text.replaceAll('Ada first', 'x'.repeat(30)).replaceAll('2.5', '99').replaceAll('attic', 'cellar');
    const { cell, troubles } = reimported('graphml', { change });
    expect(cell).toMatchObject({ motto: 'x'.repeat(20), anchor: { left: 1, top: 9 }, floor: null });
    expect(troubles.map(({ code, what }) => [code, what])).toEqual([
      ['bad-value', 'cellar'],
      ['cut', 'x'.repeat(30)],
    ]);
  });
});
