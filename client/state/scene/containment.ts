/**
 * Geometric containment and what it means for memberships. Pure: reads shapes and links, and returns which
 * memberships an act makes or ends. A person is in the groups that contain the centre of the disc; a group in
 * those that contain it entirely.
 */
import type { LinkId, NodeId } from '../../../shared/model/ids.ts';
import { isGroupKind, mayJoin } from '../../../shared/model/kinds.ts';
import { contains, outline, type Shape } from '../../shapes/shapes.ts';

export interface PlacedNode {
  readonly id: NodeId;
  readonly shape: Shape;
}

interface Membership {
  readonly id: LinkId;
  readonly source: NodeId;
  readonly target: NodeId;
}

export function holds(group: Shape, member: Shape): boolean {
  if (!isGroupKind(group.kind)) return false;
  if (!contains(group, member)) return false;
  return member.kind === 'person' || outline(member).every((point) => contains(group, point));
}

/** The smallest group that would contain the node; null where there is none. */
export function holderFor(node: PlacedNode, groups: Iterable<PlacedNode>): PlacedNode | null {
  let smallest: PlacedNode | null = null;
  for (const group of groups) {
    if (
      group.id === node.id ||
      !mayJoin('membership', { source: node.shape.kind, target: group.shape.kind })
    ) {
      continue;
    }
    if (!holds(group.shape, node.shape)) continue;
    if (smallest === null || extent(group.shape) < extent(smallest.shape)) smallest = group;
  }
  return smallest;
}

function extent({ width, height }: Shape): number {
  return width * height;
}

export interface MoveFacts {
  readonly node: PlacedNode;
  readonly before: Shape;
  readonly memberships: Iterable<Membership>;
  readonly groups: readonly PlacedNode[];
}

export interface MembershipChange {
  readonly join: NodeId | null;
  readonly leave: readonly LinkId[];
}

/**
 * The memberships that moving one node changes: it leaves groups that contained it and no longer do, and
 * joins the smallest that contains it now. A seat in a group that did not contain it stays.
 */
export function afterMove({ node, before, memberships, groups }: MoveFacts): MembershipChange {
  const own = [...memberships].filter(({ source }) => source === node.id);
  const shapes = new Map(groups.map(({ id, shape }) => [id, shape]));
  const leave = own.filter(({ target }) => {
    const group = shapes.get(target);
    return group !== undefined && holds(group, before) && !holds(group, node.shape);
  });
  const holder = holderFor(node, groups);
  const already = own.some(({ target }) => target === holder?.id);
  const heldBefore = holder !== null && holds(holder.shape, before);
  return {
    join: holder === null || already || heldBefore ? null : holder.id,
    leave: leave.map(({ id }) => id),
  };
}

/**
 * The nodes that move along when these are dragged: members that lie in a dragged group, and their members.
 * `membersOf` gives the members of a group by membership.
 */
export function draggedWith(
  ids: Iterable<NodeId>,
  {
    shapeOf,
    membersOf,
  }: { shapeOf: (id: NodeId) => Shape | null; membersOf: (id: NodeId) => Iterable<NodeId> },
): Set<NodeId> {
  const dragged = new Set(ids);
  for (const id of dragged) {
    const group = shapeOf(id);
    if (group === null || !isGroupKind(group.kind)) continue;
    for (const member of membersOf(id)) {
      const shape = shapeOf(member);
      if (shape !== null && holds(group, shape)) dragged.add(member);
    }
  }
  return dragged;
}
