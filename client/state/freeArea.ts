/**
 * The largest uncovered rectangle: of all rectangles of the canvas that no bar or panel covers, the one in
 * which content of a given aspect is shown largest. Pure; screen pixels.
 */
import type { Size } from '../../shared/model/element.ts';

export interface Rect {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Narrower strips are not used. */
const MIN_SIZE = 96;
/** Margin between the content and the bars. */
const GAP = 8;

export function widthOf({ left, right }: Rect): number {
  return right - left;
}

export function heightOf({ top, bottom }: Rect): number {
  return bottom - top;
}

/** The scale at which content fits a rectangle exactly; 1 is its own size. */
export function scaleIn(rect: Rect, { width, height }: Size): number {
  return Math.min(widthOf(rect) / Math.max(1, width), heightOf(rect) / Math.max(1, height));
}

/**
 * The rectangle that shows content of this size largest, enlarged at most `maxScale` times; of equal ones the
 * largest. The whole area where bars leave no rectangle.
 */
export function freeArea(
  area: Rect,
  { bars, content, maxScale = 1 }: { bars: Iterable<Rect>; content: Size; maxScale?: number },
): Rect {
  let places = [area];
  for (const bar of bars) {
    places = places.flatMap((place) => (overlap(place, bar) ? beside(place, bar) : [place]));
    places = places.filter((place, index) => !places.some((other, at) => covers(other, place, at < index)));
  }
  let best: { place: Rect; scale: number } | null = null;
  for (const place of places) {
    const scale = Math.min(maxScale, scaleIn(place, content));
    const better =
      best === null ||
      scale > best.scale * 1.001 ||
      (scale > best.scale * 0.999 && extent(place) > extent(best.place));
    if (better) best = { place, scale };
  }
  return best?.place ?? area;
}

/** The rectangles that remain on the four sides of a bar. */
function beside(place: Rect, bar: Rect): Rect[] {
  return [
    { ...place, right: Math.min(place.right, bar.left - GAP) },
    { ...place, left: Math.max(place.left, bar.right + GAP) },
    { ...place, bottom: Math.min(place.bottom, bar.top - GAP) },
    { ...place, top: Math.max(place.top, bar.bottom + GAP) },
  ].filter((rest) => widthOf(rest) >= MIN_SIZE && heightOf(rest) >= MIN_SIZE);
}

function overlap(a: Rect, b: Rect): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** Whether the first rectangle contains the second; of equal ones the earlier stays. */
function covers(outer: Rect, inner: Rect, isEarlier: boolean): boolean {
  if (outer === inner) return false;
  const same =
    outer.left === inner.left &&
    outer.right === inner.right &&
    outer.top === inner.top &&
    outer.bottom === inner.bottom;
  if (same) return isEarlier;
  return (
    outer.left <= inner.left &&
    outer.right >= inner.right &&
    outer.top <= inner.top &&
    outer.bottom >= inner.bottom
  );
}

function extent(rect: Rect): number {
  return widthOf(rect) * heightOf(rect);
}
