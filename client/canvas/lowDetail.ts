/** What React Flow is left with of a large board that is seen from afar: people are painted all at once then. */

import { LINK_SHAPES } from '../shapes/links/linkShapes.ts';
import type { BoardEdge, BoardNode } from '../shapes/sceneTypes.ts';
import { GHOST } from '../state/scene/nodeData.ts';

/** Whether it is one of the many: selected or marked people stay nodes. */
export function isDot({ type, selected, className }: BoardNode): boolean {
  return type === 'person' && selected !== true && (className === '' || className === GHOST);
}

/** Kept, so that React Flow finds the same objects when nothing changed. */
const HIDDEN = new WeakMap<BoardNode, BoardNode>();

/** React Flow measures the board by all nodes, so that nobody is taken away, only hidden. */
export function withoutDots(nodes: readonly BoardNode[]): BoardNode[] {
  return nodes.map((node) => {
    if (!isDot(node)) return node;
    const hidden = HIDDEN.get(node) ?? { ...node, hidden: true };
    HIDDEN.set(node, hidden);
    return hidden;
  });
}

/** The links that are drawn from afar. */
export function drawnAtLowDetail(edges: readonly BoardEdge[]): BoardEdge[] {
  return edges.filter(
    ({ type, selected }) => (type !== undefined && LINK_SHAPES[type].isDrawnAtLowDetail) || selected === true,
  );
}
