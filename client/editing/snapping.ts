/**
 * Snapping while dragging: aligns the dragged box with edges and centres of nearby nodes. Pure. Lines are
 * indexed once when the drag begins; each step looks them up by binary search.
 */
import type { Position, Size } from '../../shared/model/element.ts';
import type { Guide } from '../state/ui.ts';

export type SnapBox = Position & Size;

interface SnapLine {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface SnapIndex {
  readonly x: readonly SnapLine[];
  readonly y: readonly SnapLine[];
}

export interface Snap {
  readonly by: Position;
  readonly guides: readonly Guide[];
}

export function indexLines(frames: Iterable<SnapBox>): SnapIndex {
  const [x, y]: [SnapLine[], SnapLine[]] = [[], []];
  for (const frame of frames) {
    const { left, right, top, bottom } = sidesOf(frame);
    for (const at of [left, frame.x, right]) x.push({ at, from: top, to: bottom });
    for (const at of [top, frame.y, bottom]) y.push({ at, from: left, to: right });
  }
  const order = (a: SnapLine, b: SnapLine) => a.at - b.at;
  return { x: x.sort(order), y: y.sort(order) };
}

/** The offset by which the frame meets the nearest lines within reach, and those lines. */
export function snap(frame: SnapBox, { index, reach }: { index: SnapIndex; reach: number }): Snap {
  const { left, right, top, bottom } = sidesOf(frame);
  const dx = nearest([left, frame.x, right], { lines: index.x, reach });
  const dy = nearest([top, frame.y, bottom], { lines: index.y, reach });
  const by = { x: dx ?? 0, y: dy ?? 0 };
  const moved = { ...frame, x: frame.x + by.x, y: frame.y + by.y };
  return {
    by,
    guides: [
      ...(dx === null ? [] : guidesOn('x', { frame: moved, lines: index.x })),
      ...(dy === null ? [] : guidesOn('y', { frame: moved, lines: index.y })),
    ],
  };
}

function sidesOf({ x, y, width, height }: SnapBox) {
  return { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
}

/** The smallest offset that brings one of the values onto a line; null where none is within reach. */
function nearest(
  values: readonly number[],
  { lines, reach }: { lines: readonly SnapLine[]; reach: number },
): number | null {
  let best: number | null = null;
  for (const value of values) {
    const index = firstFrom(lines, value);
    for (const line of [lines[index - 1], lines[index]]) {
      const by = line === undefined ? Infinity : line.at - value;
      if (Math.abs(by) <= reach && (best === null || Math.abs(by) < Math.abs(best))) best = by;
    }
  }
  return best;
}

/** Index of the first line at or after a value. */
function firstFrom(lines: readonly SnapLine[], value: number): number {
  let [low, high] = [0, lines.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle]?.at ?? Infinity) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

const SAME = 0.05;

function guidesOn(
  axis: 'x' | 'y',
  { frame, lines }: { frame: SnapBox; lines: readonly SnapLine[] },
): readonly Guide[] {
  const { left, right, top, bottom } = sidesOf(frame);
  const [values, low, high] =
    axis === 'x' ? [[left, frame.x, right], top, bottom] : [[top, frame.y, bottom], left, right];
  const found = values.map((value) => guideAt(value));
  // Where centres agree, edges of equal boxes would only repeat the same line.
  const [, centre] = found;
  return centre ? [centre] : found.filter((guide) => guide !== null);

  function guideAt(value: number): Guide | null {
    let [from, to, met] = [low, high, false];
    for (let i = firstFrom(lines, value - SAME); i < lines.length; i++) {
      const line = lines[i];
      if (line === undefined || line.at > value + SAME) break;
      met = true;
      from = Math.min(from, line.from);
      to = Math.max(to, line.to);
    }
    return met ? { axis, at: value, from, to } : null;
  }
}
