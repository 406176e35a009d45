/** An area: a soft, grey region with its name and what it is in one line. */

import type { Color } from '../colors.ts';
import { formOf } from '../forms.ts';
import { fitText, textWidth } from '../labels.ts';
import type { SvgPaint, TextPaint } from '../primitives.ts';
import { boxLockMark, CONTAINED, type NodeShape } from './nodeShape.ts';
import { CAPTION, disclosureSign, farName, glyphIcon, sideOf, sign, startAt, thumbBox } from './parts.ts';

const FORM = formOf('area', 22);
const FILL: Color = { top: 'border', part: 0.3, over: 'canvas' };
const SHAPE: SvgPaint = { fill: FILL, stroke: 'border', strokeWidth: 1 };
const NAME: TextPaint = { fill: 'text-1', fontSize: 12.5, fontWeight: 600 };

/** What is left for the caption behind the name, which takes so much; always as much as a short word needs. */
const captionRoom = (width: number, name: number) => Math.max(80, width - 90 - name);

export const area: NodeShape = {
  ...CONTAINED,
  form: FORM,
  fill: FILL,
  isColored: false,
  layer: 0,
  smallest: { width: 120, height: 80 },
  draw: (node, { kindName }) => {
    const { width, height, label, caption } = node;
    const side = sideOf(label);
    const textAnchor = startAt(side);
    const [start, top] = [-width / 2, -height / 2];
    const name = fitText(label, { room: width - 100, fontSize: 12.5 });
    const after = name === '' ? 0 : textWidth(name, 12.5) + 10;
    const fontSize = 11;
    return [
      { ...FORM.contour(node, 0), className: 'node-outline shape hit', paint: SHAPE },
      sign('map', { x: side * (start + 25), y: top + 21, size: 14, color: 'text-3', strokeWidth: 2 }),
      {
        tag: 'text',
        text: name,
        x: side * (start + 38),
        y: top + 25,
        className: 'node-name until-far',
        paint: { ...NAME, textAnchor },
      },
      {
        tag: 'text',
        text: fitText(caption === '' ? kindName : caption, { room: captionRoom(width, after), fontSize }),
        x: side * (start + 38 + after),
        y: top + 25,
        className: 'until-mid ornament',
        paint: { ...CAPTION, textAnchor },
      },
      ...disclosureSign(node.disclosure, { x: side * (width / 2 - 25), y: top + 21, size: 14 }),
      farName(name, { x: 0, y: top + 30 }),
    ];
  },
  glyph: () => [glyphIcon('map')],
  sampleHue: null,
  toolIcon: 'map',
  thumbnail: (size) => [thumbBox(size, { corner: 5, paint: { fill: 'border', fillOpacity: 0.45 } })],
  mapColor: () => 'surface-3',
  nameField: ({ width, height }, side) => ({
    x: side * 12,
    y: 20 - height / 2,
    width: width - 50,
    look: { is: 'heading', align: 'start' },
  }),
  lockMark: boxLockMark,
};
