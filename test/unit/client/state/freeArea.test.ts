import { describe, expect, it } from 'vitest';
import { freeArea, heightOf, type Rect, widthOf } from '../../../../client/state/freeArea.ts';

const AREA: Rect = { left: 0, top: 0, right: 1280, bottom: 752 };
const TOOLS: Rect = { left: 12, top: 180, right: 56, bottom: 572 };
const MAP: Rect = { left: 12, top: 572, right: 196, bottom: 696 };
const ZOOM: Rect = { left: 12, top: 704, right: 300, bottom: 740 };
const INSPECTOR: Rect = { left: 976, top: 0, right: 1280, bottom: 752 };
const WIDE = { width: 2000, height: 500 };
const HIGH = { width: 500, height: 2000 };

const meets = (a: Rect, b: Rect) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

describe('the free part of the canvas', () => {
  it('is all of it where nothing lies over it', () => {
    expect(freeArea(AREA, { bars: [], content: WIDE })).toEqual(AREA);
  });

  it('meets no bar, and is the higher the higher what is shown', () => {
    const bars = [TOOLS, MAP, ZOOM, INSPECTOR];
    const wide = freeArea(AREA, { bars, content: WIDE });
    const high = freeArea(AREA, { bars, content: HIGH });
    for (const place of [wide, high]) for (const bar of bars) expect(meets(place, bar)).toBe(false);
    expect(widthOf(wide)).toBeGreaterThan(widthOf(high));
    expect(heightOf(high)).toBe(heightOf(AREA));
  });

  it('does not depend on the order of the bars', () => {
    const there = freeArea(AREA, { bars: [TOOLS, MAP, ZOOM, INSPECTOR], content: WIDE });
    const back = freeArea(AREA, { bars: [INSPECTOR, ZOOM, MAP, TOOLS], content: WIDE });
    expect(back).toEqual(there);
  });

  it('of places that are all large enough is the largest', () => {
    const place = freeArea(AREA, { bars: [ZOOM], content: { width: 50, height: 50 } });
    expect(place).toEqual({ ...AREA, bottom: 696 });
  });

  it('is the whole where bars cover everything', () => {
    expect(freeArea(AREA, { bars: [AREA], content: WIDE })).toEqual(AREA);
  });
});
