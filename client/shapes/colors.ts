/**
 * Colours of drawings, named by what they are: design tokens, the four tones of an element's own hue, and mixtures.
 * The page resolves them in the style sheet, an image or a painted canvas to plain values. Pure.
 */

const HUES = ['blue', 'petrol', 'teal', 'moss', 'amber', 'rose', 'plum', 'violet'] as const;

/** The tones of a hue: outlines, fills, stronger fills, and text on a fill. */
type Tone = 'base' | 'tint' | 'strong' | 'ink';

const TOKENS = [
  'canvas',
  'surface',
  'surface-2',
  'surface-3',
  'border',
  'border-strong',
  'text-1',
  'text-2',
  'text-3',
  'accent',
  'accent-soft',
  'accent-text',
  'edge',
  'edge-soft',
  'ghost-text',
  'note',
  'note-edge',
  'note-text',
] as const;

type Token = (typeof TOKENS)[number];

/** A colour laid over another with this part (0 to 1) of itself. */
interface Mixture {
  readonly top: Color;
  readonly part: number;
  readonly over: Color;
}

/** A colour whose tones are those of one hue, whatever is drawn with it; null for the neutral one. */
interface OfHue {
  readonly color: Color;
  readonly hue: number | null;
}

/** `ground` is what a drawing lies on: the canvas, or the surface of a menu; `current`, the colour of the text around. */
export type Color = Tone | Token | 'ground' | 'current' | 'none' | Mixture | OfHue;

const TONE_VARIABLES: Readonly<Record<Tone, string>> = { base: 'c', tint: 't', strong: 's', ink: 'k' };
const TONE_SUFFIXES: Readonly<Record<Tone, string>> = {
  base: '',
  tint: '-tint',
  strong: '-strong',
  ink: '-ink',
};
/** The tones of what has no hue. */
const NEUTRAL: Readonly<Record<Tone, Token>> = {
  base: 'border-strong',
  tint: 'surface-2',
  strong: 'surface-3',
  ink: 'text-2',
};

const isTone = (color: string): color is Tone => color in TONE_VARIABLES;

function toneToken(tone: Tone, hue: number | null): string {
  return hue === null ? NEUTRAL[tone] : `cat-${HUES[hue % HUES.length] ?? ''}${TONE_SUFFIXES[tone]}`;
}

/** As a style sheet says it. Tones are those of the class `hue-…` around the drawing, unless a hue is given. */
export function cssColor(color: Color, hue?: number | null): string {
  if (color === 'none') return 'none';
  if (color === 'ground') return 'var(--ground, var(--canvas))';
  if (color === 'current') return 'currentColor';
  if (typeof color === 'string') {
    if (!isTone(color)) return `var(--${color})`;
    return hue === undefined ? `var(--${TONE_VARIABLES[color]})` : `var(--${toneToken(color, hue)})`;
  }
  if ('hue' in color) return cssColor(color.color, color.hue);
  const { top, part, over } = color;
  return `color-mix(in oklab, ${cssColor(top, hue)} ${Math.round(part * 100)}%, ${cssColor(over, hue)})`;
}

/** Values of the custom properties in use, as `#rrggbb`: of the tokens, and of each tone of each hue. */
export interface Palette {
  readonly tokens: Readonly<Record<Token, string>>;
  readonly hues: readonly Readonly<Record<Tone, string>>[];
}

/** `read` gives the value of a custom property. */
export function readPalette(read: (name: string) => string): Palette {
  const tokens = Object.fromEntries(TOKENS.map((name) => [name, read(`--${name}`)])) as Record<Token, string>;
  const tone = (name: Tone, hue: number) => read(`--${toneToken(name, hue)}`);
  const hues = HUES.map((_, hue) => ({
    base: tone('base', hue),
    tint: tone('tint', hue),
    strong: tone('strong', hue),
    ink: tone('ink', hue),
  }));
  return { tokens, hues };
}

/** As a plain value, the tones being those of the hue. */
export function plainColor(color: Color, { palette, hue }: { palette: Palette; hue: number | null }): string {
  if (color === 'none') return 'none';
  if (color === 'ground') return palette.tokens.canvas;
  if (color === 'current') return palette.tokens['text-1'];
  if (typeof color === 'string') {
    if (!isTone(color)) return palette.tokens[color];
    const tones = hue === null ? undefined : palette.hues[hue % palette.hues.length];
    return tones?.[color] ?? palette.tokens[NEUTRAL[color]];
  }
  if ('hue' in color) return plainColor(color.color, { palette, hue: color.hue });
  const ground = plainColor(color.over, { palette, hue });
  return mixed(plainColor(color.top, { palette, hue }), { ground, part: color.part });
}

/** A colour laid over another. Both `#rrggbb`; anything else is given back. */
export function mixed(color: string, { ground, part }: { ground: string; part: number }): string {
  const [top, below] = [channels(color), channels(ground)];
  if (top === null || below === null) return color;
  const values = top.map((value, index) => Math.round(value * part + (below[index] ?? 0) * (1 - part)));
  return `#${values.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

function channels(color: string): number[] | null {
  if (!/^#[0-9a-f]{6}$/i.test(color)) return null;
  return [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
}
