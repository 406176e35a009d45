import { describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { linkMap, nodeMap } from '../../../../client/editing/newElements.ts';
import { BoardStore } from '../../../../client/sync/store.ts';
import type { NodeId } from '../../../../shared/model/ids.ts';

const [ada, circle] = ['ada', 'circle'] as NodeId[] as [NodeId, NodeId];

function boardOfTwo() {
  const doc = new Y.Doc();
  doc.transact(() => {
    doc.getMap('nodes').set(ada, nodeMap({ kind: 'person', label: 'Ada', position: { x: 1, y: 2 } }));
    doc.getMap('nodes').set(circle, nodeMap({ kind: 'circle', label: 'Circle', position: { x: 0, y: 0 } }));
    doc.getMap('links').set('m', linkMap({ kind: 'membership', source: ada, target: circle }));
  });
  return { doc, store: new BoardStore(doc) };
}

const mapOf = (doc: Y.Doc, id: string) => doc.getMap('nodes').get(id) as Y.Map<unknown>;

describe('the store of a board', () => {
  it('reads what is there when it is made', () => {
    const { store } = boardOfTwo();
    expect(store.nodes.get(ada)).toMatchObject({ label: 'Ada', position: { x: 1, y: 2 }, access: null });
    expect([...store.linksAt(ada)]).toEqual(['m']);
  });

  it('replaces the record of the node that moved and keeps every other', () => {
    const { doc, store } = boardOfTwo();
    const before = { ada: store.nodes.get(ada), circle: store.nodes.get(circle) };
    mapOf(doc, ada).set('position', { x: 9, y: 9 });
    expect(store.nodes.get(ada)).not.toBe(before.ada);
    expect(store.nodes.get(circle)).toBe(before.circle);
  });

  it('keeps the record when a field is set to what it was', () => {
    const { doc, store } = boardOfTwo();
    const before = store.nodes.get(ada);
    mapOf(doc, ada).set('position', { x: 1, y: 2 });
    expect(store.nodes.get(ada)).toBe(before);
  });

  it('tells once per transaction, with the ids that changed', () => {
    const { doc, store } = boardOfTwo();
    const listener = vi.fn();
    store.subscribe(listener);
    doc.transact(() => {
      (mapOf(doc, ada).get('label') as Y.Text).insert(3, '!');
      mapOf(doc, ada).set('color', 3);
    });
    expect(listener).toHaveBeenCalledOnce();
    expect(listener.mock.calls[0]?.[0]).toMatchObject({
      nodes: new Set([ada]),
      links: new Set(),
      board: false,
    });
    expect(store.nodes.get(ada)).toMatchObject({ label: 'Ada!', color: 3 });
  });

  it('calls only those who watch the element that changed', () => {
    const { doc, store } = boardOfTwo();
    const [ofAda, ofCircle] = [vi.fn(), vi.fn()];
    store.watch(ada, ofAda);
    store.watch(circle, ofCircle);
    mapOf(doc, ada).set('caption', 'typesetter');
    expect(ofAda).toHaveBeenCalledOnce();
    expect(ofCircle).not.toHaveBeenCalled();
  });

  it('leaves out an element that lacks what drawing needs', () => {
    const { doc, store } = boardOfTwo();
    doc.getMap('nodes').set('broken', new Y.Map());
    doc.getMap('nodes').set('number', 7);
    expect(store.nodes.size).toBe(2);
  });

  it('forgets what is deleted, and its place among links', () => {
    const { doc, store } = boardOfTwo();
    doc.getMap('links').delete('m');
    expect(store.links.size).toBe(0);
    expect(store.linksAt(ada).size).toBe(0);
  });
});
