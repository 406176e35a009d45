import { describe, expect, it } from 'vitest';
import { nextButton } from '../../../../client/ui/rovingFocus.ts';

const from = (at: number, rtl = false) => ({ at, count: 4, rtl });

describe('roving focus', () => {
  it('goes on and back by the arrows of either axis, round the ends', () => {
    expect(['ArrowDown', 'ArrowRight'].map((key) => nextButton(key, from(1)))).toEqual([2, 2]);
    expect(['ArrowUp', 'ArrowLeft'].map((key) => nextButton(key, from(1)))).toEqual([0, 0]);
    expect(nextButton('ArrowDown', from(3))).toBe(0);
    expect(nextButton('ArrowUp', from(0))).toBe(3);
  });

  it('mirrors left and right where the page runs from right to left', () => {
    expect(nextButton('ArrowLeft', from(1, true))).toBe(2);
    expect(nextButton('ArrowRight', from(1, true))).toBe(0);
    expect(nextButton('ArrowDown', from(1, true))).toBe(2);
  });

  it('goes to the ends by Home and End, and nowhere by other keys', () => {
    expect(nextButton('Home', from(2))).toBe(0);
    expect(nextButton('End', from(2))).toBe(3);
    expect(['Enter', 'Tab', 'a'].map((key) => nextButton(key, from(2)))).toEqual([null, null, null]);
  });
});
