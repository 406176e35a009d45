/** Parts that drawings of several kinds have: badges, signs, glyphs, names. Pure. */
import type { Disclosure } from '../../../shared/model/kinds.ts';
import { isArabic } from '../../ui/initials.ts';
import type { Color } from '../colors.ts';
import type { IconName } from '../icons.ts';
import type { Primitive, SvgPaint, TextPaint } from '../primitives.ts';

/** Which way a name runs: 1, or -1 in Arabic script, where what stands before a name stands on its other side. */
export function sideOf(label: string): 1 | -1 {
  return isArabic(label) ? -1 : 1;
}

/** A text begins at its place, at the start of its own script. */
export function startAt(side: 1 | -1): 'start' | 'end' {
  return side === 1 ? 'start' : 'end';
}

interface SignPlace {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly color: Color;
  readonly strokeWidth: number;
}

/** A sign that is left out from afar and by a lens. */
export function sign(icon: IconName, place: SignPlace): Primitive {
  return { tag: 'icon', icon, ...place, className: 'glyph until-far ornament' };
}

/** The disclosure of a group, bare. Nothing where it has none. */
export function disclosureSign(
  disclosure: Disclosure | null,
  place: Omit<SignPlace, 'strokeWidth' | 'color'>,
): Primitive[] {
  return disclosure === null ? [] : [sign(disclosure, { ...place, color: 'ink', strokeWidth: 2.1 })];
}

const BADGE: SvgPaint = { fill: 'surface', stroke: 'base', strokeWidth: 1.5 };
const PLAIN_BADGE: SvgPaint = { ...BADGE, stroke: 'border-strong' };

/** The disclosure of a group on a disc, which is plain where the group has no hue. Nothing where it has none. */
export function badge(
  disclosure: Disclosure | null,
  { x, y, isPlain = false }: { x: number; y: number; isPlain?: boolean },
): Primitive[] {
  if (disclosure === null) return [];
  const color = isPlain ? 'text-2' : 'base';
  return [
    {
      tag: 'group',
      className: 'badge until-far ornament',
      children: [
        { tag: 'circle', x, y, radius: 10.5, paint: isPlain ? PLAIN_BADGE : BADGE },
        { tag: 'icon', icon: disclosure, x, y, size: 12.6, strokeWidth: 2.4, color },
      ],
    },
  ];
}

export const CAPTION: TextPaint = { fill: 'text-3', fontSize: 11, fontWeight: 450 };

interface FarPlace {
  readonly x: number;
  readonly y: number;
  readonly textAnchor?: 'start' | 'end';
  /** For shapes that are small as a rule. */
  readonly isSmall?: boolean;
}

const FAR_NAME: TextPaint = { fill: 'ink', fontSize: 34, fontWeight: 600 };

/** A name as it is seen from afar: the style sheet says how large. */
export function farName(name: string, { x, y, textAnchor, isSmall = false }: FarPlace): Primitive {
  const paint = textAnchor === undefined ? FAR_NAME : { ...FAR_NAME, textAnchor };
  return {
    tag: 'text',
    text: name,
    x,
    y,
    className: isSmall ? 'far-name is-small' : 'far-name',
    paint,
    pageOnly: true,
  };
}

/** Outlines of glyphs and thumbnails. */
export const GLYPH_TINT: SvgPaint = { fill: 'tint', stroke: 'base', strokeWidth: 1.4 };
export const GLYPH_PLAIN: SvgPaint = { fill: 'surface', stroke: 'base', strokeWidth: 1.4 };
export const THUMB_TINT: SvgPaint = {
  fill: { top: 'tint', part: 0.74, over: 'surface' },
  stroke: 'base',
  strokeWidth: 1,
};
export const THUMB_PLAIN: SvgPaint = { fill: 'surface', stroke: 'base', strokeWidth: 1 };

export function glyphIcon(icon: IconName, { size = 18, color = 'text-2' as Color } = {}): Primitive {
  return { tag: 'icon', icon, x: 0, y: 0, size, strokeWidth: 1.75, color };
}

/** A box around the origin in a thumbnail. */
export function thumbBox(
  { width, height }: { width: number; height: number },
  { corner, paint }: { corner: number; paint: SvgPaint },
): Primitive {
  return { tag: 'rect', x: -width / 2, y: -height / 2, width, height, corner, paint };
}
