/** z-order: regions at the bottom, people on top, and within a kind smaller over larger. */
import type { Size } from '../../../shared/model/element.ts';
import type { NodeKind } from '../../../shared/model/kinds.ts';
import { NODE_SHAPES } from '../../shapes/nodes/nodeShapes.ts';

const LAYER_DEPTH = 40;

/** Links are drawn over regions and circles, and under all other nodes. */
export const EDGE_LAYER = 3 * LAYER_DEPTH;

export function layerOf(kind: NodeKind, { width, height }: Size): number {
  const largeness = Math.min(LAYER_DEPTH - 1, Math.round(Math.log2(Math.max(1, width * height)) * 1.2));
  return NODE_SHAPES[kind].layer * LAYER_DEPTH + LAYER_DEPTH - 1 - largeness;
}
