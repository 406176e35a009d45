import { describe, expect, it } from 'vitest';
import { DoubleTap } from '../../../../../client/canvas/touch/doubleTap.ts';
import { pinched } from '../../../../../client/canvas/touch/pinch.ts';

describe('two fingers', () => {
  const view = { x: 100, y: 50, zoom: 1 };
  const grip = (x: number, y: number, apart: number) => ({ middle: { x, y }, apart });
  const under = ({ x, y, zoom }: typeof view, at: { x: number; y: number }) => ({
    x: (at.x - x) / zoom,
    y: (at.y - y) / zoom,
  });

  it('keep under them what lay between them, and enlarge as far as they spread', () => {
    const after = pinched(view, { from: grip(200, 200, 100), to: grip(240, 180, 150) });
    expect(after.zoom).toBe(1.5);
    expect(under(after, { x: 240, y: 180 })).toEqual(under(view, { x: 200, y: 200 }));
  });

  it('stop at the smallest and the largest, where they still move the board', () => {
    expect(pinched(view, { from: grip(0, 0, 10), to: grip(0, 0, 1_000) }).zoom).toBe(4);
    const least = pinched(view, { from: grip(50, 50, 1_000), to: grip(60, 50, 10) });
    expect(least.zoom).toBe(0.1);
    expect(under(least, { x: 60, y: 50 }).x).toBeCloseTo(-50);
  });
});

describe('a double tap', () => {
  const tap = (taps: DoubleTap, at: { x: number; atMs: number; forMs?: number }) => {
    taps.down({ x: at.x, y: 0, atMs: at.atMs });
    return taps.up({ x: at.x, y: 0, atMs: at.atMs + (at.forMs ?? 50) });
  };

  it('is two short ones on one spot, and the third begins anew', () => {
    const taps = new DoubleTap();
    expect([0, 200, 400].map((atMs) => tap(taps, { x: 0, atMs }))).toEqual([false, true, false]);
  });

  it('is not two slow ones, nor two apart, nor one that was held', () => {
    expect([0, 900].map((atMs) => tap(new DoubleTap(), { x: 0, atMs }))).toEqual([false, false]);
    const apart = new DoubleTap();
    expect([tap(apart, { x: 0, atMs: 0 }), tap(apart, { x: 80, atMs: 200 })]).toEqual([false, false]);
    const held = new DoubleTap();
    expect([tap(held, { x: 0, atMs: 0, forMs: 700 }), tap(held, { x: 0, atMs: 800 })]).toEqual([
      false,
      false,
    ]);
  });
});
