/** Writes primitives as SVG text, their colours as plain values, so that an image needs no style sheet. Pure. */
import { type Color, type Palette, plainColor } from '../../shapes/colors.ts';
import { ICONS } from '../../shapes/icons.ts';
import type {
  IconPrimitive,
  Primitive,
  SvgPaint,
  SvgTransform,
  TextPaint,
  TextPrimitive,
} from '../../shapes/primitives.ts';
import { drawProse } from './prose.ts';
import { type Attributes, escapeXml, tag, text } from './svg.ts';

export interface InkContext {
  readonly palette: Palette;
  /** Whose tones the drawing has; null for the neutral colour. */
  readonly hue: number | null;
  /** A name for a path, unlike any other in the image. */
  readonly newId: () => string;
}

export function drawPrimitives(primitives: readonly Primitive[], context: InkContext): string {
  return primitives
    .filter(({ pageOnly }) => pageOnly !== true)
    .map((primitive) => drawPrimitive(primitive, context))
    .join('');
}

function drawPrimitive(primitive: Primitive, context: InkContext): string {
  switch (primitive.tag) {
    case 'circle': {
      const { x, y, radius, paint } = primitive;
      return tag('circle', { cx: x, cy: y, r: radius, ...attributesOf(paint, context) });
    }
    case 'rect': {
      const { x, y, width, height, corner, paint } = primitive;
      return tag('rect', { x, y, width, height, rx: corner, ...attributesOf(paint, context) });
    }
    case 'path': {
      const { d, transform, paint } = primitive;
      return tag('path', {
        d,
        ...attributesOf(paint, context),
        transform: transform && transformOf(transform),
      });
    }
    case 'text': {
      const { text: content, along, x, y, paint } = primitive;
      const look = attributesOf(paint, context);
      return along === undefined
        ? text(content, { x, y, ...look })
        : textAlong(primitive, { along, look, context });
    }
    case 'icon':
      return icon(primitive, context);
    case 'prose':
      return drawProse(primitive, attributesOf(primitive.paint, context));
    case 'group':
      return drawPrimitives(primitive.children, context);
  }
}

interface AlongOptions {
  readonly along: string;
  readonly look: Attributes;
  readonly context: InkContext;
}

function textAlong({ text: content }: TextPrimitive, { along, look, context }: AlongOptions): string {
  if (content === '') return '';
  const id = context.newId();
  const path = tag('textPath', { href: `#${id}`, startOffset: '50%' }, escapeXml(content));
  return tag('path', { id, d: along, fill: 'none' }) + tag('text', look, path);
}

function icon({ icon: name, x, y, size, strokeWidth, color }: IconPrimitive, { palette, hue }: InkContext) {
  const [left, top, scale] = [x - size / 2, y - size / 2, size / 24].map((value) => Number(value.toFixed(3)));
  return tag('path', {
    d: ICONS[name],
    fill: 'none',
    stroke: plainColor(color, { palette, hue }),
    'stroke-width': strokeWidth,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
    transform: `translate(${left} ${top}) scale(${scale})`,
  });
}

function transformOf({ x, y, degrees }: SvgTransform): string {
  return `translate(${x.toFixed(2)} ${y.toFixed(2)}) rotate(${degrees.toFixed(2)})`;
}

function attributesOf(paint: SvgPaint | TextPaint, { palette, hue }: InkContext): Attributes {
  const plain = (color: Color) => plainColor(color, { palette, hue });
  const { fill = 'none', stroke, ...rest } = paint;
  const named = Object.entries(rest).map(([name, value]): [string, string | number] => [
    hyphenated(name),
    value,
  ]);
  return {
    ...('fontSize' in paint && { 'text-anchor': 'middle' }),
    ...Object.fromEntries(named),
    fill: plain(fill),
    ...(stroke && { stroke: plain(stroke) }),
  };
}

/** As SVG writes what React calls `strokeWidth`. */
function hyphenated(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
