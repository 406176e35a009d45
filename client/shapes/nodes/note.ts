/** A note: a sheet with a folded corner and its text. */
import { formOf } from '../forms.ts';
import { foldPath, paperPath } from '../outlines.ts';
import type { SvgPaint, TextPaint } from '../primitives.ts';
import { boxLockMark, CONTAINED, type NodeShape } from './nodeShape.ts';
import { glyphIcon, thumbBox } from './parts.ts';

const SHEET: SvgPaint = { fill: 'note', stroke: 'note-edge', strokeWidth: 1 };
const FOLD: SvgPaint = { fill: 'note-edge' };
const TEXT: TextPaint = { fill: 'note-text', fontSize: 12, fontWeight: 450 };

export const note: NodeShape = {
  ...CONTAINED,
  form: formOf('note', 6),
  fill: 'note',
  isColored: false,
  layer: 4,
  smallest: { width: 80, height: 48 },
  draw: (node) => {
    const { width, height } = node;
    return [
      { tag: 'path', d: paperPath(node), className: 'node-outline hit', paint: SHEET },
      { tag: 'path', d: foldPath(node), className: 'ornament', paint: FOLD },
      {
        tag: 'prose',
        text: node.label,
        x: 12 - width / 2,
        y: 10 - height / 2,
        width: width - 24,
        height: height - 16,
        lineHeight: 17,
        className: 'node-name until-far',
        paint: TEXT,
      },
    ];
  },
  glyph: () => [glyphIcon('sheet')],
  sampleHue: null,
  toolIcon: 'sheet',
  thumbnail: (size) => [
    thumbBox(size, { corner: 1, paint: { fill: 'note', stroke: 'note-edge', strokeWidth: 0.8 } }),
  ],
  mapColor: () => 'note-edge',
  nameField: ({ width, height }) => ({
    x: 0,
    y: 0,
    width: width - 12,
    look: { is: 'prose', height: height - 12 },
  }),
  lockMark: boxLockMark,
};
