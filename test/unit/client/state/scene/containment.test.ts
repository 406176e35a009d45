import { describe, expect, it } from 'vitest';
import { type Shape, shapeOf } from '../../../../../client/shapes/shapes.ts';
import {
  afterMove,
  draggedWith,
  holderFor,
  holds,
  type PlacedNode,
} from '../../../../../client/state/scene/containment.ts';
import type { LinkId, NodeId } from '../../../../../shared/model/ids.ts';
import type { NodeKind } from '../../../../../shared/model/kinds.ts';

function shape(kind: NodeKind, x: number, y = 0, side?: number): Shape {
  const size = side === undefined ? null : { width: side, height: side };
  return shapeOf({ kind, label: '', position: { x, y }, size });
}

const id = (name: string) => name as NodeId;
const place = (name: string, of: Shape): PlacedNode => ({ id: id(name), shape: of });
const membership = (source: string, target: string) => ({
  id: `${source}-${target}` as LinkId,
  source: id(source),
  target: id(target),
});

const area = place('area', shape('area', 0, 0, 900));
const circle = place('circle', shape('circle', 0));
const other = place('other', shape('circle', 600));
const groups = [area, circle, other];

describe('what lies in what', () => {
  it('a person lies in a group when the centre of the disc does', () => {
    expect(holds(circle.shape, shape('person', 100))).toBe(true);
    expect(holds(circle.shape, shape('person', 106))).toBe(false);
  });

  it('a group lies in a group only whole, and nothing lies in a person or a note', () => {
    expect(holds(area.shape, circle.shape)).toBe(true);
    expect(holds(area.shape, shape('circle', 400))).toBe(false);
    expect(holds(shape('note', 0), shape('person', 0))).toBe(false);
  });

  it('of several groups the smallest is the holder', () => {
    expect(holderFor(place('ada', shape('person', 10)), groups)?.id).toBe('circle');
    expect(holderFor(place('ada', shape('person', 300)), groups)?.id).toBe('area');
    expect(holderFor(place('ada', shape('person', 2_000)), groups)).toBeNull();
  });

  it('a note belongs to nothing', () => {
    expect(holderFor(place('note', shape('note', 0)), groups)).toBeNull();
  });
});

describe('moving a person', () => {
  const moved = (from: number, to: number, ...memberships: string[]) =>
    afterMove({
      node: place('ada', shape('person', to)),
      before: shape('person', from),
      memberships: memberships.map((group) => membership('ada', group)),
      groups,
    });

  it('into a group joins it', () => {
    expect(moved(2_000, 600)).toEqual({ join: 'other', leave: [] });
  });

  it('out of the group that held them ends that membership', () => {
    expect(moved(10, 2_000, 'circle')).toEqual({ join: null, leave: ['ada-circle'] });
  });

  it('from one group to another does both', () => {
    expect(moved(10, 600, 'circle')).toEqual({ join: 'other', leave: ['ada-circle'] });
  });

  it('within their group changes nothing', () => {
    expect(moved(10, 50, 'circle')).toEqual({ join: null, leave: [] });
  });

  it('leaves a seat in a group alone that did not hold them', () => {
    expect(moved(10, 2_000, 'circle', 'other')).toEqual({ join: null, leave: ['ada-circle'] });
  });

  it('into a group where they have a seat does not join twice', () => {
    expect(moved(2_000, 600, 'other')).toEqual({ join: null, leave: [] });
  });
});

describe('moving a group', () => {
  const shapes = new Map<string, Shape>([
    ['area', area.shape],
    ['circle', circle.shape],
    ['ada', shape('person', 20)],
    ['seated', shape('person', 600)],
    ['stranger', shape('person', 30)],
  ]);
  const members: Record<string, string[]> = { area: ['circle'], circle: ['ada', 'seated'] };
  const dragged = (...ids: string[]) =>
    [
      ...draggedWith(ids.map(id), {
        shapeOf: (of) => shapes.get(of) ?? null,
        membersOf: (of) => (members[of] ?? []).map(id),
      }),
    ].sort();

  it('takes the members along that lie in it, and no others', () => {
    expect(dragged('circle')).toEqual(['ada', 'circle']);
  });

  it('takes along what lies in a group that goes along', () => {
    expect(dragged('area')).toEqual(['ada', 'area', 'circle']);
  });

  it('nothing goes along with a person', () => {
    expect(dragged('ada')).toEqual(['ada']);
  });
});
