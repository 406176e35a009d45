import { describe, expect, it } from 'vitest';
import { bends, routeBetween } from '../../../../client/shapes/linkRoute.ts';
import {
  boundaryDistance,
  clearDistance,
  contains,
  type Shape,
  shapeOf,
} from '../../../../client/shapes/shapes.ts';
import { NODE_KINDS, type NodeKind } from '../../../../shared/model/kinds.ts';
import { usualSize } from '../../../../shared/model/sizes.ts';

function shape(kind: NodeKind, x = 0, y = 0, label = ''): Shape {
  return shapeOf({ kind, label, position: { x, y }, size: null });
}

const STRAIGHT = { bend: 0, startGap: 0, endGap: 0 };

describe('the boundary of a shape', () => {
  it.each(NODE_KINDS)('of a %s is where inside ends, in every direction', (kind) => {
    const of = shape(kind, 40, -30);
    for (let degree = 0; degree < 360; degree += 7) {
      const angle = (degree * Math.PI) / 180;
      const direction = { x: Math.cos(angle), y: Math.sin(angle) };
      const distance = boundaryDistance(of, direction);
      const at = (length: number) => ({ x: of.x + direction.x * length, y: of.y + direction.y * length });
      expect(contains(of, at(distance - 0.5))).toBe(true);
      expect(contains(of, at(distance + 0.5))).toBe(false);
    }
  });

  it('of a circle is round and of a cell a hexagon that lies flat', () => {
    expect(boundaryDistance(shape('circle'), { x: 3, y: 4 })).toBe(104);
    expect(boundaryDistance(shape('cell'), { x: 1, y: 0 })).toBeCloseTo(66, 0);
    expect(boundaryDistance(shape('cell'), { x: 0, y: 1 })).toBeCloseTo(57, 0);
  });

  it('of a rectangle has rounded corners', () => {
    const area = shape('area');
    const corner = { x: area.width / 2, y: area.height / 2 };
    expect(boundaryDistance(area, corner)).toBeLessThan(Math.hypot(corner.x, corner.y) - 8);
  });

  it('leaves room for the name beneath a person, and only there', () => {
    const ada = shape('person', 0, 0, 'Ada');
    expect(clearDistance(ada, { x: 0, y: 1 })).toBeGreaterThan(36);
    expect(clearDistance(ada, { x: 0, y: -1 })).toBe(18);
    expect(clearDistance(ada, { x: 1, y: 0 })).toBe(18);
  });

  it('of a body widens with its name', () => {
    expect(usualSize('body').width).toBe(148);
    expect(usualSize('body', 'Executive board abroad').width).toBeGreaterThan(200);
  });
});

describe('a route', () => {
  it('leaves one boundary and meets the other', () => {
    const route = routeBetween(shape('circle'), shape('circle', 400), { bend: 0, startGap: 2, endGap: 5 });
    expect(route.start).toEqual({ x: 106, y: 0 });
    expect(route.end).toEqual({ x: 291, y: 0 });
    expect(route.middle.x).toBeCloseTo(198.5);
  });

  it('of a bent link still meets the boundaries, and passes aside of the straight one', () => {
    const [from, to] = [shape('circle'), shape('cell', 500)];
    const route = routeBetween(from, to, { bend: 30, startGap: 0, endGap: 0 });
    expect(Math.hypot(route.start.x, route.start.y)).toBeCloseTo(104);
    expect(Math.abs(route.middle.y)).toBeGreaterThan(20);
  });

  it('from a region to what lies in it meets the inner shape from outside', () => {
    const region = shapeOf({
      kind: 'area',
      label: '',
      position: { x: 0, y: 0 },
      size: { width: 600, height: 600 },
    });
    const route = routeBetween(region, shape('body', 100), STRAIGHT);
    expect(route.start.x).toBeCloseTo(300);
    expect(route.end.x).toBeCloseTo(174);
    expect(route.endDirection.x).toBeCloseTo(-1);
  });

  it('has a direction even between shapes in one place', () => {
    expect(routeBetween(shape('person'), shape('person'), STRAIGHT).path).not.toContain('NaN');
  });
});

describe('parallel links', () => {
  it('are kept apart evenly, and a single one runs straight', () => {
    expect(bends(1)).toEqual([0]);
    expect(bends(3, 20)).toEqual([-20, 0, 20]);
  });
});
