/** An organization: a tinted, outlined region with a header. */

import type { Color } from '../colors.ts';
import { formOf } from '../forms.ts';
import { fitText } from '../labels.ts';
import type { SvgPaint, TextPaint } from '../primitives.ts';
import { boxLockMark, CONTAINED, type NodeShape } from './nodeShape.ts';
import { badge, CAPTION, farName, glyphIcon, sideOf, sign, startAt, THUMB_TINT, thumbBox } from './parts.ts';

const FORM = formOf('organization', 14);
const FILL: Color = { top: 'tint', part: 0.62, over: 'canvas' };
const SHAPE: SvgPaint = { fill: FILL, stroke: 'base', strokeWidth: 1.25, strokeOpacity: 0.75 };
const NAME: TextPaint = { fill: 'ink', fontSize: 12.5, fontWeight: 600 };

export const organization: NodeShape = {
  ...CONTAINED,
  form: FORM,
  fill: FILL,
  isColored: true,
  layer: 1,
  smallest: { width: 120, height: 80 },
  draw: (node, { kindName }) => {
    const { width, height, label, caption } = node;
    const side = sideOf(label);
    const textAnchor = startAt(side);
    const [start, top] = [-width / 2, -height / 2];
    const room = width - 90;
    const name = fitText(label, { room, fontSize: 12.5 });
    return [
      { ...FORM.contour(node, 0), className: 'node-outline shape hit', paint: SHAPE },
      sign('building', { x: side * (start + 21), y: top + 19, size: 14, color: 'ink', strokeWidth: 2 }),
      {
        tag: 'text',
        text: name,
        x: side * (start + 35),
        y: top + 23.5,
        className: 'node-name until-far',
        paint: { ...NAME, textAnchor },
      },
      {
        tag: 'text',
        text: fitText(caption === '' ? kindName : caption, { room, fontSize: 11 }),
        x: side * (start + 35),
        y: top + 38.5,
        className: 'until-mid ornament',
        paint: { ...CAPTION, textAnchor },
      },
      ...badge(node.disclosure, { x: side * (width / 2 - 24), y: top + 24 }),
      farName(name, { x: 0, y: top + Math.min(34, height / 2) }),
    ];
  },
  glyph: () => [glyphIcon('building', { color: 'ink' })],
  sampleHue: 1,
  toolIcon: 'building',
  thumbnail: (size) => [thumbBox(size, { corner: 3, paint: THUMB_TINT })],
  mapColor: (hue) => (hue === null ? 'base' : 'strong'),
  nameField: ({ width, height }, side) => ({
    x: side * 12,
    y: 20 - height / 2,
    width: width - 50,
    look: { is: 'heading', align: 'start' },
  }),
  lockMark: boxLockMark,
};
