/** Shelf packing: sets boxes in rows, about as wide together as they are high. Pure. */
import type { Position } from '../../../shared/model/element.ts';
import type { Bounds } from './bounds.ts';

/** How far each box has to move; boxes that are nothing stay. The whole has its middle at the origin. */
export function packRows(boxes: readonly (Bounds | null)[], gap: number): Position[] {
  const sizes = boxes.map((box) =>
    box === null ? { width: 0, height: 0 } : { width: box.right - box.left, height: box.bottom - box.top },
  );
  const area = sizes.reduce((sum, { width, height }) => sum + (width + gap) * (height + gap), 0);
  const widest = Math.max(0, ...sizes.map(({ width }) => width));
  const wanted = Math.max(widest, Math.sqrt(area) * 1.25);
  const starts: Position[] = [];
  let [x, y, rowHeight, width] = [0, 0, 0, 0];
  for (const size of sizes) {
    if (x > 0 && x + size.width > wanted) [x, y, rowHeight] = [0, y + rowHeight + gap, 0];
    starts.push({ x, y });
    x += size.width + gap;
    width = Math.max(width, x - gap);
    rowHeight = Math.max(rowHeight, size.height);
  }
  const height = y + rowHeight;
  return boxes.map((box, index) => {
    const start = starts[index] ?? { x: 0, y: 0 };
    if (box === null) return { x: 0, y: 0 };
    return {
      x: Math.round(start.x - width / 2 - box.left),
      y: Math.round(start.y - height / 2 - box.top),
    };
  });
}
