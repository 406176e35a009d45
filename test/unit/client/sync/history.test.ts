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

  it('leaves steps of many transactions to whoever takes them part by part, and takes the others itself', () => {
    const { nodes, history } = setUp();
    const left: string[] = [];
    const stop = history.leaveLargeSteps((way) => left.push(way));
    for (const id of ['a', 'b', 'c']) history.act(() => nodes.set(id, 1), { group: 'import' });
    history.act(() => nodes.set('d', 1));
    history.undo();
    expect(left).toEqual([]);
    history.undo();
    expect(left).toEqual(['undo']);
    expect(history.partsOf('undo')).toBe(3);
    expect([1, 2, 3].map(() => history.takePart('undo'))).toEqual([true, true, false]);
    expect(nodes.toJSON()).toEqual({});
    history.redo();
    expect(left).toEqual(['undo', 'redo']);
    expect(history.partsOf('redo')).toBe(3);
    stop();
    history.redo();
    expect(nodes.toJSON()).toEqual({ a: 1, b: 1, c: 1 });
  });

  it('undoes and redoes a group as one step, each part in a transaction of its own', () => {
    const { doc, nodes, history } = setUp();
    history.act(() => nodes.set('before', 1));
    for (const id of ['a', 'b', 'c']) history.act(() => nodes.set(id, 1), { group: 'import' });
    for (const id of ['d', 'e']) history.act(() => nodes.set(id, 1), { group: 'another' });
    let transactions = 0;
    doc.on('update', () => {
      transactions += 1;
    });
    history.undo();
    expect([...nodes.keys()].sort()).toEqual(['a', 'b', 'before', 'c']);
    history.undo();
    expect([...nodes.keys()]).toEqual(['before']);
    expect(transactions).toBe(5);
    history.redo();
    expect([...nodes.keys()].sort()).toEqual(['a', 'b', 'before', 'c']);
    history.undo();
    history.undo();
    expect([...nodes.keys()]).toEqual([]);
  });

  it('forgets what could be redone when it is told to', () => {
    const { nodes, history } = setUp();
    history.act(() => nodes.set('a', 1));
    history.undo();
    history.dropRedo();
    history.redo();
    expect(nodes.has('a')).toBe(false);
    expect(history.state.canRedo).toBe(false);
  });
});
