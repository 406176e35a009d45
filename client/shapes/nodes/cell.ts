/** A cell: a hexagon with a double outline, its disclosure, name, and seats of members who sit elsewhere. */
import type { Size } from '../../../shared/model/element.ts';
import { formOf, hexagonRadius } from '../forms.ts';
import { fitText } from '../labels.ts';
import { hexagonPath } from '../outlines.ts';
import type { Primitive, SvgPaint, TextPaint } from '../primitives.ts';
import { placeSeats, type SeatPlace } from '../seats.ts';
import { CONTAINED, lowerLeft, type NodeShape } from './nodeShape.ts';
import { disclosureSign, farName, GLYPH_PLAIN, GLYPH_TINT, THUMB_PLAIN, THUMB_TINT } from './parts.ts';

/** Between the two outlines. */
const MOAT = 6.5;
const FORM = formOf('cell', 7);
const OUTER: SvgPaint = { fill: 'surface', stroke: 'base', strokeWidth: 1.75 };
const INNER: SvgPaint = { fill: 'tint', stroke: 'base', strokeWidth: 1 };
const NAME: TextPaint = { fill: 'ink', fontSize: 13.5, fontWeight: 650 };
const SEAT: SvgPaint = { fill: 'surface', stroke: 'base', strokeWidth: 1.25, strokeDasharray: '2.6 2.2' };
const INITIALS: TextPaint = { fill: 'ink', fontSize: 9.5, fontWeight: 600 };
/** Below this radius a double outline would fill a thumbnail up. */
const SMALLEST_DOUBLE = 8;

function hexagon(radius: number, corner: number): { readonly tag: 'path'; readonly d: string } {
  return { tag: 'path', d: hexagonPath({ x: 0, y: 0, radius, corner }) };
}

function seat({ x, y, text }: SeatPlace): Primitive {
  return {
    tag: 'group',
    className: 'until-mid ornament',
    children: [
      { tag: 'circle', x, y, radius: 11.5, paint: SEAT },
      { tag: 'text', text, x, y: y + 3.5, paint: INITIALS },
    ],
  };
}

export const cell: NodeShape = {
  ...CONTAINED,
  form: FORM,
  fill: 'tint',
  isColored: true,
  layer: 4,
  smallest: { width: 96, height: 83 },
  draw: (node) => {
    const radius = hexagonRadius(node);
    const name = fitText(node.label, { room: radius * 1.45, fontSize: 13.5 });
    const { places, lift } = placeSeats(node.seats, radius - MOAT);
    const lower = places.length === 0 ? 11 : -lift;
    return [
      { ...FORM.contour(node, 0), className: 'node-outline hit', paint: OUTER },
      { ...hexagon(radius - MOAT, 5), className: 'shape ornament', paint: INNER },
      ...disclosureSign(node.disclosure, { x: 0, y: lower - 32, size: 15 }),
      {
        tag: 'text',
        text: name,
        x: 0,
        y: lower - 7,
        className: 'node-name until-far',
        paint: NAME,
      },
      ...places.map(seat),
      farName(name, { x: 0, y: 0, isSmall: true }),
    ];
  },
  glyph: () => [
    { ...hexagon(11.5, 1.5), paint: GLYPH_PLAIN },
    { ...hexagon(7.5, 1), paint: GLYPH_TINT },
  ],
  sampleHue: 2,
  toolIcon: 'hexagon',
  thumbnail: ({ width }: Size) => {
    const radius = width / 2;
    const corner = radius / 8;
    if (radius < SMALLEST_DOUBLE) return [{ ...hexagon(radius, corner), paint: THUMB_TINT }];
    return [
      { ...hexagon(radius, corner), paint: THUMB_PLAIN },
      { ...hexagon(radius * 0.74, corner), paint: THUMB_TINT },
    ];
  },
  mapColor: () => 'base',
  nameField: () => ({ x: 0, y: -8, width: 108, look: { is: 'heading', align: 'middle' } }),
  lockMark: (size) => lowerLeft(hexagonRadius(size), 60),
};
