/** Hit testing: the node under a point of the board. */
import type { Position } from '../../../shared/model/element.ts';
import type { NodeId } from '../../../shared/model/ids.ts';
import { contains, shapeOf } from '../../shapes/shapes.ts';
import { layerOf } from '../../state/scene/layers.ts';
import type { Workspace } from '../../state/workspace.ts';

/** The topmost node there; null on the empty board. */
export function nodeAt({ store, scene }: Pick<Workspace, 'store' | 'scene'>, point: Position): NodeId | null {
  let top: NodeId | null = null;
  let topLayer = Number.NEGATIVE_INFINITY;
  for (const node of store.nodes.values()) {
    const shape = shapeOf({ ...node, position: scene.drawnAt(node.id) ?? node.position });
    const layer = layerOf(node.kind, shape);
    if (layer >= topLayer && contains(shape, point)) {
      top = node.id;
      topLayer = layer;
    }
  }
  return top;
}
