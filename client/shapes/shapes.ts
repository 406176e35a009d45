/**
 * The shape of each kind of node: what lies inside it, and how far its boundary is from its
 * centre. Pure. Lengths are board units, one CSS pixel at 100 %; angles do not occur.
 */
import type { Position, Size } from '../../shared/model/element.ts';
import type { NodeKind } from '../../shared/model/kinds.ts';
import { usualSize } from '../../shared/model/sizes.ts';

export interface Shape {
  readonly kind: NodeKind;
  /** Centre. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Half the width of the name under a person's disc; 0 where there is none. */
  readonly nameHalfWidth: number;
}

export const PERSON_RADIUS = usualSize('person').width / 2;
/** Where a person's name lies under the centre, for links that would cross it. */
const NAME_TOP = 20;
const NAME_BOTTOM = 38;

const ROOT_3 = Math.sqrt(3);

const CORNER: Readonly<Partial<Record<NodeKind, number>>> = { area: 22, organization: 14, body: 10, note: 6 };

export interface ShapeSource {
  readonly kind: NodeKind;
  readonly label: string;
  readonly position: Position;
  readonly size: Size | null;
}

export function shapeOf({ kind, label, position, size }: ShapeSource): Shape {
  const { width, height } = kind === 'person' || size === null ? usualSize(kind, label) : size;
  const nameHalfWidth = kind === 'person' ? Math.min(70, label.length * 3.3) : 0;
  return { kind, ...position, width: Math.round(width), height: Math.round(height), nameHalfWidth };
}

export function circleRadius({ width, height }: Size): number {
  return Math.min(width, height) / 2;
}

/** From the centre of a flat-top hexagon to its corners. */
export function hexagonRadius({ width, height }: Size): number {
  return Math.min(width / 2, height / ROOT_3 + 0.5);
}

/** How far the boundary is from the centre, in the direction of the vector (which need not be a unit). */
export function boundaryDistance(shape: Shape, towards: Position): number {
  const length = Math.hypot(towards.x, towards.y);
  if (length === 0) return 0;
  const [dx, dy] = [towards.x / length, towards.y / length];
  switch (shape.kind) {
    case 'person':
      return PERSON_RADIUS;
    case 'circle':
      return circleRadius(shape);
    case 'cell':
      return hexagonDistance(hexagonRadius(shape), { dx, dy });
    default:
      return rectangleDistance(shape, { dx: Math.abs(dx), dy: Math.abs(dy) });
  }
}

/** As `boundaryDistance`, but past the name where the ray would cross the name under a person's disc. */
export function clearDistance(shape: Shape, towards: Position): number {
  const boundary = boundaryDistance(shape, towards);
  if (shape.nameHalfWidth === 0 || towards.y <= 0) return boundary;
  const length = Math.hypot(towards.x, towards.y);
  const [dx, dy] = [Math.abs(towards.x) / length, towards.y / length];
  const halfWidth = shape.nameHalfWidth + 3;
  if (NAME_TOP * dx > halfWidth * dy) return boundary;
  return Math.min(NAME_BOTTOM / dy, dx === 0 ? Number.POSITIVE_INFINITY : halfWidth / dx);
}

export function contains(shape: Shape, { x, y }: Position): boolean {
  const offset = { x: x - shape.x, y: y - shape.y };
  return Math.hypot(offset.x, offset.y) <= boundaryDistance(shape, offset);
}

/** Corners and side middles of the bounding box of a round or straight shape: eight points of its outline. */
export function outline(shape: Shape): Position[] {
  const directions = [0, 1, 2, 3, 4, 5, 6, 7].map((eighth) => (eighth * Math.PI) / 4);
  return directions.map((angle) => {
    const direction = { x: Math.cos(angle) * shape.width, y: Math.sin(angle) * shape.height };
    const length = Math.hypot(direction.x, direction.y);
    const distance = boundaryDistance(shape, direction);
    return { x: shape.x + (direction.x / length) * distance, y: shape.y + (direction.y / length) * distance };
  });
}

interface Vector {
  readonly dx: number;
  readonly dy: number;
}

/** Nearest of the three pairs of sides, whose normals stand at 30, 90 and 150 degrees. */
function hexagonDistance(radius: number, { dx, dy }: Vector): number {
  const apothem = (radius * ROOT_3) / 2;
  const slanted = Math.abs(dx) * (ROOT_3 / 2) + Math.abs(dy) / 2;
  return apothem / Math.max(Math.abs(dy), slanted);
}

function rectangleDistance(shape: Shape, { dx, dy }: Vector): number {
  const [halfWidth, halfHeight] = [shape.width / 2, shape.height / 2];
  const corner = Math.min(CORNER[shape.kind] ?? 0, halfWidth, halfHeight);
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
