import { describe, expect, it } from 'vitest';
import { type KeyboardLinkStep, nextTarget } from '../../../../../client/canvas/keyboardLinking/targets.ts';
import type { NodeId } from '../../../../../shared/model/ids.ts';

const at = (name: string, x: number, y: number) => ({ id: name as NodeId, position: { x, y } });
const NODES = [at('a', 0, 0), at('b', 200, 0), at('c', 400, 10), at('d', 200, 300)];
const RIGHT: KeyboardLinkStep = { type: 'towards', towards: { x: 1, y: 0 } };
const LEFT: KeyboardLinkStep = { type: 'towards', towards: { x: -1, y: 0 } };
const DOWN: KeyboardLinkStep = { type: 'towards', towards: { x: 0, y: 1 } };
const NEXT: KeyboardLinkStep = { type: 'next', back: false };
const BACK: KeyboardLinkStep = { type: 'next', back: true };

const path = (source: string, steps: readonly KeyboardLinkStep[]) => {
  let target: NodeId | null = null;
  return steps.map((step) => {
    target = nextTarget(NODES, { source: source as NodeId, target }, step);
    return target;
  });
};

describe('the end of a link drawn by keyboard', () => {
  it('goes from node to node with the arrows', () => {
    expect(path('a', [RIGHT, RIGHT, DOWN])).toEqual(['b', 'c', 'd']);
  });

  it('never is where the link starts, and stays where nothing lies further on', () => {
    expect(path('a', [RIGHT, LEFT])).toEqual(['b', 'b']);
    expect(path('c', [RIGHT])).toEqual([null]);
  });

  it('goes round in reading order with Tab', () => {
    expect(path('b', [NEXT, NEXT, NEXT, NEXT])).toEqual(['c', 'd', 'a', 'c']);
    expect(path('b', [BACK, BACK])).toEqual(['a', 'd']);
  });
});
