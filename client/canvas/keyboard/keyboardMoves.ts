/** Keyboard commands: Ctrl+Arrow makes a linked node in that direction; Alt+Arrow follows a link to the nearest one. */
import { newLinkId, newNodeId } from '../../../shared/model/ids.ts';
import { isGroupKind } from '../../../shared/model/kinds.ts';
import { linksOf, nodesOf, placedGroups } from '../../editing/mutations.ts';
import { linkMap, nodeMap } from '../../editing/newElements.ts';
import { shapeOf } from '../../shapes/shapes.ts';
import { canCreate } from '../../state/rights.ts';
import { holderFor } from '../../state/scene/containment.ts';
import { select } from '../../state/ui.ts';
import { tellWhyNot } from '../../state/whyNot.ts';
import type { Workspace } from '../../state/workspace.ts';
import { type Direction, nearestTowards, roomBeside } from './directions.ts';

function onlyNode({ ui, store }: Workspace) {
  const { selection } = ui.getState();
  const [id] = selection;
  return selection.size === 1 && id !== undefined ? store.nodes.get(id) : undefined;
}

/**
 * Makes a node of the same kind, linked by a contact or a tie, and opens its name field. Returns whether the
 * key was used.
 */
export function sprout(workspace: Workspace, towards: Direction): boolean {
  const { ui, store, history, rights } = workspace;
  const node = onlyNode(workspace);
  if (node === undefined) return false;
  if (!canCreate(rights)) {
    tellWhyNot(workspace);
    return true;
  }
  const { kind, size, color } = node;
  const box = shapeOf(node);
  // Regions contain other nodes: only nodes of one layer are in each other's way.
  const taken = [...store.nodes.values()]
    .filter((other) => other.id !== node.id && (isGroupKind(kind) || !isGroupKind(other.kind)))
    .map(shapeOf);
  const position = roomBeside(box, { towards, taken });
  const id = newNodeId();
  const shape = shapeOf({ kind, label: '', position, size });
  const holder = kind === 'note' ? null : holderFor({ id, shape }, placedGroups(workspace));
  const { depth } = history;
  history.act(() => {
    nodesOf(workspace).set(id, nodeMap({ kind, position, size, color: isGroupKind(kind) ? color : null }));
    const link = linkMap({ kind: kind === 'person' ? 'contact' : 'tie', source: node.id, target: id });
    linksOf(workspace).set(newLinkId(), link);
    if (holder !== null && store.nodes.get(holder.id)?.locked !== true) {
      linksOf(workspace).set(newLinkId(), linkMap({ kind: 'membership', source: id, target: holder.id }));
    }
  });
  select(ui, [id]);
  ui.setState({ renaming: { id, depth } });
  return true;
}

/** Selects and focuses the nearest linked node in a direction. Returns whether the key was used. */
export function followLink(workspace: Workspace, towards: Direction): boolean {
  const { ui, store } = workspace;
  const node = onlyNode(workspace);
  if (node === undefined) return false;
  const among = [...store.linksAt(node.id)].flatMap((linkId) => {
    const link = store.links.get(linkId);
    const other = link && store.nodes.get(link.source === node.id ? link.target : link.source);
    return other && other.id !== node.id ? [{ id: other.id, ...other.position }] : [];
  });
  const next = nearestTowards(node.position, { towards, among });
  if (next !== null) {
    select(ui, [next.id]);
    document.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(next.id)}"]`)?.focus();
  }
  return true;
}
