/** The small signs on groups, as SVG paths in a square of 24, after the icons that the canvas shows (Lucide, ISC). Pure. */
import type { Disclosure } from '../../../shared/model/kinds.ts';
import { tag } from './svg.ts';

const PATHS = {
  open: 'M2.1 12.3a1 1 0 0 1 0-.7 10.75 10.75 0 0 1 19.8 0 1 1 0 0 1 0 .7 10.75 10.75 0 0 1-19.8 0M15 12a3 3 0 1 1-6 0 3 3 0 0 1 6 0',
  internal: 'M22 9A7 7 0 1 1 8 9a7 7 0 0 1 14 0M16 15a7 7 0 1 1-14 0 7 7 0 0 1 14 0',
  detached: 'M5 11h14a2 2 0 0 1 2 2v7a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-7a2 2 0 0 1 2-2M7 11V7a5 5 0 0 1 10 0v4',
  body: 'M3 22h18M6 18v-7M10 18v-7M14 18v-7M18 18v-7M3.5 7h17L12 2.2Z',
  area: 'M14.1 5.55a2 2 0 0 0 1.8 0L21 3.6v14.7l-5.1 2a2 2 0 0 1-1.8 0l-4.2-2.1a2 2 0 0 0-1.8 0L3 20.4V5.7l5.1-2.3a2 2 0 0 1 1.8 0zM15 5.8v15M9 3.2v15',
  organization:
    'M6 22V4a2 2 0 0 1 2-2h8a2 2 0 0 1 2 2v18M6 12H4a2 2 0 0 0-2 2v6a2 2 0 0 0 2 2h16a2 2 0 0 0 2-2v-9a2 2 0 0 0-2-2h-2M10 6h4M10 10h4M10 14h4M10 18h4',
} as const satisfies Record<Disclosure | 'body' | 'area' | 'organization', string>;

export interface GlyphPlace {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly color: string;
}

/** Centred on its place. */
export function glyph(name: keyof typeof PATHS, { x, y, size, color }: GlyphPlace): string {
  const scale = size / 24;
  return tag('path', {
    d: PATHS[name],
    fill: 'none',
    stroke: color,
    'stroke-width': 2.1,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
    transform: `translate(${Math.round((x - size / 2) * 100) / 100} ${Math.round((y - size / 2) * 100) / 100}) scale(${Math.round(scale * 1000) / 1000})`,
  });
}
