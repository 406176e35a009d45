/** The shapes of a thumbnail, drawn. */
import type { ReactNode } from 'react';
import type { LinkKind, NodeKind } from '../../shared/model/kinds.ts';
import { THUMBNAIL_SIZE } from '../../shared/templates/thumbnail.ts';
import type { ThumbnailShape } from '../../shared/templates/thumbnailShapes.ts';
import { hueClass } from '../ui/hue.ts';
import { hexagonPath } from './outlines.ts';

type ThumbShape<Kind extends ThumbnailShape['kind']> = Extract<ThumbnailShape, { kind: Kind }>;

/** Lines that lead somewhere are told from those that only join. */
const LINES: Readonly<Record<LinkKind, string>> = {
  membership: 'thumb-membership',
  contact: 'thumb-contact',
  guidance: 'thumb-guide',
  delegation: 'thumb-delegation',
  channel: 'thumb-channel',
  tie: 'thumb-contact',
};
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
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
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
      return <path className={LINES[shape.of]} d={`M${shape.x1} ${shape.y1}L${shape.x2} ${shape.y2}`} />;
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
