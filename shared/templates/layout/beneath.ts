/** Places for people in rows beneath the two-line header of an organization. Offsets are from its centre. */
import type { Position, Size } from '../../model/element.ts';
import { rows } from './rows.ts';

const HEADER = 56;
const ACROSS = 86;
const DOWN = 72;
/** Left free at the sides of the rows and below the last one. */
const PADDING = 12;

export interface Beneath {
  readonly places: readonly Position[];
  readonly size: Size;
}

/** A last row that is not full stands in the middle. `size` may leave room for more below. */
export function beneath(
  count: number,
  { columns, size }: { columns: number; size?: Size | undefined },
): Beneath {
  const full = Math.floor(count / columns);
  const counts = [...Array.from({ length: full }, () => columns), count % columns].filter(
    (inRow) => inRow > 0,
  );
  const fitted = size ?? {
    width: columns * ACROSS + 2 * PADDING,
    height: HEADER + counts.length * DOWN + PADDING,
  };
  const first = HEADER + 22 - fitted.height / 2;
  return {
    size: fitted,
    places: rows(counts, { across: ACROSS, down: DOWN }).map(({ x, y }) => ({ x, y: y + Math.round(first) })),
  };
}
