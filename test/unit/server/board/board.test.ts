import { describe, expect, it } from 'vitest';
import { Bin, MAX_BIN_ENTRIES } from '../../../../server/board/bin.ts';
import { Board } from '../../../../server/board/board.ts';
import type { BinEntry } from '../../../../server/store/store.ts';
import { isLink } from '../../../../shared/model/element.ts';
import type { ElementId, NodeId } from '../../../../shared/model/ids.ts';
import { namedPolicy } from '../../../../shared/policies/policies.ts';
import { link, node } from '../../../helpers/smallBoard.ts';

const id = (value: string) => value as NodeId;

const a = node('a', 'person');
const b = node('b', 'circle');
const c = node('c', 'circle');
const ab = link('membership', ['a', 'b']);
const ac = link('membership', ['a', 'c']);
const bc = link('tie', ['b', 'c']);

function board(bin: readonly BinEntry[] = []): Board {
  return new Board({
    title: 'T',
    policy: namedPolicy('detached'),
    nodes: [a, b, c],
    links: [ab, ac, bc],
    bin,
  });
}

const deletion = (element: string) => ({ id: id(element), by: id('b'), at: 7 });
const ids = (list: readonly { id: ElementId }[]) => list.map((each) => each.id);
const NOTHING = { changes: [], binned: [], unbinned: [] };

describe('putting an element', () => {
  it('says what it was before and what it is now', () => {
    const moved = { ...a, position: { x: 5, y: 5 } };
    expect(board().put(moved)).toEqual({
      changes: [{ id: 'a', before: a, after: moved }],
      binned: [],
      unbinned: [],
    });
    expect(board().put(node('d', 'note')).changes).toMatchObject([{ id: 'd', before: undefined }]);
  });

  it('throws for a link without its ends, and changes nothing', () => {
    const made = board();
    expect(() => made.put(link('tie', ['a', 'nobody']))).toThrow(RangeError);
    expect(made.graph.links.size).toBe(3);
  });

  it('under an id that lies in the bin takes it out of there', () => {
    const made = board();
    made.delete(deletion(bc.id));
    expect(made.put(bc).unbinned).toEqual([bc.id]);
    expect(made.binned(bc.id)).toBeUndefined();
  });
});

describe('deleting', () => {
  it('a node takes its links first, and all of it lies in the bin, the links as gone with it', () => {
    const made = board();
    const { changes, binned, unbinned } = made.delete(deletion('a'));
    expect(ids(changes)).toEqual([ab.id, ac.id, 'a']);
    expect(changes.every(({ before, after }) => before !== undefined && after === undefined)).toBe(true);
    expect(binned).toEqual([
      { id: ab.id, element: ab, deletedBy: 'b', goneWith: 'a', at: 7 },
      { id: ac.id, element: ac, deletedBy: 'b', goneWith: 'a', at: 7 },
      { id: 'a', element: a, deletedBy: 'b', goneWith: null, at: 7 },
    ]);
    expect(unbinned).toEqual([]);
    expect(made.graph.has('a')).toBe(false);
    expect(made.graph.links.size).toBe(1);
  });

  it('what is not there does nothing', () => {
    expect(board().delete(deletion('nobody'))).toEqual(NOTHING);
  });
});

describe('restoring', () => {
  it('a node brings back the links that went with it, and empties the bin of them', () => {
    const made = board();
    made.delete(deletion('a'));
    const { changes, unbinned } = made.restore(id('a'));
    expect(ids(changes)).toEqual(['a', ab.id, ac.id]);
    expect(unbinned).toEqual(['a', ab.id, ac.id]);
    expect(made.graph.get(ab.id)).toBe(ab);
    expect(made.binned(id('a'))).toBeUndefined();
    expect(made.restore(id('a'))).toEqual(NOTHING);
  });

  it('leaves in the bin a link whose other end is gone, until that comes back', () => {
    const made = board();
    made.delete(deletion('a'));
    made.delete(deletion('c'));
    expect(ids(made.restore(id('a')).changes)).toEqual(['a', ab.id]);
    expect(made.binned(ac.id)).toBeDefined();
    expect(ids(made.restore(id('c')).changes).sort()).toEqual(['c', ac.id, bc.id].sort());
  });

  it('leaves out a link that was deleted for itself', () => {
    const made = board();
    made.delete(deletion(ab.id));
    made.delete(deletion('a'));
    expect(ids(made.restore(id('a')).changes)).toEqual(['a', ac.id]);
    expect(ids(made.restore(ab.id).changes)).toEqual([ab.id]);
  });

  it('a link without its ends does nothing, and it stays in the bin', () => {
    const made = board();
    made.delete(deletion('a'));
    expect(made.restore(ab.id)).toEqual(NOTHING);
    expect(made.binned(ab.id)).toBeDefined();
  });

  it('works from a bin that was stored', () => {
    const { binned } = board().delete(deletion('a'));
    const stored = new Board({
      title: 'T',
      policy: namedPolicy('detached'),
      nodes: [b, c],
      links: [bc],
      bin: binned,
    });
    expect(ids(stored.restore(id('a')).changes)).toEqual(['a', ab.id, ac.id]);
  });
});

