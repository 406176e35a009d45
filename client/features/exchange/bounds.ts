/** Bounding boxes of nodes, and moving nodes by an offset. Pure; board units. */
import type { PlannedNode } from '../../../shared/exchange/plan.ts';
import type { Position } from '../../../shared/model/element.ts';
import { LIMITS } from '../../../shared/model/limits.ts';
import { type ShapeSource, shapeOf } from '../../shapes/shapes.ts';

export interface Bounds {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** What is planned, with a place. */
export type ArrangedNode = Omit<PlannedNode, 'position'> & { readonly position: Position };

export function moved(node: ArrangedNode, by: Position): ArrangedNode {
  const within = (value: number) => Math.min(LIMITS.coordinate, Math.max(-LIMITS.coordinate, value));
  const position = { x: within(node.position.x + by.x), y: within(node.position.y + by.y) };
  return { ...node, position };
}

/** The box around the shapes of nodes; null for none. */
export function boundsAround(nodes: Iterable<ShapeSource>): Bounds | null {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const node of nodes) {
    const { x, y, width, height } = shapeOf(node);
    left = Math.min(left, x - width / 2);
    right = Math.max(right, x + width / 2);
    top = Math.min(top, y - height / 2);
    bottom = Math.max(bottom, y + height / 2);
  }
  return left > right ? null : { left, right, top, bottom };
}
