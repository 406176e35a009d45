/** The shapes of a thumbnail, drawn. */
import type { NodeKind } from '../../shared/model/kinds.ts';
import { THUMBNAIL_SIZE } from '../../shared/templates/thumbnail.ts';
import type { ThumbnailShape } from '../../shared/templates/thumbnailShapes.ts';
import { hueClass } from '../ui/hue.ts';
import { LINK_SHAPES } from './links/linkShapes.ts';
import { NODE_SHAPES } from './nodes/nodeShapes.ts';
import { Primitives } from './Primitives.tsx';
import type { Primitive } from './primitives.ts';

type NodeThumbnail = Exclude<ThumbnailShape, { kind: 'line' }>;

export function ThumbPicture({ shapes }: { readonly shapes: readonly ThumbnailShape[] }) {
  const { width, height } = THUMBNAIL_SIZE;
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {shapes.map((shape, index) =>
        shape.kind === 'line' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: a thumbnail is drawn once.
          <Primitives key={index} of={[lineOf(shape)]} />
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: a thumbnail is drawn once.
          <g key={index} className={hueClass(shape.color)} transform={`translate(${shape.x} ${shape.y})`}>
            <Primitives of={NODE_SHAPES[kindOf(shape)].thumbnail(sizeOf(shape))} />
          </g>
        ),
      )}
    </svg>
  );
}

function lineOf({ of, x1, y1, x2, y2 }: Extract<ThumbnailShape, { kind: 'line' }>): Primitive {
  return { tag: 'path', d: `M${x1} ${y1}L${x2} ${y2}`, paint: LINK_SHAPES[of].thumbnail };
}

/** Boxes alone say of which kind they are: thumbnails are stored, and had one kind of each other form from the first. */
function kindOf(shape: NodeThumbnail): NodeKind {
  switch (shape.kind) {
    case 'dot':
      return 'person';
    case 'circle':
      return 'circle';
    case 'hexagon':
      return 'cell';
    case 'rect':
      return shape.of;
  }
}

function sizeOf(shape: NodeThumbnail): { width: number; height: number } {
  if (shape.kind === 'rect') return shape;
  return { width: 2 * shape.radius, height: 2 * shape.radius };
}
