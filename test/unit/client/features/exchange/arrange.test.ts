/** Where an import comes to lie. */
import { describe, expect, it } from 'vitest';
import { arrange } from '../../../../../client/features/exchange/arrange.ts';
import type { PlannedLink, PlannedNode } from '../../../../../shared/exchange/plan.ts';
import type { LinkId, NodeId } from '../../../../../shared/model/ids.ts';
import type { NodeKind } from '../../../../../shared/model/kinds.ts';

const node = (id: string, kind: NodeKind, position: PlannedNode['position'] = null): PlannedNode => ({
  id: id as NodeId,
  kind,
  label: id,
  caption: '',
  notes: '',
  locked: false,
  position,
  size: null,
  color: null,
  disclosure: null,
  audience: null,
  owner: null,
});
const membership = (source: string, target: string): PlannedLink => ({
  id: `${source} ${target}` as LinkId,
  kind: 'membership',
  source: source as NodeId,
  target: target as NodeId,
  label: '',
  caption: '',
  locked: false,
  audience: null,
  owner: null,
});
const people = (count: number) => Array.from({ length: count }, (_, at) => node(`p${at}`, 'person'));

describe('arranging', () => {
  it('finds a place of its own for everything that has none', () => {
    for (const count of [1, 40, 1_000]) {
      const laid = arrange({ nodes: people(count), links: [], isToScale: true });
      const places = new Set(laid.map(({ position: { x, y } }) => `${x} ${y}`));
      expect(places.size).toBe(count);
    }
  });

  it('puts members into their group', () => {
    const nodes = [node('circle', 'circle'), ...people(5)];
    const links = people(5).map(({ id }) => membership(id, 'circle'));
    const laid = arrange({ nodes, links, isToScale: true });
    const circle = laid.find(({ id }) => id === 'circle');
    const radius = (circle?.size?.width ?? 208) / 2;
    for (const { position } of laid)
      expect(
        Math.hypot(position.x - (circle?.position.x ?? 0), position.y - (circle?.position.y ?? 0)),
      ).toBeLessThan(radius);
  });

  it('keeps places to scale as they are, and fits a group around its members', () => {
    const nodes = [
      node('circle', 'circle', { x: 0, y: 0 }),
      node('a', 'person', { x: 400, y: 0 }),
      node('b', 'person', { x: 600, y: 100 }),
    ];
    const links = [membership('a', 'circle'), membership('b', 'circle')];
    const [circle, a] = arrange({ nodes, links, isToScale: true });
    expect(a?.position).toEqual({ x: 400, y: 0 });
    expect(circle?.position).toEqual({ x: 500, y: 50 });
    expect(circle?.size?.width).toBeGreaterThan(220);
    const stranger = node('c', 'person', { x: 500, y: 50 });
    expect(arrange({ nodes: [...nodes, stranger], links, isToScale: true })[0]?.size).toBeNull();
  });

  it('spreads places of a smaller scale, and puts what has none beneath', () => {
    const nodes = [
      node('a', 'person', { x: 0, y: 0 }),
      node('b', 'person', { x: 1, y: 1 }),
      node('c', 'person', { x: 1, y: 0 }),
      node('d', 'person'),
    ];
    const [a, b, c, d] = arrange({ nodes, links: [], isToScale: false });
    expect(
      Math.hypot((b?.position.x ?? 0) - (c?.position.x ?? 0), (b?.position.y ?? 0) - (c?.position.y ?? 0)),
    ).toBeGreaterThan(80);
    expect(d?.position.y).toBeGreaterThan(Math.max(a?.position.y ?? 0, b?.position.y ?? 0));
  });
});
