/** New sizes of nodes: by a corner that is pulled, by numbers, by the members. Pure; board units. */
import type { Position, Size } from '../../shared/model/element.ts';
import type { NodeKind } from '../../shared/model/kinds.ts';
import { LIMITS } from '../../shared/model/limits.ts';
import { usualSize } from '../../shared/model/sizes.ts';
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

type SizedKind = Exclude<NodeKind, 'person'>;

const SMALLEST: Readonly<Record<SizedKind, Size>> = {
  circle: { width: 96, height: 96 },
  cell: { width: 96, height: 83 },
  area: { width: 120, height: 80 },
  organization: { width: 120, height: 80 },
  body: { width: 100, height: 44 },
  note: { width: 80, height: 48 },
};

const HEXAGON = 2 / Math.sqrt(3);

export function isSized(kind: NodeKind): kind is SizedKind {
  return kind !== 'person';
}

/** The nearest size a node of the kind can have: a circle round, a hexagon in proportion. */
export function possibleSize(kind: SizedKind, { width, height }: Size): Size {
  const within = (value: number, least: number) =>
    Math.round(Math.min(LIMITS.maxSize, Math.max(least, value)));
  const least = SMALLEST[kind];
  const wide = within(width, least.width);
  const high = within(height, least.height);
  if (kind === 'circle') return { width: Math.max(wide, high), height: Math.max(wide, high) };
  if (kind !== 'cell') return { width: wide, height: high };
  const both = Math.max(wide, Math.round(high * HEXAGON));
  return { width: both, height: Math.round(both / HEXAGON) };
}

/** As `possibleSize`, with one side given: where the two hang together the other follows. */
export function withSide(kind: SizedKind, size: Size, side: Partial<Size>): Size {
  if (kind !== 'circle' && kind !== 'cell') return possibleSize(kind, { ...size, ...side });
  const width = side.width ?? (side.height ?? size.height) * (kind === 'cell' ? HEXAGON : 1);
  return possibleSize(kind, { width, height: 0 });
}

/** A corner is pulled to a point; the opposite one stays. */
export function pulled(shape: Shape, { corner, to }: { corner: Corner; to: Position }): SizedPlace {
  const fixed = { x: shape.x - (corner.x * shape.width) / 2, y: shape.y - (corner.y * shape.height) / 2 };
  const wanted = { width: (to.x - fixed.x) * corner.x, height: (to.y - fixed.y) * corner.y };
  const size = isSized(shape.kind) ? possibleSize(shape.kind, wanted) : shape;
  const position = { x: fixed.x + (corner.x * size.width) / 2, y: fixed.y + (corner.y * size.height) / 2 };
  return { position, size: { width: size.width, height: size.height } };
}

const MARGIN = 26;
/** Over the members, where a region has its name. */
const HEADER = 30;
/** Under a disc, where a person has theirs. */
const NAME = 24;

/** Around all members, with room for names; never smaller than usual. Null without members. */
export function fitted(kind: SizedKind, members: readonly Shape[]): SizedPlace | null {
  if (members.length === 0) return null;
  const boxes = members.map((member) =>
    member.kind === 'person'
      ? { ...member, y: member.y + NAME / 2, width: member.width + 12, height: member.height + NAME }
      : member,
  );
  const { x, y, width, height } = boundsOf(boxes);
  const least = usualSize(kind);
  if (kind === 'circle' || kind === 'cell') {
    const centre = boundsOf(members);
    const reach = members.map((member) => {
      const [dx, dy] = [Math.abs(member.x - centre.x), Math.abs(member.y - centre.y)];
      const own = member.kind === 'person' ? 20 : Math.hypot(member.width, member.height) / 2;
      const away = kind === 'circle' ? Math.hypot(dx, dy) : Math.max(dy, dx / HEXAGON + dy / 2);
      return away + own + MARGIN;
    });
    const side = 2 * Math.max(...reach);
    const size = possibleSize(kind, {
      width: Math.max(least.width, kind === 'cell' ? side * HEXAGON : side),
      height: 0,
    });
    return { position: { x: centre.x, y: centre.y }, size };
  }
  const size = {
    width: Math.max(least.width, width + 2 * MARGIN),
    height: Math.max(SMALLEST[kind].height, height + 2 * MARGIN + HEADER),
  };
  return { position: { x, y: y - HEADER / 2 }, size: possibleSize(kind, size) };
}
