/**
 * Nodes as shapes on the board: what lies inside one, and how far its boundary is from its centre. Each kind's own
 * shape stands in nodes/. Pure. Lengths are board units, one CSS pixel at 100 %; angles do not occur.
 */
import type { Position, Size } from '../../shared/model/element.ts';
import type { NodeKind } from '../../shared/model/kinds.ts';
import { usualSize } from '../../shared/model/sizes.ts';
import { NODE_SHAPES } from './nodes/nodeShapes.ts';

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

export interface ShapeSource {
  readonly kind: NodeKind;
  readonly label: string;
  readonly position: Position;
  readonly size: Size | null;
}

export function shapeOf({ kind, label, position, size }: ShapeSource): Shape {
  const { smallest, nameBelow } = NODE_SHAPES[kind];
  const { width, height } = smallest === null || size === null ? usualSize(kind, label) : size;
  const nameHalfWidth = nameBelow?.halfWidth(label) ?? 0;
  return { kind, ...position, width: Math.round(width), height: Math.round(height), nameHalfWidth };
}

/** How far the boundary is from the centre, in the direction of the vector (which need not be a unit). */
export function boundaryDistance(shape: Shape, towards: Position): number {
  const length = Math.hypot(towards.x, towards.y);
  if (length === 0) return 0;
  const direction = { x: towards.x / length, y: towards.y / length };
  return NODE_SHAPES[shape.kind].form.distance(shape, direction);
}

/** As `boundaryDistance`, but past a name beneath the shape where the ray would cross it. */
export function clearDistance(shape: Shape, towards: Position): number {
  const boundary = boundaryDistance(shape, towards);
  const { nameBelow } = NODE_SHAPES[shape.kind];
  if (nameBelow === null || shape.nameHalfWidth === 0 || towards.y <= 0) return boundary;
  const length = Math.hypot(towards.x, towards.y);
  const [dx, dy] = [Math.abs(towards.x) / length, towards.y / length];
  const halfWidth = shape.nameHalfWidth + 3;
  if (nameBelow.top * dx > halfWidth * dy) return boundary;
  return Math.min(nameBelow.bottom / dy, dx === 0 ? Number.POSITIVE_INFINITY : halfWidth / dx);
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
