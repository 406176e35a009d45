/**
 * Conversion between the palette and RGB colours in files: written as the light theme's values, read as the nearest
 * of the eight. Pure.
 */

/** In the palette's order: blue, petrol, teal, moss, amber, rose, plum, violet. */
const PALETTE = ['#6774fa', '#006c7e', '#03957d', '#37580b', '#af7800', '#c9214c', '#8c064e', '#5424ae'];

export interface Rgb {
  readonly r: number;
  readonly g: number;
  readonly b: number;
}

export function hexOf(color: number): string {
  return PALETTE[color] ?? '#888888';
}

export function rgbOf(color: number): Rgb {
  return parseHex(hexOf(color)) ?? { r: 136, g: 136, b: 136 };
}

/** `#rgb` or `#rrggbb`; null for anything else. */
export function parseHex(text: string): Rgb | null {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(text.trim());
  const digits = short ? short.slice(1).map((digit) => digit + digit) : longHex(text);
  if (digits === null) return null;
  const [r = 0, g = 0, b = 0] = digits.map((pair) => Number.parseInt(pair, 16));
  return { r, g, b };
}

function longHex(text: string): string[] | null {
  const long = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})(?:[0-9a-f]{2})?$/i.exec(text.trim());
  return long === null ? null : long.slice(1);
}

/** How far apart red, green and blue must lie before something counts as a colour at all. */
const GREY = 24;

/** The palette's nearest; null for greys, which other programs use for what has no colour. */
export function nearestColor({ r, g, b }: Rgb): number | null {
  if (Math.max(r, g, b) - Math.min(r, g, b) < GREY) return null;
  let best: number | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const index of PALETTE.keys()) {
    const one = rgbOf(index);
    const distance = 2 * (one.r - r) ** 2 + 4 * (one.g - g) ** 2 + 3 * (one.b - b) ** 2;
    if (distance < least) [best, least] = [index, distance];
  }
  return best;
}
