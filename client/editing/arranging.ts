/** Aligning, distributing and grouping what is selected, each as one act. */
import type { Position } from '../../shared/model/element.ts';
import { type NodeId, newLinkId, newNodeId } from '../../shared/model/ids.ts';
import { usualSize } from '../../shared/model/sizes.ts';
import { PERSON_RADIUS, shapeOf } from '../shapes/shapes.ts';
import type { BoardEditor } from '../state/boardEditor.ts';
import { canCreate, canEdit } from '../state/rights.ts';
import { draggedWith } from '../state/scene/containment.ts';
import type { NodeSnapshot } from '../sync/snapshot.ts';
import { type Axis, aligned, type Box, distributed, type Edge } from './align.ts';
import { membersOf } from './dragSession.ts';
import { linksOf, nodesOf, placeNodes, rarestColor } from './mutations.ts';
import { linkMap, nodeMap } from './newElements.ts';

export function chosenNodes({ store }: BoardEditor, ids: Iterable<string>): NodeSnapshot[] {
  return [...ids].flatMap((id) => store.nodes.get(id) ?? []);
}

function boxesOf(editor: BoardEditor, ids: Iterable<string>): Box[] {
  return chosenNodes(editor, ids).map((node) => ({ id: node.id, ...shapeOf(node) }));
}

export function alignNodes(editor: BoardEditor, { ids, edge }: { ids: Iterable<string>; edge: Edge }): void {
  moveTo(editor, aligned(boxesOf(editor, ids), edge));
}

export function distributeNodes(
  editor: BoardEditor,
  { ids, axis }: { ids: Iterable<string>; axis: Axis },
): void {
  moveTo(editor, distributed(boxesOf(editor, ids), axis));
}

/** Moves nodes; the content of a group moves along, except nodes with a new position of their own. */
function moveTo(editor: BoardEditor, places: ReadonlyMap<NodeId, Position>): void {
  const { store, rights } = editor;
  const shape = (id: NodeId) => {
    const node = store.nodes.get(id);
    return node === undefined ? null : shapeOf(node);
  };
  const positions = new Map<NodeId, Position>(places);
  for (const [id, place] of places) {
    const node = store.nodes.get(id);
    if (node === undefined || !canEdit(rights, node)) continue;
    const by = { x: place.x - node.position.x, y: place.y - node.position.y };
    const members = (group: NodeId) => membersOf(editor, group).filter((member) => !places.has(member));
    for (const member of draggedWith([id], { shapeOf: shape, membersOf: members })) {
      const at = store.nodes.get(member)?.position;
      if (at !== undefined && !positions.has(member))
        positions.set(member, { x: at.x + by.x, y: at.y + by.y });
    }
  }
  placeNodes(editor, { positions });
}

/** Between the ring of discs and the outline, with room for names. */
const CIRCLE_MARGIN = 44;

/** A new circle around the people among these, with their memberships. Null without people or rights. */
export function groupInCircle(editor: BoardEditor, ids: Iterable<string>): NodeId | null {
  const people = chosenNodes(editor, ids).filter(({ kind }) => kind === 'person');
  if (people.length === 0 || !canCreate(editor.rights)) return null;
  const middle = (key: 'x' | 'y') => {
    const values = people.map(({ position }) => position[key]);
    return (Math.min(...values) + Math.max(...values)) / 2;
  };
  const position = { x: middle('x'), y: middle('y') };
  const reach = Math.max(
    ...people.map(({ position: { x, y } }) => Math.hypot(x - position.x, y - position.y)),
  );
  const side = Math.max(usualSize('circle').width, Math.ceil(2 * (reach + PERSON_RADIUS + CIRCLE_MARGIN)));
  const id = newNodeId();
  editor.history.act(() => {
    const size = { width: side, height: side };
    nodesOf(editor).set(id, nodeMap({ kind: 'circle', position, size, color: rarestColor(editor) }));
    for (const { id: member } of people) {
      linksOf(editor).set(newLinkId(), linkMap({ kind: 'membership', source: member, target: id }));
    }
  });
  return id;
}
