/**
 * Packing of the members of one group: on rings in round groups, in rows in regions. Pure; lengths are board
 * units, places are offsets from the group's centre.
 */
import type { Position, Size } from '../../../shared/model/element.ts';
import type { NodeKind } from '../../../shared/model/kinds.ts';
import { NODE_FORMS } from '../../../shared/model/sizes.ts';

/** What something takes up around its centre. */
export interface Extent {
  readonly left: number;
  readonly right: number;
  readonly up: number;
  readonly down: number;
}

export interface Packed {
  readonly places: readonly Position[];
  /** What the group measures then: as it was given, or as much larger as it needs. */
  readonly size: Size;
}

const GAP = 22;
/** Members of a circle lie on a ring of this part of its radius, where there is room. */
const RING = 0.57;
/** The name of a hexagon stands in its middle. */
const CELL_RING = 74;
const ROOT_3 = Math.sqrt(3);

export interface PackOptions {
  readonly kind: NodeKind;
  readonly label: string;
  readonly size: Size;
}

export function packMembers(members: readonly Extent[], group: PackOptions): Packed {
  if (members.length === 0) return { places: [], size: group.size };
  return NODE_FORMS[group.kind] === 'box' ? inRows(members, group) : onRings(members, group);
}

function reach({ left, right, up, down }: Extent): number {
  return Math.hypot(Math.max(left, right), Math.max(up, down));
}

function onRings(members: readonly Extent[], { kind, size }: PackOptions): Packed {
  const across = Math.max(...members.map(({ left, right }) => left + right));
  const down = Math.max(...members.map((extent) => extent.up + extent.down));
  // Two boxes whose centres are a diagonal apart never meet, at whatever angle.
  const apart = Math.hypot(across, down) + 4;
  const outer = Math.max(...members.map(reach)) + 6;
  const radius = Math.min(size.width, size.height) / 2;
  const isHexagon = NODE_FORMS[kind] === 'hexagon';
  const least = isHexagon ? CELL_RING : RING * radius;
  const places = ringPlaces(members.length, { apart, least, hollow: isHexagon });
  const needed = Math.max(...places.map(({ x, y }) => Math.hypot(x, y))) + outer;
  if (isHexagon) {
    const corner = (needed * 2) / ROOT_3;
    return { places, size: atLeast(size, { width: corner * 2, height: corner * ROOT_3 }) };
  }
  return { places, size: needed <= radius ? size : atLeast(size, { width: needed * 2, height: needed * 2 }) };
}

interface RingOptions {
  readonly apart: number;
  readonly least: number;
  readonly hollow: boolean;
}

/** One ring for a few; from seven on one in the middle and as many rings around as are needed. */
function ringPlaces(count: number, { apart, least, hollow }: RingOptions): Position[] {
  if (count === 1 && !hollow) return [{ x: 0, y: 0 }];
  if (count < 7 || hollow) {
    const radius = Math.max(least, count === 1 ? 0 : apart / (2 * Math.sin(Math.PI / count)));
    return ring(count, radius);
  }
  const places: Position[] = [{ x: 0, y: 0 }];
  const rings = ringCount(count - 1);
  let left = count - 1;
  let radius = 0;
  for (let index = 1; index <= rings; index++) {
    const share = (2 * index) / (rings * (rings + 1));
    const here = index === rings ? left : Math.min(left, Math.round((count - 1) * share));
    const chord = here < 2 ? 0 : apart / (2 * Math.sin(Math.PI / here));
    radius = Math.max(radius + apart, chord, rings === 1 ? least : 0);
    places.push(...ring(here, radius));
    left -= here;
  }
  return places;
}

/** Rings grow by six each at their tightest; a little wider is better than one more that is nearly empty. */
function ringCount(count: number): number {
  let rings = 1;
  while (3 * rings * (rings + 1) * 1.7 < count) rings++;
  return rings;
}

/** The first stands at the top. */
function ring(count: number, radius: number): Position[] {
  return Array.from({ length: count }, (_, index) => {
    const angle = (index / count) * 2 * Math.PI - Math.PI / 2;
    return { x: Math.cos(angle) * radius, y: Math.sin(angle) * radius };
  });
}

/** Room for a region's own name. */
function headerOf({ kind, label, size }: PackOptions): { top: number; side: number } {
  if (kind === 'body') return { top: 0, side: Math.min(240, 64 + label.length * 7.4) };
  return { top: Math.min(size.height, kind === 'area' ? 46 : 56), side: 0 };
}

function inRows(members: readonly Extent[], group: PackOptions): Packed {
  const header = headerOf(group);
  const total = members.reduce(
    (sum, { left, right, up, down }) => sum + (left + right + GAP) * (up + down + GAP),
    0,
  );
  const widest = Math.max(...members.map(({ left, right }) => left + right));
  const wanted = Math.max(widest, Math.sqrt(total) * 1.25, group.size.width - header.side - 2 * GAP);
  const rows: { indices: number[]; width: number; height: number }[] = [];
  for (const [index, { left, right, up, down }] of members.entries()) {
    const width = left + right;
    const row = rows.at(-1);
    if (row !== undefined && row.width + GAP + width <= wanted) {
      row.indices.push(index);
      row.width += GAP + width;
      row.height = Math.max(row.height, up + down);
    } else rows.push({ indices: [index], width, height: up + down });
  }
  const inner = {
    width: Math.max(...rows.map((row) => row.width)),
    height: rows.reduce((sum, row) => sum + row.height, 0) + GAP * (rows.length - 1),
  };
  const size = atLeast(group.size, {
    width: header.side + inner.width + 2 * GAP,
    height: header.top + inner.height + 2 * GAP,
  });
  const places: Position[] = [];
  const middle = header.side / 2;
  let y = header.top - size.height / 2 + (size.height - header.top - inner.height) / 2;
  for (const row of rows) {
    let x = middle - row.width / 2;
    for (const index of row.indices) {
      const extent = members[index];
      if (extent === undefined) continue;
      places[index] = { x: x + extent.left, y: y + (row.height - extent.up - extent.down) / 2 + extent.up };
      x += extent.left + extent.right + GAP;
    }
    y += row.height + GAP;
  }
  return { places, size };
}

function atLeast(size: Size, least: Size): Size {
  return {
    width: Math.max(size.width, Math.ceil(least.width)),
    height: Math.max(size.height, Math.ceil(least.height)),
  };
}
