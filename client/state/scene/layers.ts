/** What lies over what: regions at the bottom, people on top, and of one kind the smaller over the larger. */
import type { Size } from '../../../shared/model/element.ts';
import type { NodeKind } from '../../../shared/model/kinds.ts';

const LAYERS: Readonly<Record<NodeKind, number>> = {
  area: 0,
  organization: 1,
  circle: 2,
  cell: 4,
  body: 4,
  note: 4,
  person: 5,
};

const LAYER_DEPTH = 40;

/** Links run over regions and circles, and under everything that stands in them. */
export const EDGE_LAYER = 3 * LAYER_DEPTH;

export function layerOf(kind: NodeKind, { width, height }: Size): number {
  const largeness = Math.min(LAYER_DEPTH - 1, Math.round(Math.log2(Math.max(1, width * height)) * 1.2));
  return LAYERS[kind] * LAYER_DEPTH + LAYER_DEPTH - 1 - largeness;
}