describe('a change of policy', () => {
  it('out of a commons makes the facilitator’s what was everyone’s, and else nothing', () => {
    const made = new Board({
      title: 'T',
      policy: namedPolicy('open'),
      nodes: [{ ...a, owner: 'everyone' }, b],
      links: [],
      bin: [],
    });
    expect(made.setPolicy(namedPolicy('open'))).toEqual(NOTHING);
    const { changes } = made.setPolicy(namedPolicy('detached'));
    expect(changes).toMatchObject([
      { id: 'a', before: { owner: 'everyone' }, after: { owner: 'facilitator' } },
    ]);
    expect(made.policy).toEqual(namedPolicy('detached'));
    expect(made.setPolicy(namedPolicy('open'))).toEqual(NOTHING);
  });
});

describe('the bin', () => {
  const entry = (name: string, goneWith: string | null = null): BinEntry => ({
    id: id(name),
    element: node(name, 'note'),
    deletedBy: 'facilitator',
    goneWith: goneWith === null ? null : id(goneWith),
    at: 0,
  });

  it('forgets the oldest when it is full, and says which', () => {
    const bin = new Bin(Array.from({ length: MAX_BIN_ENTRIES }, (_, index) => entry(`n${index}`)));
    expect(bin.add(entry('new'))).toEqual(['n0']);
    expect(bin.get(id('n0'))).toBeUndefined();
    expect(bin.get(id('n1'))).toBeDefined();
  });

  it('[B-5.7] lets nobody push out what others deleted', () => {
    const bin = new Bin([entry('theirs')]);
    const mine = (index: number): BinEntry => ({ ...entry(`n${index}`), deletedBy: id('cell') as NodeId });
    const forgotten = Array.from({ length: MAX_BIN_ENTRIES + 5 }, (_, index) => bin.add(mine(index))).flat();
    expect(forgotten).toEqual(['n0', 'n1', 'n2', 'n3', 'n4', 'n5']);
    expect(bin.get(id('theirs'))).toBeDefined();
  });

  it('counts what comes again as the newest', () => {
    const bin = new Bin(Array.from({ length: MAX_BIN_ENTRIES }, (_, index) => entry(`n${index}`)));
    expect(bin.add(entry('n0'))).toEqual([]);
    expect(bin.add(entry('new'))).toEqual(['n1']);
    expect(bin.get(id('n0'))).toBeDefined();
  });

  it('finds the links that went with a node, from either end of theirs, and only those', () => {
    const gone: BinEntry = { ...entry('x'), id: ab.id, element: ab, goneWith: id('b') };
    const alone: BinEntry = { ...entry('x'), id: ac.id, element: ac };
    const bin = new Bin([gone, alone]);
    expect([...bin.linksGoneAt(id('a'))]).toEqual([gone]);
    expect([...bin.linksGoneAt(id('b'))]).toEqual([gone]);
    expect([...bin.linksGoneAt(id('c'))]).toEqual([]);
    expect(isLink(bin.take(ab.id)?.element ?? a)).toBe(true);
    expect([...bin.linksGoneAt(id('a'))]).toEqual([]);
    expect(bin.take(ab.id)).toBeUndefined();
  });

  it('on a board that deletes more than it holds tells the store to forget the rest', () => {
    const nodes = Array.from({ length: 5 }, (_, index) => node(`p${index}`, 'person'));
    const links = nodes.flatMap((one) =>
      Array.from({ length: 4000 }, (_, index) =>
        link('tie', [one.id, 'hub'], { id: `l${one.id}${index}` as never }),
      ),
    );
    const made = new Board({
      title: 'T',
      policy: namedPolicy('open'),
      nodes: [...nodes, node('hub', 'circle')],
      links,
      bin: [],
    });
    const { binned, unbinned } = made.delete(deletion('hub'));
    expect(binned).toHaveLength(20_001);
    expect(unbinned).toHaveLength(20_001 - MAX_BIN_ENTRIES);
    const kept = new Set(ids(binned));
    for (const forgotten of unbinned) kept.delete(forgotten);
    for (const left of kept) expect(made.binned(left)).toBeDefined();
    expect(made.restore(id('hub')).changes).toHaveLength(MAX_BIN_ENTRIES);
  });
});
