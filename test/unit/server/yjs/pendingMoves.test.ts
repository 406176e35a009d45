import { beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { type Moves, writeMoves } from '../../../../server/yjs/moves.ts';
import { PendingMoves } from '../../../../server/yjs/pendingMoves.ts';

const PAGE = 77;

let doc: Y.Doc;
let pendingMoves: PendingMoves;
let origin: { client: number; clock: number };

beforeEach(() => {
  doc = new Y.Doc();
  doc.clientID = 9;
  const ada = new Y.Map<unknown>([['position', { x: 0, y: 0 }]]);
  doc.getMap('nodes').set('ada', ada);
  const last = ada._map.get('position')?.lastId;
  origin = { client: last?.client ?? 0, clock: last?.clock ?? 0 };
  pendingMoves = new PendingMoves(doc);
});

const moving = (clock: number, from = origin): Moves => {
  return { client: PAGE, clock, replacements: [{ origin: from, value: { x: clock, y: 1 } }] };
};
const position = () => (doc.getMap('nodes').get('ada') as Y.Map<unknown>).get('position');

describe('a move', () => {
  it('is answered with what it moves, and reaches the doc when it is flushed', () => {
    const moves = moving(0);
    const followed = pendingMoves.follow(moves);
    expect(followed?.moved).toEqual([{ name: 'ada', field: 'position', value: { x: 0, y: 1 } }]);
    expect(followed?.update).toEqual(writeMoves(moves));
    pendingMoves.follow(moving(1, { client: PAGE, clock: 0 }));
    expect(position()).toEqual({ x: 0, y: 0 });
    pendingMoves.flush('flush');
    expect(position()).toEqual({ x: 1, y: 1 });
  });

  it.each([
    ['leaves a gap', () => moving(1)],
    ['replaces what nobody has written', () => moving(0, { client: PAGE, clock: 5 })],
    ['replaces what is replaced already', () => moving(1)],
    ['replaces a node', () => moving(0, { client: 9, clock: 0 })],
  ])('[B-3.12] is not followed when it %s', (what, moves) => {
    if (what.includes('already')) pendingMoves.follow(moving(0));
    const before = pendingMoves.encodeState();
    expect(pendingMoves.follow(moves())).toBeNull();
    expect(pendingMoves.encodeState()).toEqual(before);
  });

  it('[B-3.12] of several nodes is followed whole or not at all', () => {
    const [first] = moving(0).replacements;
    const moves = {
      client: PAGE,
      clock: 0,
      replacements: [first, { origin: { client: 4, clock: 4 }, value: {} }],
    };
    expect(pendingMoves.follow(moves as Moves)).toBeNull();
    expect(pendingMoves.follow(moving(0))).not.toBeNull();
  });

  it('is not made of a node that is not there, or has no such value', () => {
    const value = { width: 1, height: 1 };
    expect(pendingMoves.move([{ name: 'bo', field: 'position', value }], 9)).toBeNull();
    expect(pendingMoves.move([{ name: 'ada', field: 'size', value }], 9)).toBeNull();
  });
});

it('is full after a while, and empty when flushed', () => {
  let from = origin;
  let count = 0;
  for (; !pendingMoves.isFull; count += 1) {
    pendingMoves.follow(moving(count, from));
    from = { client: PAGE, clock: count };
  }
  expect(count).toBeGreaterThan(1);
  pendingMoves.flush('flush');
  expect(pendingMoves.isFull).toBe(false);
  expect(position()).toEqual({ x: count - 1, y: 1 });
});
