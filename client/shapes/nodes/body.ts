/** A body: a plate with a landmark, its name and what it is. */

import { formOf } from '../forms.ts';
import { fitText } from '../labels.ts';
import type { SvgPaint, TextPaint } from '../primitives.ts';
import { boxLockMark, CONTAINED, type NodeShape } from './nodeShape.ts';
import { badge, CAPTION, farName, GLYPH_PLAIN, glyphIcon, sideOf, sign, startAt, thumbBox } from './parts.ts';

const FORM = formOf('body', 10);
const SHAPE: SvgPaint = { fill: 'surface', stroke: 'border-strong', strokeWidth: 1.25 };
const TILE: SvgPaint = { fill: 'surface-2' };
const NAME: TextPaint = { fill: 'text-1', fontSize: 13, fontWeight: 600 };
/** Of a name seen from afar, where it stands at the start. */
const FAR_CHARACTER = 16;
const FAR_ROOM = 60;

export const body: NodeShape = {
  ...CONTAINED,
  form: FORM,
  fill: 'surface',
  isColored: false,
  layer: 4,
  smallest: { width: 100, height: 44 },
  overhang: { side: 0, above: 12, below: 0 },
  draw: (node) => {
    const { width, height, label } = node;
    const side = sideOf(label);
    const textAnchor = startAt(side);
    const start = -width / 2;
    const room = width - 58;
    const caption = fitText(node.caption, { room, fontSize: 11 });
    // From afar a wide body's name leaves room for the people who lie beside it.
    const isWide = width > label.length * FAR_CHARACTER + FAR_ROOM;
    const far = fitText(label, { room: width * 2, fontSize: 13 });
    return [
      { ...FORM.contour(node, 0), className: 'node-outline shape hit', paint: SHAPE },
      {
        tag: 'rect',
        x: side * (start + 24) - 15,
        y: -15,
        width: 30,
        height: 30,
        corner: 7,
        className: 'until-far ornament',
        paint: TILE,
      },
      sign('landmark', { x: side * (start + 24), y: 0, size: 16, color: 'ink', strokeWidth: 1.9 }),
      {
        tag: 'text',
        text: fitText(label, { room, fontSize: 13 }),
        x: side * (start + 48),
        y: caption === '' ? 4.5 : -2.5,
        className: 'node-name until-far',
        paint: { ...NAME, textAnchor },
      },
      {
        tag: 'text',
        text: caption,
        x: side * (start + 48),
        y: 13,
        className: 'until-mid ornament',
        paint: { ...CAPTION, textAnchor },
      },
      isWide
        ? farName(far, { x: side * (start + 10), y: 0, textAnchor, isSmall: true })
        : farName(far, { x: 0, y: 0, isSmall: true }),
      ...badge(node.disclosure, { x: side * (width / 2 - 14), y: -height / 2, isPlain: true }),
    ];
  },
  glyph: () => [
    { tag: 'rect', x: -10.5, y: -10.5, width: 21, height: 21, corner: 5, paint: GLYPH_PLAIN },
    glyphIcon('landmark', { size: 14 }),
  ],
  sampleHue: null,
  toolIcon: 'landmark',
  thumbnail: (size) => [
    thumbBox(size, { corner: 2, paint: { fill: 'surface', stroke: 'border-strong', strokeWidth: 1 } }),
  ],
  mapColor: () => 'edge',
  nameField: ({ width }, side) => ({
    x: side * 21,
    y: -3,
    width: width - 52,
    look: { is: 'heading', align: 'start' },
  }),
  lockMark: boxLockMark,
};
