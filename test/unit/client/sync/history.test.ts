import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { History } from '../../../../client/sync/history.ts';

function setUp() {
  const doc = new Y.Doc();
  const nodes = doc.getMap<number>('nodes');
  let now = 0;
  const history = new History(doc, () => now);
  return { doc, nodes, history, wait: (ms: number) => (now += ms) };
}

describe('history', () => {
  it('makes each act a step of its own', () => {
    const { nodes, history } = setUp();
    history.act(() => nodes.set('a', 1));
    history.act(() => nodes.set('a', 2));
    history.undo();
    expect(nodes.get('a')).toBe(1);
  });

  it('joins acts of one key in a row, until a pause or another act', () => {
    const { nodes, history, wait } = setUp();
    history.act(() => nodes.set('a', 1), { merge: 'typing' });
    history.act(() => nodes.set('a', 2), { merge: 'typing' });
    expect(history.depth).toBe(1);
    wait(2_000);
    history.act(() => nodes.set('a', 3), { merge: 'typing' });
    expect(history.depth).toBe(2);
    history.act(() => nodes.set('b', 1));
    history.act(() => nodes.set('a', 4), { merge: 'typing' });
    expect(history.depth).toBe(4);
  });

  it('never undoes what others did', () => {
    const { doc, nodes, history } = setUp();
    history.act(() => nodes.set('mine', 1));
    doc.transact(() => nodes.set('theirs', 1), 'provider');
    history.undo();
    expect(nodes.toJSON()).toEqual({ theirs: 1 });
    expect(history.state).toEqual({ canUndo: false, canRedo: true });
  });

  it('goes back to a mark and no further', () => {
    const { nodes, history } = setUp();
    history.act(() => nodes.set('a', 1));
    const { depth } = history;
    history.act(() => nodes.set('a', 2));
    history.act(() => nodes.set('a', 3));
    history.undoTo(depth);
    expect(nodes.get('a')).toBe(1);
  });
});
