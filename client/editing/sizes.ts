/** New sizes of nodes: by a dragged corner, by numbers, by the members. Pure; board units. */
import type { Position, Size } from '../../shared/model/element.ts';
import type { NodeKind } from '../../shared/model/kinds.ts';
import { LIMITS } from '../../shared/model/limits.ts';
import { usualSize } from '../../shared/model/sizes.ts';
import { NODE_SHAPES } from '../shapes/nodes/nodeShapes.ts';
import type { Shape } from '../shapes/shapes.ts';
import { boundsOf } from './align.ts';

export interface Corner {
  readonly x: -1 | 1;
  readonly y: -1 | 1;
}

export const CORNERS: readonly Corner[] = [
  { x: -1, y: -1 },
  { x: 1, y: -1 },
  { x: 1, y: 1 },
  { x: -1, y: 1 },
];

export interface SizedPlace {
  readonly position: Position;
  readonly size: Size;
}

export function isSized(kind: NodeKind): boolean {
  return NODE_SHAPES[kind].smallest !== null;
}

/**
 * The nearest possible size for a kind: circles are round, hexagons keep their proportion; its usual size for
 * kinds of a fixed one.
 */
export function possibleSize(kind: NodeKind, { width, height }: Size): Size {
  const { smallest, form } = NODE_SHAPES[kind];
  if (smallest === null) return usualSize(kind);
  const within = (value: number, least: number) =>
    Math.round(Math.min(LIMITS.maxSize, Math.max(least, value)));
  const wide = within(width, smallest.width);
  const high = within(height, smallest.height);
  if (form.proportion === null) return { width: wide, height: high };
  const { ratio } = form.proportion;
  const both = Math.max(wide, Math.round(high * ratio));
  return { width: both, height: Math.round(both / ratio) };
}

/** Like `possibleSize` with one side given; for a kind with fixed proportion the other side follows. */
export function withSide(kind: NodeKind, size: Size, side: Partial<Size>): Size {
  const { proportion } = NODE_SHAPES[kind].form;
  if (proportion === null) return possibleSize(kind, { ...size, ...side });
  const width = side.width ?? (side.height ?? size.height) * proportion.ratio;
  return possibleSize(kind, { width, height: 0 });
}

/** The node after one of its corners is dragged to a point; the opposite corner stays. */
export function resizedByCorner(shape: Shape, { corner, to }: { corner: Corner; to: Position }): SizedPlace {
  const fixed = { x: shape.x - (corner.x * shape.width) / 2, y: shape.y - (corner.y * shape.height) / 2 };
  const wanted = { width: (to.x - fixed.x) * corner.x, height: (to.y - fixed.y) * corner.y };
  const size = possibleSize(shape.kind, wanted);
  const position = { x: fixed.x + (corner.x * size.width) / 2, y: fixed.y + (corner.y * size.height) / 2 };
  return { position, size };
}

const MARGIN = 26;
/** Room above the members for a region's name. */
const HEADER = 30;
/** Room below a disc for a person's name. */
const NAME = 24;

/** Around all members, with room for names; never smaller than usual. Null without members. */
export function fitted(kind: NodeKind, members: readonly Shape[]): SizedPlace | null {
  if (members.length === 0) return null;
  const { proportion } = NODE_SHAPES[kind].form;
  const least = usualSize(kind);
  if (proportion !== null) {
    const centre = boundsOf(members);
    const reach = members.map(({ kind: of, x, y, width, height }) => {
      const own = of === 'person' ? 20 : Math.hypot(width, height) / 2;
      return proportion.reach({ x: x - centre.x, y: y - centre.y }) + own + MARGIN;
    });
    const width = Math.max(least.width, 2 * Math.max(...reach) * proportion.ratio);
    return { position: { x: centre.x, y: centre.y }, size: possibleSize(kind, { width, height: 0 }) };
  }
  const boxes = members.map((member) =>
    member.kind === 'person'
      ? { ...member, y: member.y + NAME / 2, width: member.width + 12, height: member.height + NAME }
      : member,
  );
  const { x, y, width, height } = boundsOf(boxes);
  const size = { width: Math.max(least.width, width + 2 * MARGIN), height: height + 2 * MARGIN + HEADER };
  return { position: { x, y: y - HEADER / 2 }, size: possibleSize(kind, size) };
}
