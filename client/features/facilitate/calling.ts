/** The target of a call: the selected nodes, else the nodes in the visible part of the board. */

import type { NodeId } from '../../../shared/model/ids.ts';
import { LIMITS } from '../../../shared/model/limits.ts';
import { type Flow, viewOf } from '../../state/viewport.ts';
import type { Workspace } from '../../state/workspace.ts';

/** At most as many as a call takes. */
export function calledFrom({ store, ui }: Pick<Workspace, 'store' | 'ui'>, flow: Flow): NodeId[] {
  const { selection } = ui.getState();
  const nodes = new Set<NodeId>();
  for (const id of selection) {
    const [node, link] = [store.nodes.get(id), store.links.get(id)];
    if (node !== undefined) nodes.add(node.id);
    if (link !== undefined) nodes.add(link.source).add(link.target);
  }
  if (selection.size === 0) {
    const { x, y, width, height } = viewOf(flow);
    for (const { id, position } of store.nodes.values()) {
      const isIn = Math.abs(position.x - x) <= width / 2 && Math.abs(position.y - y) <= height / 2;
      if (isIn) nodes.add(id);
    }
  }
  return [...nodes].slice(0, LIMITS.named);
}
