/** The shapes of a thumbnail, drawn. */
import type { ReactNode } from 'react';
import type { NodeKind } from '../../shared/model/kinds.ts';
import { THUMBNAIL_SIZE } from '../../shared/templates/thumbnail.ts';
import type { ThumbnailShape } from '../../shared/templates/thumbnailShapes.ts';
import { hueClass } from '../ui/hue.ts';
import { LINK_SHAPES } from './links/linkShapes.ts';
import { hexagonPath } from './outlines.ts';
import { Primitives } from './Primitives.tsx';
import type { Primitive } from './primitives.ts';
import './thumbPicture.css';

type ThumbShape<Kind extends ThumbnailShape['kind']> = Extract<ThumbnailShape, { kind: Kind }>;

const RECTS: Readonly<Partial<Record<NodeKind, { readonly className: string; readonly round: number }>>> = {
  area: { className: 'thumb-area', round: 5 },
  body: { className: 'thumb-plate', round: 2 },
  note: { className: 'thumb-note', round: 1 },
};
/** Below this a cell's double outline would fill it up. */
const SMALLEST_DOUBLE = 8;

export function ThumbPicture({ shapes }: { readonly shapes: readonly ThumbnailShape[] }) {
  const { width, height } = THUMBNAIL_SIZE;
  return (
    <svg
      className="thumb"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
    >
      {shapes.map((shape, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a thumbnail is drawn once.
        <g key={index}>{drawn(shape)}</g>
      ))}
    </svg>
  );
}

function drawn(shape: ThumbnailShape): ReactNode {
  switch (shape.kind) {
    case 'line':
      return <Primitives of={[lineOf(shape)]} />;
    case 'circle':
      return (
        <circle
          className={`thumb-tint ${hueClass(shape.color)}`}
          cx={shape.x}
          cy={shape.y}
          r={shape.radius}
        />
      );
    case 'dot':
      return (
        <circle className={`thumb-dot ${hueClass(shape.color)}`} cx={shape.x} cy={shape.y} r={shape.radius} />
      );
    case 'hexagon':
      return <Cell {...shape} />;
    case 'rect':
      return <Rect {...shape} />;
  }
}

function lineOf({ of, x1, y1, x2, y2 }: ThumbShape<'line'>): Primitive {
  return { tag: 'path', d: `M${x1} ${y1}L${x2} ${y2}`, paint: LINK_SHAPES[of].thumbnail };
}

function Cell({ x, y, radius, color }: ThumbShape<'hexagon'>) {
  const corner = radius / 8;
  const double = radius >= SMALLEST_DOUBLE;
  return (
    <g className={hueClass(color)}>
      {double && <path className="thumb-plain" d={hexagonPath({ x, y, radius, corner })} />}
      <path
        className="thumb-tint"
        d={hexagonPath({ x, y, radius: double ? radius * 0.74 : radius, corner })}
      />
    </g>
  );
}

function Rect({ x, y, width, height, color, of }: ThumbShape<'rect'>) {
  const { className, round } = RECTS[of] ?? { className: 'thumb-tint', round: 3 };
  return (
    <rect
      className={`${className} ${hueClass(color)}`}
      x={x - width / 2}
      y={y - height / 2}
      width={width}
      height={height}
      rx={round}
    />
  );
}
