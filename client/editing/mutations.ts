/**
 * Everything a person can do to the board: each function is one act, one transaction, one step of undo.
 * They offer only what the rights allow; whether a change counts is the server's to say.
 */
import * as Y from 'yjs';
import type { Position } from '../../shared/model/element.ts';
import { type LinkId, type NodeId, newLinkId, newNodeId } from '../../shared/model/ids.ts';
import { isGroupKind, type LinkKind, mayJoin, type NodeKind } from '../../shared/model/kinds.ts';
import type { Policy } from '../../shared/policies/policies.ts';
import { shapeOf, usualSize } from '../shapes/shapes.ts';
import { canCreate, canEdit, type Rights } from '../state/rights.ts';
import { holderFor, type PlacedNode } from '../state/scene/containment.ts';
import type { ActOptions, History } from '../sync/history.ts';
import type { LinkSnapshot, NodeSnapshot } from '../sync/snapshot.ts';
import type { BoardStore } from '../sync/store.ts';
import { linkMap, type NewNode, nodeMap, rounded } from './newElements.ts';

export interface BoardEditor {
  readonly store: BoardStore;
  readonly history: History;
  readonly rights: Rights;
}

/** Fields that are set whole. Null takes an optional one away. */
export type PlainField = 'caption' | 'color' | 'size' | 'locked' | 'disclosure';

/** The shared map of nodes, for acts. */
export function nodesOf({ store }: BoardEditor): Y.Map<unknown> {
  return store.doc.getMap('nodes');
}

/** The shared map of links, for acts. */
export function linksOf({ store }: BoardEditor): Y.Map<unknown> {
  return store.doc.getMap('links');
}

export function elementOf({ store }: BoardEditor, id: string): NodeSnapshot | LinkSnapshot | undefined {
  return store.nodes.get(id as NodeId) ?? store.links.get(id as LinkId);
}

function editable(acting: BoardEditor, id: string): boolean {
  const element = elementOf(acting, id);
  return element !== undefined && canEdit(acting.rights, element);
}

/** The shared map of an element; null when it is gone. */
export function mapOf(acting: BoardEditor, id: string): Y.Map<unknown> | null {
  const map = nodesOf(acting).get(id) ?? linksOf(acting).get(id);
  return map instanceof Y.Map ? map : null;
}

/** The groups that a node may be put into, with their shapes. */
export function placedGroups({ store }: BoardEditor): PlacedNode[] {
  const groups: PlacedNode[] = [];
  for (const node of store.nodes.values()) {
    if (isGroupKind(node.kind)) groups.push({ id: node.id, shape: shapeOf(node) });
  }
  return groups;
}

/** The colour that the fewest groups of the board have. */
export function rarestColor({ store }: BoardEditor): number {
  const counts = Array.from({ length: 8 }, () => 0);
  for (const { kind, color } of store.nodes.values()) {
    if (color !== null && isGroupKind(kind)) counts[color] = (counts[color] ?? 0) + 1;
  }
  return counts.indexOf(Math.min(...counts));
}

/** Adds a node; where it lies in a group it belongs to it at once. Null where nothing may be added. */
export function createNode(
  acting: BoardEditor,
  { kind, position, caption }: { kind: NodeKind; position: Position; caption?: string },
): NodeId | null {
  if (!canCreate(acting.rights)) return null;
  const id = newNodeId();
  const colored = kind === 'circle' || kind === 'cell' || kind === 'organization';
  const draft: NewNode = {
    kind,
    position,
    ...(caption !== undefined && { caption }),
    size: kind === 'person' || kind === 'body' ? null : usualSize(kind),
    color: colored ? rarestColor(acting) : null,
  };
  const shape = shapeOf({ kind, label: '', position, size: draft.size ?? null });
  const holder = kind === 'note' ? null : holderFor({ id, shape }, placedGroups(acting));
  acting.history.act(() => {
    nodesOf(acting).set(id, nodeMap(draft));
    if (holder !== null) {
      linksOf(acting).set(newLinkId(), linkMap({ kind: 'membership', source: id, target: holder.id }));
    }
  });
  return id;
}

/** Joins two nodes; null where the kinds do not allow it or such a membership is there already. */
export function createLink(
  acting: BoardEditor,
  { kind, source, target }: { kind: LinkKind; source: NodeId; target: NodeId },
): LinkId | null {
  const from = acting.store.nodes.get(source);
  const to = acting.store.nodes.get(target);
  if (!canCreate(acting.rights) || from === undefined || to === undefined || source === target) return null;
  if (!mayJoin(kind, { source: from.kind, target: to.kind })) return null;
  if (kind === 'membership' && membershipOf(acting, { member: source, group: target }) !== null) return null;
  const id = newLinkId();
  acting.history.act(() => linksOf(acting).set(id, linkMap({ kind, source, target })));
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

/** Puts nodes where they are to lie, with the memberships that this makes and ends. */
export function placeNodes(acting: BoardEditor, placement: Placement, options?: ActOptions): void {
  const { positions, join = [], leave = [] } = placement;
  acting.history.act(() => {
    for (const [id, position] of positions) {
      const before = acting.store.nodes.get(id)?.position;
      const after = rounded(position);
      if (before === undefined || !editable(acting, id) || (before.x === after.x && before.y === after.y))
        continue;
      mapOf(acting, id)?.set('position', after);
    }
    for (const id of leave) linksOf(acting).delete(id);
    for (const { member, group } of join) {
      linksOf(acting).set(newLinkId(), linkMap({ kind: 'membership', source: member, target: group }));
    }
  }, options);
}

export function setField(
  acting: BoardEditor,
  { ids, field, value }: { ids: Iterable<string>; field: PlainField; value: unknown },
): void {
  acting.history.act(
    () => {
      for (const id of ids) {
        const map = mapOf(acting, id);
        if (map === null) continue;
        if (value === null || value === '') map.delete(field);
        else if (map.get(field) !== value) map.set(field, value);
      }
    },
    { merge: field },
  );
}

/** Deletes elements, nodes with all links seen at them. Returns how many elements were meant to go. */
export function deleteElements(acting: BoardEditor, ids: Iterable<string>): number {
  const going = [...ids].filter((id) => editable(acting, id));
  if (going.length === 0) return 0;
  acting.history.act(() => {
    for (const id of going) {
      for (const link of [...acting.store.linksAt(id as NodeId)]) linksOf(acting).delete(link);
      if (nodesOf(acting).has(id)) nodesOf(acting).delete(id);
      else if (linksOf(acting).has(id)) linksOf(acting).delete(id);
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
