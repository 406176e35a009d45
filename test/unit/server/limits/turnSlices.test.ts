import { expect, it } from 'vitest';
import { TurnSlices } from '../../../../server/limits/turnSlices.ts';

function bench() {
  const turns: (() => void)[] = [];
  const slices = new TurnSlices({ nextTurn: (run) => turns.push(run) });
  const turn = () => {
    for (const run of turns.splice(0)) run();
  };
  return { slices, turn, turns };
}

it('[B-2.16] a source may use its slice of a turn and no more, and has another in the next', () => {
  const { slices, turn } = bench();
  slices.worked(['address', 'board'], 19);
  expect(slices.mayWork(['address', 'board'])).toBe(true);
  slices.worked(['address', 'board'], 1);
  expect(slices.mayWork(['address', 'other'])).toBe(false);
  expect(slices.mayWork(['elsewhere', 'board'])).toBe(false);
  expect(slices.mayWork(['elsewhere', 'other'])).toBe(true);
  turn();
  expect(slices.mayWork(['address', 'board'])).toBe(true);
});

const IDLE = { hasWorked: false };
const SERVED = { hasWorked: true };

it('what is put off runs in the next turn, in order, and may be put off again', () => {
  const { slices, turn, turns } = bench();
  const ran: string[] = [];
  slices.defer(() => {
    ran.push('a');
    slices.defer(() => ran.push('a again'), SERVED);
  }, IDLE);
  slices.defer(() => ran.push('b'), IDLE);
  expect(turns).toHaveLength(1);
  turn();
  expect(ran).toEqual(['a', 'b']);
  turn();
  expect(ran).toEqual(['a', 'b', 'a again']);
});

it('[B-2.16] what always has more does not keep others of its source from their turn', () => {
  const { slices, turn } = bench();
  let served = 0;
  const endless = () => {
    if (!slices.mayWork(['board'])) return slices.defer(endless, IDLE);
    slices.worked(['board'], 20);
    slices.defer(endless, SERVED);
  };
  const calm = () => {
    if (!slices.mayWork(['board'])) return slices.defer(calm, IDLE);
    served += 1;
  };
  endless();
  slices.defer(calm, IDLE);
  turn();
  turn();
  expect(served).toBe(1);
});
