/** The colours of an image: plain values of the tokens in use, so that the file needs no style sheet. */

const HUES = ['blue', 'petrol', 'teal', 'moss', 'amber', 'rose', 'plum', 'violet'] as const;

const TOKENS = [
  'canvas',
  'surface',
  'surface-2',
  'border',
  'border-strong',
  'text-1',
  'text-2',
  'text-3',
  'accent',
  'edge',
  'edge-soft',
  'note',
  'note-edge',
  'note-text',
] as const;

export type Token = (typeof TOKENS)[number];

/** Outline, fill and text of one colour of the palette. */
export interface Hue {
  readonly base: string;
  readonly tint: string;
  readonly ink: string;
}

export interface Colors {
  readonly token: Readonly<Record<Token, string>>;
  readonly hues: readonly Hue[];
}

/** `read` gives the value of a custom property, as `#rrggbb`. */
export function readColors(read: (name: string) => string): Colors {
  const token = Object.fromEntries(TOKENS.map((name) => [name, read(`--${name}`)])) as Record<Token, string>;
  const hues = HUES.map((hue) => ({
    base: read(`--cat-${hue}`),
    tint: read(`--cat-${hue}-tint`),
    ink: read(`--cat-${hue}-ink`),
  }));
  return { token, hues };
}

export function hueOf({ token, hues }: Colors, hue: number | null): Hue {
  const neutral = { base: token['border-strong'], tint: token['surface-2'], ink: token['text-2'] };
  return hue === null ? neutral : (hues[hue % hues.length] ?? neutral);
}

/** A colour laid over another with this much of itself. Both `#rrggbb`; anything else is given back. */
export function over(color: string, { ground, part }: { ground: string; part: number }): string {
  const [top, below] = [channels(color), channels(ground)];
  if (top === null || below === null) return color;
  const mixed = top.map((value, index) => Math.round(value * part + (below[index] ?? 0) * (1 - part)));
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

function channels(color: string): number[] | null {
  if (!/^#[0-9a-f]{6}$/i.test(color)) return null;
  return [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
}
