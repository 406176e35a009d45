/** A person: a disc with initials, the name beneath. */
import { initialsOf } from '../../ui/initials.ts';
import type { Color } from '../colors.ts';
import { formOf } from '../forms.ts';
import { fitText } from '../labels.ts';
import type { Primitive, SvgPaint, TextPaint } from '../primitives.ts';
import { lowerLeft, type NodeShape } from './nodeShape.ts';
import { GLYPH_TINT } from './parts.ts';

const RADIUS = 18;
/** What a pointer takes hold of. */
const REACH = 22;

const DISC: SvgPaint = { fill: 'surface', stroke: 'base', strokeWidth: 1.75 };
const SELECTED_DISC: SvgPaint = { ...DISC, fill: 'accent-soft', stroke: 'accent' };
const INITIALS: TextPaint = { fill: 'ink', fontSize: 11, fontWeight: 600, letterSpacing: '0.02em' };
const SELECTED_INITIALS: TextPaint = { ...INITIALS, fill: 'accent-text' };
const HALO = { paintOrder: 'stroke', strokeLinejoin: 'round' } as const;
const NAME: TextPaint = { ...HALO, fill: 'text-1', fontSize: 12, fontWeight: 500, strokeWidth: 3.5 };
const NOTES: TextPaint = { ...HALO, fill: 'text-2', fontSize: 9, fontWeight: 450, strokeWidth: 3 };

function notesLine(notes: string, { y, ground }: { y: number; ground: Color }): Primitive {
  const text = fitText(notes, { room: 180, fontSize: 9 });
  const paint = { ...NOTES, stroke: ground };
  return { tag: 'text', text, x: 0, y, className: 'from-close ornament', paint, pageOnly: true };
}

export const person: NodeShape = {
  form: formOf('person'),
  fill: 'surface',
  isColored: true,
  layer: 5,
  smallest: null,
  ring: 5.5,
  overhang: { side: 50, above: 0, below: 24 },
  nameBelow: { top: 20, bottom: 38, halfWidth: (label) => Math.min(70, label.length * 3.3) },
  draw: ({ label, notes }, { isSelected, ground }) => {
    const lower = isSelected ? 10 : 0;
    return [
      { tag: 'circle', x: 0, y: 0, radius: REACH, className: 'hit', paint: {}, pageOnly: true },
      {
        tag: 'circle',
        x: 0,
        y: 0,
        radius: RADIUS,
        className: 'node-outline shape far-dot',
        paint: isSelected ? SELECTED_DISC : DISC,
      },
      {
        tag: 'text',
        text: initialsOf(label),
        x: 0,
        y: 4,
        className: 'until-far ornament',
        paint: isSelected ? SELECTED_INITIALS : INITIALS,
      },
      {
        tag: 'text',
        text: fitText(label, { room: 140, fontSize: 12 }),
        x: 0,
        y: 32 + lower,
        className: 'node-name until-mid',
        paint: { ...NAME, stroke: ground, ...(isSelected && { fontWeight: 600 }) },
      },
      ...(notes === '' ? [] : [notesLine(notes, { y: 46 + lower, ground })]),
    ];
  },
  glyph: (label) => [
    { tag: 'circle', x: 0, y: 0, radius: 10.75, paint: GLYPH_TINT },
    {
      tag: 'text',
      text: initialsOf(label),
      x: 0,
      y: 3.2,
      paint: { fill: 'ink', fontSize: 8.5, fontWeight: 600 },
    },
  ],
  sampleHue: 0,
  toolIcon: 'person',
  thumbnail: ({ width }) => [{ tag: 'circle', x: 0, y: 0, radius: width / 2, paint: { fill: 'base' } }],
  mapColor: () => 'base',
  nameField: () => ({ x: 0, y: 38, width: 120, look: { is: 'plain' } }),
  lockMark: () => lowerLeft(RADIUS, 40),
  unconfirmedRise: 2,
};
