import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type TidyInput, type TidyNode, tidyLayout } from '../../../../../client/features/tidy/layout.ts';
import type { NodeKind } from '../../../../../shared/model/kinds.ts';

const SIZES: Readonly<Record<NodeKind, { width: number; height: number }>> = {
  person: { width: 36, height: 36 },
  circle: { width: 208, height: 208 },
  cell: { width: 132, height: 114 },
  area: { width: 300, height: 320 },
  organization: { width: 320, height: 152 },
  body: { width: 148, height: 54 },
  note: { width: 166, height: 88 },
};

function node(id: string, kind: NodeKind, more: Partial<TidyNode> = {}): TidyNode {
  const position = { x: 0, y: 0 };
  return { id, kind, label: id, position, size: SIZES[kind], movable: true, holder: null, ...more };
}

/** The nodes as they lie afterwards. */
function laidOut(input: TidyInput): TidyNode[] {
  const places = tidyLayout(input);
  return input.nodes.map((each) => ({ ...each, ...places.get(each.id) }));
}

function box({ position, size }: TidyNode) {
  const { x, y } = position;
  return {
    left: x - size.width / 2,
    right: x + size.width / 2,
    top: y - size.height / 2,
    bottom: y + size.height / 2,
  };
}

function overlap(a: TidyNode, b: TidyNode): boolean {
  const [one, other] = [box(a), box(b)];
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

function isInside(group: TidyNode, member: TidyNode): boolean {
  const [outer, inner] = [box(group), box(member)];
  return (
    outer.left <= inner.left &&
    outer.right >= inner.right &&
    outer.top <= inner.top &&
    outer.bottom >= inner.bottom
  );
}

function expectTidy(nodes: readonly TidyNode[]): void {
  for (const [index, a] of nodes.entries()) {
    for (const b of nodes.slice(index + 1)) {
      if (a.holder === b.holder) expect(overlap(a, b), `${a.id} and ${b.id} overlap`).toBe(false);
      if (a.holder === b.id) expect(isInside(b, a), `${a.id} lies in ${b.id}`).toBe(true);
      if (b.holder === a.id) expect(isInside(a, b), `${b.id} lies in ${a.id}`).toBe(true);
    }
  }
}

const KINDS = ['circle', 'cell', 'area', 'organization', 'body', 'note', 'person'] as const;

const boards = fc
  .record({
    groups: fc.array(
      fc.record({
        kind: fc.constantFrom(...KINDS),
        members: fc.integer({ min: 0, max: 24 }),
        x: fc.integer({ min: -300, max: 300 }),
        y: fc.integer({ min: -300, max: 300 }),
      }),
      { minLength: 1, maxLength: 9 },
    ),
    links: fc.array(fc.tuple(fc.nat(8), fc.nat(8)), { maxLength: 12 }),
  })
  .map(({ groups, links }): TidyInput => {
    const nodes = groups.flatMap(({ kind, members, x, y }, index) => {
      const position = { x, y };
      const group = node(`g${index}`, kind, { position });
      if (kind === 'person' || kind === 'note') return [group];
      const people = Array.from({ length: members }, (_, each) =>
        node(`p${index}.${each}`, 'person', { position, holder: group.id }),
      );
      return [group, ...people];
    });
    const lines = links.map(([a, b]) => ({ kind: 'tie' as const, source: `g${a}`, target: `g${b}` }));
    return { nodes, links: lines, scope: null };
  });

describe('tidying up', () => {
  it('leaves no two side by side overlapping, and members inside their groups', () => {
    fc.assert(
      fc.property(boards, (input) => expectTidy(laidOut(input))),
      { numRuns: 60 },
    );
  });

  it('gives the same places for the same board, in whatever order it is told', () => {
    fc.assert(
      fc.property(boards, (input) => {
        const once = [...tidyLayout(input)].sort();
        const { nodes, links } = input;
        const turned = { ...input, nodes: [...nodes].reverse(), links: [...links].reverse() };
        expect([...tidyLayout(turned)].sort()).toEqual(once);
      }),
      { numRuns: 20 },
    );
  });

  it('nests groups in regions', () => {
    const nodes = [
      node('area', 'area'),
      node('one', 'circle', { holder: 'area' }),
      node('two', 'circle', { holder: 'area' }),
      ...['a', 'b', 'c'].map((id) => node(id, 'person', { holder: 'one' })),
    ];
    expectTidy(laidOut({ nodes, links: [], scope: null }));
  });

  it('leaves a group alone that holds what this person may not move, and keeps clear of it', () => {
    const nodes = [
      node('fixed', 'circle', { position: { x: 10, y: 20 } }),
      node('theirs', 'person', { holder: 'fixed', movable: false, position: { x: 10, y: 20 } }),
      node('mine', 'person', { holder: 'fixed', position: { x: 40, y: 60 } }),
      node('other', 'circle', { position: { x: 12, y: 25 } }),
    ];
    const places = tidyLayout({ nodes, links: [], scope: null });
    expect([...places.keys()]).toEqual(['other']);
    const [fixed, , , other] = laidOut({ nodes, links: [], scope: null });
    expect(fixed && other && overlap(fixed, other)).toBe(false);
  });

  it('of a selection moves only its blocks', () => {
    const nodes = [
      node('a', 'circle'),
      node('ada', 'person', { holder: 'a' }),
      node('b', 'circle', { position: { x: 5, y: 5 } }),
    ];
    const places = tidyLayout({ nodes, links: [], scope: ['ada'] });
    expect(places.has('b')).toBe(false);
    expectTidy(laidOut({ nodes, links: [], scope: ['ada'] }));
  });

  it('brings linked groups nearer to each other than to strangers', () => {
    const at = (x: number, y: number) => ({ position: { x, y } });
    const nodes = [
      node('a', 'circle', at(0, 0)),
      node('x', 'circle', at(400, 0)),
      node('y', 'circle', at(800, 0)),
      node('b', 'circle', at(1200, 0)),
    ];
    const placed = laidOut({ nodes, links: [{ kind: 'tie', source: 'a', target: 'b' }], scope: null });
    const where = (id: string) => placed.find((each) => each.id === id)?.position ?? { x: 0, y: 0 };
    const apart = (a: string, b: string) => Math.hypot(where(a).x - where(b).x, where(a).y - where(b).y);
    expect(apart('a', 'b')).toBeLessThan(1200);
  });

  it('moves nothing when it is done again', () => {
    fc.assert(
      fc.property(boards, (input) => {
        const nodes = laidOut(input);
        expect([...tidyLayout({ ...input, nodes })]).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('makes a circle smaller that has room for many more', () => {
    const large = node('a', 'circle', { size: { width: 900, height: 900 } });
    const [circle] = laidOut({
      nodes: [large, node('b', 'person', { holder: 'a' })],
      links: [],
      scope: null,
    });
    expect(circle?.size).toEqual(SIZES.circle);
  });

  it('makes a circle larger that has too many members', () => {
    const people = Array.from({ length: 30 }, (_, index) => node(`p${index}`, 'person', { holder: 'a' }));
    const [circle] = laidOut({ nodes: [node('a', 'circle'), ...people], links: [], scope: null });
    expect(circle?.size.width).toBeGreaterThan(208);
  });
});
