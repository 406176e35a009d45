import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hangsOnParent, walk } from '../../../../shared/graph/cutPoints.ts';
import { Net } from '../../../../shared/graph/net.ts';
import { trials } from '../../../helpers/randomBoards.ts';

const { numRuns, seed } = trials(300);
const spots = Array.from({ length: 9 }, (_, index) => `s${index}`);
const joins = fc.array(fc.tuple(fc.constantFrom(...spots), fc.constantFrom(...spots)), { maxLength: 16 });

function netOf(pairs: readonly (readonly [string, string])[], without?: string): Net<string> {
  const net = new Net<string>();
  for (const spot of spots) if (spot !== without) net.at(spot);
  for (const [a, b] of pairs) if (a !== without && b !== without) net.join(a, b);
  return net;
}

/** The spots that hold others together: who is a parent on whom a subtree hangs while there is something else. */
function cutPoints(net: Net<string>): Set<string> {
  const order = walk(net);
  const cuts = new Set<string>();
  for (const visit of order) {
    if (visit.parent === null || !hangsOnParent(visit)) continue;
    const isRoot = visit.parent.parent === null;
    const children = order.filter(({ parent }) => parent === visit.parent).length;
    if (!isRoot || children > 1) cuts.add(visit.parent.id);
  }
  return cuts;
}

describe('a walk', () => {
  it(`finds the spots without which a net has more parts (seed ${seed})`, () => {
    fc.assert(
      fc.property(joins, (pairs) => {
        const whole = netOf(pairs).parts().length;
        // Without a lone spot there is one part less; without any other that cuts nothing, as many.
        const expected = spots.filter((spot) => netOf(pairs, spot).parts().length > whole);
        expect([...cutPoints(netOf(pairs))].sort()).toEqual(expected);
      }),
      { numRuns, seed },
    );
  });

  it('keeps each subtree in one piece', () => {
    fc.assert(
      fc.property(joins, (pairs) => {
        const order = walk(netOf(pairs));
        order.forEach((visit, place) => {
          expect(visit.entered).toBe(place);
          for (const other of order) {
            let above = other;
            while (above !== visit && above.parent !== null) above = above.parent;
            expect(other.entered >= visit.entered && other.entered < visit.left).toBe(above === visit);
          }
        });
      }),
      { numRuns: 50, seed },
    );
  });

  it('begins where it is told', () => {
    expect(walk(netOf([['s3', 's4']]), 's4')[0]?.id).toBe('s4');
  });

  it('gets along a chain of twenty thousand', () => {
    const net = new Net<string>();
    for (let i = 0; i < 20_000; i += 1) net.join(`c${i}`, `c${i + 1}`);
    const order = walk(net, 'c0');
    expect(order).toHaveLength(20_001);
    expect(order.slice(1).every(hangsOnParent)).toBe(true);
  });
});

describe('the parts of a net', () => {
  it('are its connected pieces', () => {
    const net = new Net<string>();
    net.at('alone');
    net.join('a', 'b');
    net.join('c', 'b');
    net.join('x', 'y');
    expect(net.parts().map((part) => part.sort())).toEqual([['alone'], ['a', 'b', 'c'], ['x', 'y']]);
  });
});
