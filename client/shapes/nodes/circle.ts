/** A circle: round, its name along the outside of the top. */
import { isArabic } from '../../ui/initials.ts';
import type { Color } from '../colors.ts';
import { circleRadius, formOf } from '../forms.ts';
import { fitText } from '../labels.ts';
import { archPath } from '../outlines.ts';
import type { Primitive, SvgPaint, TextPaint } from '../primitives.ts';
import { CONTAINED, lowerLeft, type NodeShape } from './nodeShape.ts';
import { badge, farName, GLYPH_TINT, THUMB_TINT } from './parts.ts';

const FORM = formOf('circle');
const FILL: Color = { top: 'tint', part: 0.74, over: 'canvas' };
const SHAPE: SvgPaint = { fill: FILL, stroke: 'base', strokeWidth: 1.5 };
const STRAIGHT_NAME: TextPaint = {
  fill: 'ink',
  fontSize: 12.5,
  fontWeight: 600,
  paintOrder: 'stroke',
  stroke: 'canvas',
  strokeWidth: 5,
  strokeLinejoin: 'round',
};
const NAME: TextPaint = { ...STRAIGHT_NAME, letterSpacing: '0.01em' };
/** Where the badge sits on the outline: as an angle above the horizontal. */
const BADGE = { x: Math.cos(0.663), y: -Math.sin(0.663) };

export const circle: NodeShape = {
  ...CONTAINED,
  form: FORM,
  fill: FILL,
  isColored: true,
  layer: 2,
  smallest: { width: 96, height: 96 },
  overhang: { side: 0, above: 26, below: 0 },
  draw: (node) => {
    const radius = circleRadius(node);
    // Curved text would tear the joined letters of Arabic script apart.
    const isStraight = isArabic(node.label);
    const name = fitText(node.label, { room: isStraight ? radius * 2 : radius * 2.6, fontSize: 12.5 });
    const named = { tag: 'text', text: name, className: 'node-name until-far' } as const;
    const written: Primitive = isStraight
      ? { ...named, x: 0, y: -radius - 9, paint: STRAIGHT_NAME }
      : { ...named, x: 0, y: 0, along: archPath({ x: 0, y: 0, radius: radius + 7 }), paint: NAME };
    const side = isStraight ? -1 : 1;
    return [
      { ...FORM.contour(node, 0), className: 'node-outline shape hit', paint: SHAPE },
      written,
      // Above the people who lie in it.
      farName(name, { x: 0, y: -radius - 15, isSmall: true }),
      ...badge(node.disclosure, { x: side * BADGE.x * radius, y: BADGE.y * radius }),
    ];
  },
  glyph: () => [
    { tag: 'circle', x: 0, y: 0, radius: 10, paint: GLYPH_TINT },
    ...[
      { x: 0, y: -4.4 },
      { x: -3.8, y: 2.2 },
      { x: 3.8, y: 2.2 },
    ].map((at): Primitive => ({ tag: 'circle', ...at, radius: 2, paint: { fill: 'base' } })),
  ],
  sampleHue: 3,
  toolIcon: 'circle',
  thumbnail: (size) => [{ ...FORM.contour(size, 0), paint: THUMB_TINT }],
  mapColor: (hue) => (hue === null ? 'base' : 'strong'),
  nameField: (size) => ({
    x: 0,
    y: -circleRadius(size) - 13,
    width: 180,
    look: { is: 'heading', align: 'middle' },
  }),
  lockMark: (size) => lowerLeft(circleRadius(size), 45),
};
