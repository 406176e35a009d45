/** Renders primitives as SVG elements. Their look stands in attributes, so that every rule of a style sheet goes before it. */
import type { ReactElement } from 'react';
import { cssColor } from './colors.ts';
import type { Primitive, SvgPaint, SvgTransform, TextPaint } from './primitives.ts';

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
    case 'text':
      return (
        <text
          key={key}
          className={className}
          x={primitive.x}
          y={primitive.y}
          {...attributesOf(primitive.paint)}
        >
          {primitive.text}
        </text>
      );
    case 'group':
      return (
        <g key={key} className={className}>
          <Primitives of={primitive.children} name={name} />
        </g>
      );
  }
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
