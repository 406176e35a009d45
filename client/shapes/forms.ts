/**
 * The geometry of outlines: round, hexagonal, or a box with rounded corners. Everything is around the origin, the
 * centre of a node; lengths are board units. Pure.
 */
import type { Position, Size } from '../../shared/model/element.ts';
import type { NodeKind } from '../../shared/model/kinds.ts';
import { NODE_FORMS, type NodeForm } from '../../shared/model/sizes.ts';
import { hexagonPath } from './outlines.ts';
import type { CirclePrimitive, PathPrimitive, RectPrimitive } from './primitives.ts';

/** An outline that has no look yet. */
type Contour = Omit<CirclePrimitive, 'paint'> | Omit<RectPrimitive, 'paint'> | Omit<PathPrimitive, 'paint'>;

export interface Form {
  /** How far the boundary is from the centre in the direction of a unit vector. */
  distance(size: Size, direction: Position): number;
  /** The outline so far outside the boundary; inside it where `pad` is negative. */
  contour(size: Size, pad: number): Contour;
  /** Adds the outline in a box on the board to the path of a painted canvas. */
  trace(path: CanvasPath, box: Size & Position): void;
  /** Set where width and height follow from each other. */
  readonly proportion: Proportion | null;
}

interface Proportion {
  /** The width for a height of one. */
  readonly ratio: number;
  /** Half the height of the smallest one that reaches a point. */
  reach(point: Position): number;
}

const ROOT_3 = Math.sqrt(3);

export function circleRadius({ width, height }: Size): number {
  return Math.min(width, height) / 2;
}

/** From the centre of a flat-top hexagon to its corners. */
export function hexagonRadius({ width, height }: Size): number {
  return Math.min(width / 2, height / ROOT_3 + 0.5);
}

const ROUND: Form = {
  distance: circleRadius,
  contour: (size, pad) => ({ tag: 'circle', x: 0, y: 0, radius: circleRadius(size) + pad }),
  trace: (path, { x, y, width, height }) => path.arc(x, y, Math.min(width, height) / 2, 0, 2 * Math.PI),
  proportion: { ratio: 1, reach: ({ x, y }) => Math.hypot(x, y) },
};

const HEXAGON_RATIO = 2 / ROOT_3;

const hexagon = (corner: number): Form => ({
  /** To the nearest of the three pairs of sides, whose normals stand at 30, 90 and 150 degrees. */
  distance: (size, { x, y }) => {
    const apothem = (hexagonRadius(size) * ROOT_3) / 2;
    return apothem / Math.max(Math.abs(y), Math.abs(x) * (ROOT_3 / 2) + Math.abs(y) / 2);
  },
  contour: (size, pad) => {
    const radius = hexagonRadius(size) + (pad * 2) / ROOT_3;
    return {
      tag: 'path',
      d: hexagonPath({ x: 0, y: 0, radius, corner: Math.max(2, corner + pad * 0.4) }),
    };
  },
  trace: (path, { x, y, width }) => {
    for (let corner = 0; corner < 6; corner++) {
      const angle = (corner * Math.PI) / 3;
      path.lineTo(x + (Math.cos(angle) * width) / 2, y + (Math.sin(angle) * width) / 2);
    }
  },
  proportion: {
    ratio: HEXAGON_RATIO,
    reach: ({ x, y }) => Math.max(Math.abs(y), Math.abs(x) / HEXAGON_RATIO + Math.abs(y) / 2),
  },
});

/** On a small map all boxes are rounded alike. */
const TRACED_CORNER = 10;

const box = (corner: number): Form => ({
  distance: (size, direction) => boxDistance(size, { corner, direction }),
  contour: ({ width, height }, pad) => ({
    tag: 'rect',
    x: -width / 2 - pad,
    y: -height / 2 - pad,
    width: width + 2 * pad,
    height: height + 2 * pad,
    corner: Math.max(2, corner + pad),
  }),
  trace: (path, { x, y, width, height }) =>
    path.roundRect(x - width / 2, y - height / 2, width, height, TRACED_CORNER),
  proportion: null,
});

function boxDistance(
  { width, height }: Size,
  { corner: wanted, direction }: { corner: number; direction: Position },
): number {
  const [dx, dy] = [Math.abs(direction.x), Math.abs(direction.y)];
  const [halfWidth, halfHeight] = [width / 2, height / 2];
  const corner = Math.min(wanted, halfWidth, halfHeight);
  const toSide = dx === 0 ? Number.POSITIVE_INFINITY : halfWidth / dx;
  const toTop = dy === 0 ? Number.POSITIVE_INFINITY : halfHeight / dy;
  const straight = Math.min(toSide, toTop);
  const [cornerX, cornerY] = [halfWidth - corner, halfHeight - corner];
  if (straight * dx <= cornerX || straight * dy <= cornerY) return straight;
  // The ray leaves through the rounded corner: the far meeting point with its circle.
  const along = dx * cornerX + dy * cornerY;
  const offset = cornerX * cornerX + cornerY * cornerY - corner * corner;
  return along + Math.sqrt(Math.max(0, along * along - offset));
}

const FORMS: Readonly<Record<NodeForm, (corner: number) => Form>> = { round: () => ROUND, hexagon, box };

/** The form of a kind, its corners rounded by so much. */
export function formOf(kind: NodeKind, corner = 0): Form {
  return FORMS[NODE_FORMS[kind]](corner);
}
