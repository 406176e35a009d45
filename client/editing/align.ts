/** Alignment and even distribution of boxes. Pure: centres in, new centres out. */
import type { Position, Size } from '../../shared/model/element.ts';
import type { NodeId } from '../../shared/model/ids.ts';

/** A node's bounding box, given by its centre. */
export interface Box extends Position, Size {
  readonly id: NodeId;
}

export const EDGES = ['start', 'centre', 'end', 'top', 'middle', 'bottom'] as const;
export type Edge = (typeof EDGES)[number];
export const AXES = ['horizontal', 'vertical'] as const;
export type Axis = (typeof AXES)[number];

export function boundsOf(boxes: readonly (Position & Size)[]): Position & Size {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y, width, height } of boxes) {
    left = Math.min(left, x - width / 2);
    right = Math.max(right, x + width / 2);
    top = Math.min(top, y - height / 2);
    bottom = Math.max(bottom, y + height / 2);
  }
  return { x: (left + right) / 2, y: (top + bottom) / 2, width: right - left, height: bottom - top };
}

/** The aligned centre of each box. Start is the left: the board never mirrors. */
export function aligned(boxes: readonly Box[], edge: Edge): Map<NodeId, Position> {
  const all = boundsOf(boxes);
  const place = ({ x, y, width, height }: Box): Position => {
    switch (edge) {
      case 'start':
        return { x: all.x - all.width / 2 + width / 2, y };
      case 'centre':
        return { x: all.x, y };
      case 'end':
        return { x: all.x + all.width / 2 - width / 2, y };
      case 'top':
        return { x, y: all.y - all.height / 2 + height / 2 };
      case 'middle':
        return { x, y: all.y };
      case 'bottom':
        return { x, y: all.y + all.height / 2 - height / 2 };
    }
  };
  return new Map(boxes.map((box) => [box.id, place(box)]));
}

/** Equal gaps between the first and the last box, which stay. Needs three boxes. */
export function distributed(boxes: readonly Box[], axis: Axis): Map<NodeId, Position> {
  const along = axis === 'horizontal' ? 'x' : 'y';
  const extent = axis === 'horizontal' ? 'width' : 'height';
  const order = [...boxes].sort((a, b) => a[along] - b[along] || (a.id < b.id ? -1 : 1));
  const [first, last] = [order[0], order.at(-1)];
  if (first === undefined || last === undefined || order.length < 3) return new Map();
  const start = first[along] - first[extent] / 2;
  const room = last[along] + last[extent] / 2 - start;
  const gap = (room - order.reduce((sum, box) => sum + box[extent], 0)) / (order.length - 1);
  let at = start;
  return new Map(
    order.map((box) => {
      const centre = at + box[extent] / 2;
      at += box[extent] + gap;
      return [box.id, axis === 'horizontal' ? { x: centre, y: box.y } : { x: box.x, y: centre }];
    }),
  );
}
