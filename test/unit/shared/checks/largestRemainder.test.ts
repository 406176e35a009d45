import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dueSeats } from '../../../../shared/checks/territorial/largestRemainder.ts';
import { trials } from '../../../helpers/randomBoards.ts';

const { numRuns, seed } = trials(300);
const senders = fc.array(fc.record({ members: fc.nat(60), seats: fc.nat(9) }), {
  minLength: 1,
  maxLength: 6,
});

const due = (...pairs: readonly (readonly [number, number])[]) =>
  dueSeats(pairs.map(([members, seats]) => ({ members, seats }))).map(({ least, most }) =>
    least === most ? least : [least, most],
  );

describe('seats by the largest remainder', () => {
  it('go to the whole parts, then to the largest remainders', () => {
    // The usual example of the method.
    expect(due([47_000, 10], [16_000, 0], [15_800, 0], [12_000, 0], [6_100, 0], [3_100, 0])).toEqual([
      5, 2, 1, 1, 1, 0,
    ]);
  });

  it('can go to either of two that tie for the last', () => {
    expect(due([10, 2], [10, 1])).toEqual([
      [1, 2],
      [1, 2],
    ]);
    expect(due([1, 2], [1, 0], [2, 0])).toEqual([[0, 1], [0, 1], 1]);
  });

  it('are exact where everything divides', () => {
    expect(due([10, 1], [20, 2], [30, 3])).toEqual([1, 2, 3]);
  });

  it('are what they are where nobody is counted', () => {
    expect(due([0, 3], [0, 1])).toEqual([3, 1]);
  });

  it(`are whole, differ from the share by less than one, and add up (seed ${seed})`, () => {
    fc.assert(
      fc.property(senders, (sent) => {
        const members = sent.reduce((sum, sender) => sum + sender.members, 0);
        const seats = sent.reduce((sum, sender) => sum + sender.seats, 0);
        if (members === 0) return;
        const dues = dueSeats(sent);
        const sum = (pick: (one: (typeof dues)[number]) => number) =>
          dues.reduce((total, one) => total + pick(one), 0);
        expect(sum(({ least }) => least)).toBeLessThanOrEqual(seats);
        expect(sum(({ most }) => most)).toBeGreaterThanOrEqual(seats);
        dues.forEach(({ least, most }, index) => {
          const share = ((sent[index]?.members ?? 0) * seats) / members;
          expect(Math.abs(least - share)).toBeLessThan(1);
          expect(Math.abs(most - share)).toBeLessThan(1 + 1e-9);
          // Who is given less than the upper bound has no larger remainder than who is given more.
          for (const [other, { least: theirs }] of dues.entries()) {
            const rest = (at: number) => (((sent[at]?.members ?? 0) * seats) % members) / members;
            const whole = (at: number) => Math.floor(((sent[at]?.members ?? 0) * seats) / members);
            if (theirs > whole(other) && most === whole(index)) {
              expect(rest(other)).toBeGreaterThan(rest(index));
            }
          }
        });
      }),
      { numRuns, seed },
    );
  });
});
