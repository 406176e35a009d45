/** Places in rows, each row centred on the same line. Offsets are from the middle of the first row. */
import type { Position } from '../../model/element.ts';

export function rows(
  counts: readonly number[],
  { across, down }: { across: number; down: number },
): Position[] {
  return counts.flatMap((count, row) =>
    Array.from({ length: count }, (_, index) => ({
      x: Math.round((index - (count - 1) / 2) * across),
      y: row * down,
    })),
  );
}
