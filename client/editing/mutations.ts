/**
 * Mutations of the board: each function is one act, one transaction, one step of undo. They check this
 * person's rights; whether a change is accepted is up to the server.
 */

import * as Y from 'yjs';
import type { Position } from '../../shared/model/element.ts';
import type { ElementRoot, FieldsWith } from '../../shared/model/fields.ts';
import { type LinkId, type NodeId, newLinkId, newNodeId } from '../../shared/model/ids.ts';
import { isGroupKind, type LinkKind, mayJoin, type NodeKind } from '../../shared/model/kinds.ts';
import { LIMITS } from '../../shared/model/limits.ts';
import { usualSize } from '../../shared/model/sizes.ts';
import type { Policy } from '../../shared/policies/policies.ts';
import { NODE_SHAPES } from '../shapes/nodes/nodeShapes.ts';
import { shapeOf } from '../shapes/shapes.ts';
import type { BoardEditor } from '../state/boardEditor.ts';
import { canCreate, canEdit } from '../state/rights.ts';
import { holderFor, type PlacedNode } from '../state/scene/containment.ts';
import type { ActOptions } from '../sync/history.ts';
import type { LinkSnapshot } from '../sync/snapshot.ts';
import { linkMap, type NewNode, nodeMap, rounded } from './newElements.ts';

/** Fields that are set as a whole, and cleared by null. */
export type PlainField = {
  [Root in ElementRoot]: FieldsWith<Root, { presence: 'default' | 'optional' }>;
}[ElementRoot];

/** The shared map of nodes, for acts. */
export function nodesOf({ store }: BoardEditor): Y.Map<unknown> {
  return store.doc.getMap('nodes');
}

/** The shared map of links, for acts. */
export function linksOf({ store }: BoardEditor): Y.Map<unknown> {
  return store.doc.getMap('links');
}

function editable(editor: BoardEditor, id: string): boolean {
  const element = editor.store.element(id);
  return element !== undefined && canEdit(editor.rights, element);
}

/** The shared map of an element; null when it is gone. */
export function mapOf(editor: BoardEditor, id: string): Y.Map<unknown> | null {
  const map = nodesOf(editor).get(id) ?? linksOf(editor).get(id);
  return map instanceof Y.Map ? map : null;
}

/** The groups that a node may join, with their shapes. */
export function placedGroups({ store }: BoardEditor): PlacedNode[] {
  const groups: PlacedNode[] = [];
  for (const node of store.nodes.values()) {
    if (isGroupKind(node.kind)) groups.push({ id: node.id, shape: shapeOf(node) });
  }
  return groups;
}

/** The colour that the fewest groups on the board have. */
export function rarestColor({ store }: BoardEditor): number {
  const counts = Array.from({ length: LIMITS.colors }, () => 0);
  for (const { kind, color } of store.nodes.values()) {
    if (color !== null && isGroupKind(kind)) counts[color] = (counts[color] ?? 0) + 1;
  }
  return counts.indexOf(Math.min(...counts));
}

/** Adds a node, as a member of the group it lies in. Null where nothing may be added. */
export function createNode(
  editor: BoardEditor,
  { kind, position, caption }: { kind: NodeKind; position: Position; caption?: string },
): NodeId | null {
  if (!canCreate(editor.rights)) return null;
  const id = newNodeId();
  const hasColor = isGroupKind(kind) && NODE_SHAPES[kind].isColored;
  const draft: NewNode = {
    kind,
    position,
    ...(caption !== undefined && { caption }),
    size: kind === 'person' || kind === 'body' ? null : usualSize(kind),
    color: hasColor ? rarestColor(editor) : null,
  };
  const shape = shapeOf({ kind, label: '', position, size: draft.size ?? null });
  const holder = kind === 'note' ? null : holderFor({ id, shape }, placedGroups(editor));
  editor.history.act(() => {
    nodesOf(editor).set(id, nodeMap(draft));
    if (holder !== null) {
      linksOf(editor).set(newLinkId(), linkMap({ kind: 'membership', source: id, target: holder.id }));
    }
  });
  return id;
}

/** Joins two nodes; null where the kinds do not allow it or such a membership is there already. */
export function createLink(
  editor: BoardEditor,
  { kind, source, target }: { kind: LinkKind; source: NodeId; target: NodeId },
): LinkId | null {
  const from = editor.store.nodes.get(source);
  const to = editor.store.nodes.get(target);
  if (!canCreate(editor.rights) || from === undefined || to === undefined || source === target) return null;
  if (!mayJoin(kind, { source: from.kind, target: to.kind })) return null;
  if (kind === 'membership' && membershipOf(editor, { member: source, group: target }) !== null) return null;
  const id = newLinkId();
  editor.history.act(() => linksOf(editor).set(id, linkMap({ kind, source, target })));
  return id;
}

export function membershipOf(
  { store }: BoardEditor,
  { member, group }: { member: NodeId; group: NodeId },
): LinkSnapshot | null {
  for (const id of store.linksAt(member)) {
    const link = store.links.get(id);
    if (link?.kind === 'membership' && link.source === member && link.target === group) return link;
  }
  return null;
}

export interface Placement {
  readonly positions: ReadonlyMap<NodeId, Position>;
  readonly join?: readonly { readonly member: NodeId; readonly group: NodeId }[];
  readonly leave?: readonly LinkId[];
}

/** Sets positions of nodes, with the memberships that this makes and ends. */
export function placeNodes(editor: BoardEditor, placement: Placement, options?: ActOptions): void {
  const { positions, join = [], leave = [] } = placement;
  editor.history.act(() => {
    for (const [id, position] of positions) {
      const before = editor.store.nodes.get(id)?.position;
      const after = rounded(position);
      if (before === undefined || !editable(editor, id) || (before.x === after.x && before.y === after.y))
        continue;
      mapOf(editor, id)?.set('position', after);
    }
    for (const id of leave) linksOf(editor).delete(id);
    for (const { member, group } of join) {
      linksOf(editor).set(newLinkId(), linkMap({ kind: 'membership', source: member, target: group }));
    }
  }, options);
}

export function setField(
  editor: BoardEditor,
  { ids, field, value }: { ids: Iterable<string>; field: PlainField; value: unknown },
): void {
  editor.history.act(
    () => {
      for (const id of ids) {
        const map = mapOf(editor, id);
        if (map === null) continue;
        if (value === null || value === '') map.delete(field);
        else if (map.get(field) !== value) map.set(field, value);
      }
    },
    { merge: field },
  );
}

/** Deletes elements, and with nodes the links at them that are seen. Returns how many elements were to be deleted. */
export function deleteElements(editor: BoardEditor, ids: Iterable<string>): number {
  const going = [...ids].filter((id) => editable(editor, id));
  if (going.length === 0) return 0;
  editor.history.act(() => {
    for (const id of going) {
      for (const link of [...editor.store.linksAt(id)]) linksOf(editor).delete(link);
      if (nodesOf(editor).has(id)) nodesOf(editor).delete(id);
      else if (linksOf(editor).has(id)) linksOf(editor).delete(id);
    }
  });
  return going.length;
}

export function setTitle({ store, history }: BoardEditor, title: string): void {
  if (title !== store.title) history.act(() => store.doc.getMap('board').set('title', title));
}

export function setPolicy({ store, history }: BoardEditor, policy: Policy): void {
  history.act(() => store.doc.getMap('board').set('policy', { ...policy }));
}
