/** Templates made of boards: nothing of the board's own ids in them, and without names no name either. */
import { describe, expect, it } from 'vitest';
import type { LinkRecord, NodeRecord } from '../../../../shared/model/element.ts';
import type { LinkId, NodeId } from '../../../../shared/model/ids.ts';
import { namedPolicy } from '../../../../shared/policies/policies.ts';
import { fromBoard } from '../../../../shared/templates/fromBoard.ts';
import { instantiate } from '../../../../shared/templates/instantiate.ts';
import { TEMPLATE_IDS } from '../../../../shared/templates/template.ts';
import { template } from '../../../../shared/templates/templates.ts';
import type { DrawnRecords } from '../../../../shared/templates/withoutNames.ts';
import { checksOn } from './checksOn.ts';

let count = 0;
const ids = {
  newNodeId: () => `boardNode${++count}` as NodeId,
  newLinkId: () => `boardLink${++count}` as LinkId,
};

function boardFrom(id: string): DrawnRecords {
  const drawn = template(id);
  if (drawn === null) throw new Error(`There is no template ${id}.`);
  const records = instantiate(drawn, ids);
  return {
    nodes: records.filter((record): record is NodeRecord => !('source' in record)),
    links: records.filter((record): record is LinkRecord => 'source' in record),
  };
}

const node = (id: string, kind: NodeRecord['kind'], more: Partial<NodeRecord> = {}): NodeRecord => ({
  id: id as NodeId,
  kind,
  label: '',
  caption: '',
  notes: '',
  position: { x: 0, y: 0 },
  locked: false,
  owner: 'facilitator',
  ...more,
});
const link = (
  id: string,
  [source, target]: [string, string],
  more: Partial<LinkRecord> = {},
): LinkRecord => ({
  id: id as LinkId,
  kind: 'membership',
  source: source as NodeId,
  target: target as NodeId,
  label: '',
  caption: '',
  locked: false,
  owner: 'facilitator',
  ...more,
});

const textsOf = ({ nodes, links }: DrawnRecords) => [
  ...nodes.flatMap(({ label, caption, notes }) => [label, caption, notes]),
  ...links.flatMap(({ label, caption }) => [label, caption]),
];
const anonymous = (board: DrawnRecords) => fromBoard(board, { names: false, language: 'en' });
const named = (board: DrawnRecords) => fromBoard(board, { names: true, language: 'en' });

describe('a template made of a board', () => {
  it.each(TEMPLATE_IDS)('of %s holds no id of the board, and opens as the same drawing', (id) => {
    const board = boardFrom(id);
    const made = named(board);
    expect(JSON.stringify(made)).not.toMatch(/board(Node|Link)/);
    expect(made.nodes.map(({ label }) => label).sort()).toEqual(board.nodes.map(({ label }) => label).sort());
    expect(made.links.length).toBe(board.links.length);
    const policy = namedPolicy('open');
    const again = instantiate(made, ids);
    expect(checksOn(again, policy)).toEqual(checksOn([...board.nodes, ...board.links], policy));
  });

  it.each(TEMPLATE_IDS)('of %s without names has nobody of it in any text', (id) => {
    const board = boardFrom(id);
    const made = anonymous(board);
    const people = board.nodes.filter(({ kind }) => kind === 'person');
    expect(made.nodes.filter(({ kind }) => kind === 'person').length).toBe(people.length);
    const texts = textsOf(made).filter((text) => !/^Person \d+$/.test(text));
    for (const { label } of people) {
      const name = new RegExp(`(^|[^\\p{L}])${label}([^\\p{L}]|$)`, 'iu');
      expect(texts.filter((text) => name.test(text))).toEqual([]);
    }
    expect(made.nodes.every(({ notes, kind }) => notes === '' && kind !== 'note')).toBe(true);
    const groups = (nodes: readonly NodeRecord[]) =>
      nodes.filter(({ kind }) => kind !== 'person' && kind !== 'note');
    expect(groups(made.nodes).length).toBe(groups(board.nodes).length);
  });

  it('without names leaves no name in groups, captions, labels and notes, and keeps what are words of a model', () => {
    const made = anonymous({
      nodes: [
        node('p', 'person', { label: 'Ada Öz', caption: 'distributor', notes: 'lives in Mill street' }),
        node('q', 'person', { label: 'مریم', caption: 'Maryam', position: { x: 1, y: 0 } }),
        node('g', 'circle', { label: "Ada's friends", caption: 'around ada', notes: 'Ada began it' }),
        node('h', 'cell', { label: 'Maryams cell', caption: 'workplace cell' }),
        node('i', 'body', { label: 'Bureau', caption: 'bureau', notes: 'meets at Öz’s' }),
        node('n', 'note', { label: 'Ask Ada' }),
      ],
      links: [
        link('l', ['p', 'g'], { label: 'ADA', caption: 'helps' }),
        link('m', ['n', 'g'], { kind: 'tie' }),
        link('o', ['g', 'i'], { kind: 'delegation', label: '4 delegates' }),
      ],
    });
    const found = Object.fromEntries(
      made.nodes.map(({ kind, label, caption, notes }) => [label, { kind, caption, notes }]),
    );
    expect(found).toEqual({
      'Person 1': { kind: 'person', caption: 'distributor', notes: '' },
      'Person 2': { kind: 'person', caption: '', notes: '' },
      'Circle 1': { kind: 'circle', caption: '', notes: '' },
      'Cell 1': { kind: 'cell', caption: 'workplace cell', notes: '' },
      Bureau: { kind: 'body', caption: 'bureau', notes: '' },
    });
    expect(made.links.map(({ label, caption }) => [label, caption]).sort()).toEqual([
      ['', 'helps'],
      ['4 delegates', ''],
    ]);
  });

  it('numbers people in the language that is asked for, in reading order', () => {
    const made = fromBoard(
      {
        nodes: [
          node('z', 'person', { label: 'Zara', position: { x: 9, y: 0 } }),
          node('a', 'person', { label: 'Ada', position: { x: 0, y: 9 } }),
        ],
        links: [],
      },
      { names: false, language: 'fa' },
    );
    expect(made.nodes.map(({ label }) => label)).toEqual(['شخص ۱', 'شخص ۲']);
  });

  it('leaves out what nobody confirmed, with its links, and keeps out the names in it', () => {
    const board: DrawnRecords = {
      nodes: [
        node('cell', 'cell', { label: 'Draw Bo in' }),
        node('ann', 'person', { label: 'Ann', owner: 'everyone' }),
        node('bo', 'person', { label: 'Bo', owner: 'cell' as NodeId }),
      ],
      links: [link('l', ['bo', 'cell']), link('m', ['ann', 'cell'], { owner: 'cell' as NodeId })],
    };
    expect(named(board)).toMatchObject({ nodes: [{ label: 'Ann' }, { label: 'Draw Bo in' }], links: [] });
    expect(JSON.stringify(anonymous(board))).not.toMatch(/Bo|Ann/);
  });

  it('keeps audiences, under keys of its own, without viewpoints that are gone', () => {
    const made = named({
      nodes: [
        node('cell', 'cell', {
          audience: ['everyone', 'cell' as NodeId, 'gone' as NodeId],
          position: { x: 0, y: 5 },
        }),
        node('ann', 'person', { audience: [] }),
      ],
      links: [link('l', ['ann', 'cell'], { audience: ['ann' as NodeId] })],
    });
    expect(made.nodes.map(({ id, audience }) => [id, audience])).toEqual([
      ['n1', []],
      ['n2', ['everyone', 'n2']],
    ]);
    expect(made.links[0]?.audience).toEqual(['n1']);
  });
});
