/** Renders primitives as SVG elements. Their look stands in attributes, so that every rule of a style sheet goes before it. */
import type { ReactElement } from 'react';
import { cssColor } from './colors.ts';
import { ICONS } from './icons.ts';
import type { IconPrimitive, Primitive, SvgPaint, SvgTransform, TextPaint } from './primitives.ts';

export interface PrimitivesProps {
  readonly of: readonly Primitive[];
  /** Sets the paths of this drawing apart from those of others on the page. */
  readonly name?: string;
}

export function Primitives({ of, name = '' }: PrimitivesProps) {
  return of.map((primitive, index) => element(primitive, { key: index, name }));
}

function element(primitive: Primitive, { key, name }: { key: number; name: string }): ReactElement {
  const { className } = primitive;
  switch (primitive.tag) {
    case 'circle': {
      const { x, y, radius, paint } = primitive;
      return <circle key={key} className={className} cx={x} cy={y} r={radius} {...attributesOf(paint)} />;
    }
    case 'rect': {
      const { x, y, width, height, corner, paint } = primitive;
      const box = { x, y, width, height, rx: corner };
      return <rect key={key} className={className} {...box} {...attributesOf(paint)} />;
    }
    case 'path': {
      const { d, transform, paint } = primitive;
      return (
        <path
          key={key}
          className={className}
          d={d}
          transform={transform && transformOf(transform)}
          {...attributesOf(paint)}
        />
      );
    }
    case 'text': {
      const { text, along, x, y, paint } = primitive;
      if (along !== undefined) return <TextAlong key={key} {...{ className, text, along, paint, name }} />;
      return (
        <text key={key} className={className} x={x} y={y} {...attributesOf(paint)}>
          {text}
        </text>
      );
    }
    case 'icon':
      return (
        <path
          key={key}
          className={className}
          d={ICONS[primitive.icon]}
          fill="none"
          stroke={cssColor(primitive.color)}
          strokeWidth={primitive.strokeWidth}
          strokeLinecap="round"
          strokeLinejoin="round"
          transform={iconTransform(primitive)}
        />
      );
    case 'prose': {
      const { x, y, width, height, lineHeight, paint } = primitive;
      const { fontSize, fontWeight, fill = 'text-1' } = paint;
      const look = { fontSize, fontWeight, color: cssColor(fill) };
      return (
        <foreignObject key={key} className={className} {...{ x, y, width, height }} {...look}>
          <div className="prose" dir="auto" style={{ lineHeight: `${lineHeight}px` }}>
            {primitive.text}
          </div>
        </foreignObject>
      );
    }
    case 'group':
      return (
        <g key={key} className={className}>
          <Primitives of={primitive.children} name={name} />
        </g>
      );
  }
}

interface TextAlongProps {
  readonly className: string | undefined;
  readonly text: string;
  readonly along: string;
  readonly paint: TextPaint;
  readonly name: string;
}

function TextAlong({ className, text, along, paint, name }: TextAlongProps) {
  const id = `along-${name}`;
  return (
    <>
      <path id={id} d={along} fill="none" />
      <text className={className} {...attributesOf(paint)}>
        <textPath href={`#${id}`} startOffset="50%">
          {text}
        </textPath>
      </text>
    </>
  );
}

function iconTransform({ x, y, size }: IconPrimitive): string {
  return `translate(${x - size / 2} ${y - size / 2}) scale(${size / 24})`;
}

function transformOf({ x, y, degrees }: SvgTransform): string {
  return `translate(${x} ${y}) rotate(${degrees})`;
}

type PaintAttributes = Readonly<Record<string, string | number | undefined>>;

/** Most paints are constants of their kind: what they come to is made once. */
const MADE = new WeakMap<SvgPaint, PaintAttributes>();

function attributesOf(paint: SvgPaint | TextPaint): PaintAttributes {
  const made = MADE.get(paint);
  if (made !== undefined) return made;
  const { fill = 'none', stroke, ...rest } = paint;
  const attributes = {
    ...('fontSize' in paint && { textAnchor: 'middle' }),
    ...rest,
    fill: cssColor(fill),
    stroke: stroke && cssColor(stroke),
  };
  MADE.set(paint, attributes);
  return attributes;
}
