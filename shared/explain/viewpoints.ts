/** Every pair of eyes a board has, besides the facilitator's: everyone, and each group and person. */
import type { Graph } from '../graph/graph.ts';
import type { Viewpoint } from '../model/ids.ts';
import { isViewpointKind } from '../model/kinds.ts';

export function* viewpointsOf(graph: Graph): Generator<Viewpoint> {
  yield 'everyone';
  for (const { id, kind } of graph.nodes.values()) if (isViewpointKind(kind)) yield id;
}
