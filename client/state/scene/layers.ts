/** What lies over what: regions at the bottom, people on top, and of one kind the smaller over the larger. */
import type { Size } from '../../../shared/model/element.ts';
import type { NodeKind } from '../../../shared/model/kinds.ts';
import { NODE_SHAPES } from '../../shapes/nodes/nodeShapes.ts';

const LAYER_DEPTH = 40;

/** Links run over regions and circles, and under everything that stands in them. */
export const EDGE_LAYER = 3 * LAYER_DEPTH;

export function layerOf(kind: NodeKind, { width, height }: Size): number {
  const largeness = Math.min(LAYER_DEPTH - 1, Math.round(Math.log2(Math.max(1, width * height)) * 1.2));
  return NODE_SHAPES[kind].layer * LAYER_DEPTH + LAYER_DEPTH - 1 - largeness;
}
