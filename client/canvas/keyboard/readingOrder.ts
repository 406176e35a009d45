/** The order of nodes for the Tab key: lines from top to bottom, each from its start. Pure. */
import type { Position } from '../../../shared/model/element.ts';
import type { NodeId } from '../../../shared/model/ids.ts';

interface ReadingItem {
  readonly id: NodeId;
  readonly position: Position;
}

/** Nodes whose centres differ less than this in height stand on one line. */
const LINE = 48;

export function inReadingOrder<Node extends ReadingItem>(nodes: Iterable<Node>): Node[] {
  const line = ({ position }: ReadingItem) => Math.round(position.y / LINE);
  return [...nodes].sort(
    (a, b) => line(a) - line(b) || a.position.x - b.position.x || (a.id < b.id ? -1 : 1),
  );
}

/** The node after, or before, the given one; null at either end. */
export function neighbourInReadingOrder(
  nodes: Iterable<ReadingItem>,
  { from, back }: { from: NodeId; back: boolean },
): NodeId | null {
  const order = inReadingOrder(nodes);
  const index = order.findIndex(({ id }) => id === from);
  return index === -1 ? null : (order[index + (back ? -1 : 1)]?.id ?? null);
}
