import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { linkMap, nodeMap } from '../../../../client/editing/newElements.ts';
import { fitToMembers } from '../../../../client/editing/resizing.ts';
import {
  CORNERS,
  fitted,
  isSized,
  possibleSize,
  resizedByCorner,
  withSide,
} from '../../../../client/editing/sizes.ts';
import { type Shape, shapeOf } from '../../../../client/shapes/shapes.ts';
import { holds } from '../../../../client/state/scene/containment.ts';
import { History } from '../../../../client/sync/history.ts';
import { BoardStore } from '../../../../client/sync/store.ts';
import { NODE_KINDS, type NodeKind } from '../../../../shared/model/kinds.ts';
import { usualSize } from '../../../../shared/model/sizes.ts';
import { nodeId } from '../../../helpers/boards.ts';

const SIZED = NODE_KINDS.filter(isSized);

function shape(kind: NodeKind, x = 0, y = 0): Shape {
  return shapeOf({ kind, label: '', position: { x, y }, size: null });
}

describe('resizing by a corner', () => {
  it.each(SIZED)('of a %s leaves the opposite one where it is', (kind) => {
    const before = shape(kind, 30, 40);
    for (const corner of CORNERS) {
      const { position, size } = resizedByCorner(before, {
        corner,
        to: { x: 30 + corner.x * 300, y: 40 + corner.y * 250 },
      });
      expect(position.x - (corner.x * size.width) / 2).toBeCloseTo(30 - (corner.x * before.width) / 2);
      expect(position.y - (corner.y * size.height) / 2).toBeCloseTo(40 - (corner.y * before.height) / 2);
      expect(size.width).toBeGreaterThan(before.width);
    }
  });

  it.each(SIZED)('of a %s across itself stops at the smallest size', (kind) => {
    const { size } = resizedByCorner(shape(kind), { corner: { x: 1, y: 1 }, to: { x: -900, y: -900 } });
    expect(size).toEqual(possibleSize(kind, { width: 0, height: 0 }));
    expect(size.width).toBeGreaterThan(60);
  });
});

describe('a possible size', () => {
  it('of a circle is round, and of a cell in proportion', () => {
    expect(possibleSize('circle', { width: 300, height: 120 })).toEqual({ width: 300, height: 300 });
    const { width, height } = possibleSize('cell', { width: 300, height: 120 });
    expect(width / height).toBeCloseTo(2 / Math.sqrt(3), 2);
  });

  it('follows the side that is given', () => {
    expect(withSide('circle', { width: 300, height: 300 }, { height: 200 })).toEqual({
      width: 200,
      height: 200,
    });
    expect(withSide('cell', { width: 300, height: 260 }, { width: 200 }).height).toBe(173);
    expect(withSide('area', { width: 300, height: 200 }, { height: 240 })).toEqual({
      width: 300,
      height: 240,
    });
  });
});

describe('fitting a group to its members', () => {
  const members = [shape('person', 0, 0), shape('person', 400, 80), shape('person', 150, 300)];
  it.each(SIZED.filter((kind) => kind !== 'note'))('a %s then holds them all', (kind) => {
    const placed = fitted(kind, members);
    const group = placed && shapeOf({ kind, label: '', ...placed });
    for (const member of members) expect(group && holds(group, member)).toBe(true);
  });

  it('is nothing without members, and never smaller than usual', () => {
    expect(fitted('circle', [])).toBeNull();
    expect(fitted('circle', members.slice(0, 1))?.size).toEqual(usualSize('circle'));
  });

  it('leaves out those who have their place in another group, and is one step of undo', () => {
    const doc = new Y.Doc();
    const rights = { role: 'editor', viewing: false } as const;
    const editor = { store: new BoardStore(doc), history: new History(doc), rights };
    const add = (id: string, kind: NodeKind, x: number) =>
      doc.getMap('nodes').set(id, nodeMap({ kind, position: { x, y: 0 } }));
    const join = (source: string, target: string) =>
      doc
        .getMap('links')
        .set(
          source + target,
          linkMap({ kind: 'membership', source: nodeId(source), target: nodeId(target) }),
        );
    add('c', 'circle', 0);
    add('d', 'circle', 900);
    add('ada', 'person', 180);
    add('bea', 'person', 900);
    join('ada', 'c');
    join('bea', 'c');
    join('bea', 'd');
    fitToMembers(editor, nodeId('c'));
    expect(editor.store.nodes.get(nodeId('c'))?.position).toEqual({ x: 180, y: 0 });
    editor.history.undo();
    expect(editor.store.nodes.get(nodeId('c'))?.position).toEqual({ x: 0, y: 0 });
  });
});
