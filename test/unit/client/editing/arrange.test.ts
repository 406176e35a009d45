import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { aligned, type Box, distributed, EDGES } from '../../../../client/editing/align.ts';
import { alignNodes, groupInCircle } from '../../../../client/editing/arranging.ts';
import { linkMap, nodeMap } from '../../../../client/editing/newElements.ts';
import { indexLines, snap } from '../../../../client/editing/snapping.ts';
import { shapeOf } from '../../../../client/shapes/shapes.ts';
import { holds } from '../../../../client/state/scene/containment.ts';
import { History } from '../../../../client/sync/history.ts';
import { BoardStore } from '../../../../client/sync/store.ts';
import type { NodeKind } from '../../../../shared/model/kinds.ts';
import { nodeId } from '../../../helpers/boards.ts';

const box = (id: string, x: number, y: number, width = 40, height = 20): Box => ({
  id: nodeId(id),
  x,
  y,
  width,
  height,
});

function board() {
  const doc = new Y.Doc();
  const editor = {
    store: new BoardStore(doc),
    history: new History(doc),
    rights: { role: 'editor', viewing: false } as const,
  };
  const add = (id: string, kind: NodeKind, x: number, y = 0) =>
    doc.getMap<Y.Map<unknown>>('nodes').set(id, nodeMap({ kind, label: id, position: { x, y } }));
  return { doc, editor, add };
}

describe('aligning', () => {
  const boxes = [box('a', 0, 0), box('b', 100, 50, 80, 40)];
  it.each([
    ['start', { x: 20, y: 50 }],
    ['centre', { x: 60, y: 50 }],
    ['end', { x: 100, y: 50 }],
    ['top', { x: 100, y: 10 }],
    ['middle', { x: 100, y: 30 }],
    ['bottom', { x: 100, y: 50 }],
  ] as const)('by %s puts the boxes on one line', (edge, place) => {
    expect(aligned(boxes, edge).get(nodeId('b'))).toEqual(place);
  });

  it('twice changes nothing more', () => {
    for (const edge of EDGES) {
      const once = boxes.map((each) => ({ ...each, ...aligned(boxes, edge).get(each.id) }));
      const twice = once.map((each) => ({ ...each, ...aligned(once, edge).get(each.id) }));
      expect(twice).toEqual(once);
    }
  });

  it('takes along what lies in a group, and leaves what is not to be changed', () => {
    const { doc, editor, add } = board();
    add('c', 'circle', 0);
    add('ada', 'person', 30);
    add('n', 'note', 400, 300);
    add('m', 'note', 500, 100);
    doc.getMap('links').set('l', linkMap({ kind: 'membership', source: nodeId('ada'), target: nodeId('c') }));
    doc.getMap<Y.Map<unknown>>('nodes').get('m')?.set('access', 'read');
    alignNodes(editor, { ids: ['c', 'n', 'm'], edge: 'bottom' });
    const at = (id: string) => editor.store.nodes.get(nodeId(id))?.position;
    expect(at('c')).toEqual({ x: 0, y: 240 });
    expect(at('ada')).toEqual({ x: 30, y: 240 });
    expect(at('m')).toEqual({ x: 500, y: 100 });
    editor.history.undo();
    expect([at('c')?.y, at('ada')?.y]).toEqual([0, 0]);
  });
});

describe('distributing', () => {
  it('makes the gaps between boxes of any size equal, and leaves the outer two', () => {
    const boxes = [box('a', 0, 0), box('c', 300, 5), box('b', 60, 9, 100)];
    const places = distributed(boxes, 'horizontal');
    expect(places.get(nodeId('a'))).toEqual({ x: 0, y: 0 });
    expect(places.get(nodeId('b'))).toEqual({ x: 150, y: 9 });
    expect(places.get(nodeId('c'))).toEqual({ x: 300, y: 5 });
    expect(distributed(boxes.slice(1), 'vertical').size).toBe(0);
  });
});

describe('grouping in a circle', () => {
  it('holds all the people chosen, makes them members, and is one step of undo', () => {
    const { editor, add } = board();
    add('a', 'person', 0);
    add('b', 'person', 400, 300);
    add('n', 'note', 0);
    const id = groupInCircle(editor, ['a', 'b', 'n']);
    const circle = id && editor.store.nodes.get(id);
    expect(circle?.kind).toBe('circle');
    for (const member of ['a', 'b']) {
      const node = editor.store.nodes.get(nodeId(member));
      expect(circle && node && holds(shapeOf(circle), shapeOf(node))).toBe(true);
    }
    expect([...editor.store.links.values()].map(({ source }) => source).sort()).toEqual(['a', 'b']);
    editor.history.undo();
    expect([editor.store.nodes.size, editor.store.links.size]).toEqual([3, 0]);
    expect(groupInCircle(editor, ['n'])).toBeNull();
  });
});

describe('snapping', () => {
  const index = indexLines([
    { x: 0, y: 0, width: 40, height: 40 },
    { x: 300, y: 8, width: 100, height: 60 },
  ]);

  it('brings the nearest edge or centre onto a line within reach', () => {
    const { by, guides } = snap({ x: 3, y: 120, width: 20, height: 20 }, { index, reach: 6 });
    expect(by).toEqual({ x: -3, y: 0 });
    expect(guides).toEqual([{ axis: 'x', at: 0, from: -20, to: 130 }]);
  });

  it('leaves alone what is further away', () => {
    expect(snap({ x: 120, y: 120, width: 20, height: 20 }, { index, reach: 6 })).toEqual({
      by: { x: 0, y: 0 },
      guides: [],
    });
  });

  it('never moves by more than its reach', () => {
    for (let x = -80; x < 400; x += 7) {
      const { by } = snap({ x, y: x / 3, width: 30, height: 50 }, { index, reach: 6 });
      expect(Math.max(Math.abs(by.x), Math.abs(by.y))).toBeLessThanOrEqual(6);
    }
  });
});
