/**
 * Low detail: what React Flow renders of a large board when it is zoomed out; people are painted together on
 * one canvas element then.
 */

import { LINK_SHAPES } from '../shapes/links/linkShapes.ts';
import type { BoardEdge, BoardNode } from '../shapes/sceneTypes.ts';
import { GHOST } from '../state/scene/nodeData.ts';

/** Below these zooms the levels `far3` and `far2` are drawn; below FAR_ZOOM of the viewport, `far1`. */
export const FAR2_ZOOM = 0.16;
export const FAR1_ZOOM = 0.26;

/** Whether the node is painted as a dot: selected or marked people stay nodes. */
export function isDot({ type, selected, className }: BoardNode): boolean {
  return type === 'person' && selected !== true && (className === '' || className === GHOST);
}

/** Cached, so that React Flow gets the same objects while nothing changes. */
const HIDDEN = new WeakMap<BoardNode, BoardNode>();

/** Hidden instead of removed: React Flow computes the board's bounds by all nodes. */
export function withoutDots(nodes: readonly BoardNode[]): BoardNode[] {
  return nodes.map((node) => {
    if (!isDot(node)) return node;
    const hidden = HIDDEN.get(node) ?? { ...node, hidden: true };
    HIDDEN.set(node, hidden);
    return hidden;
  });
}

/** The links that are drawn at low detail. */
export function drawnAtLowDetail(edges: readonly BoardEdge[]): BoardEdge[] {
  return edges.filter(
    ({ type, selected }) => (type !== undefined && LINK_SHAPES[type].isDrawnAtLowDetail) || selected === true,
  );
}
