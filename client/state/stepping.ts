/** The previous and next viewpoint of the same kind, by name. Pure. */
import type { Viewpoint } from '../../shared/model/ids.ts';
import type { NodeSnapshot } from '../sync/snapshot.ts';
import { viewpointGroups } from './viewpoints.ts';
import type { Lens } from './views.ts';

/** The nodes of the viewpoint's kind, itself among them; none for everyone. */
export function siblingsOf(nodes: Iterable<NodeSnapshot>, viewpoint: Viewpoint): readonly NodeSnapshot[] {
  return viewpointGroups(nodes).find((group) => group.nodes.some(({ id }) => id === viewpoint))?.nodes ?? [];
}

/** Wraps around; null where there is no other. */
export function stepFrom(
  nodes: Iterable<NodeSnapshot>,
  { from, by }: { from: Viewpoint; by: 1 | -1 },
): Viewpoint | null {
  const siblings = siblingsOf(nodes, from);
  const at = siblings.findIndex(({ id }) => id === from);
  const next = siblings[(at + by + siblings.length) % siblings.length];
  return next === undefined || next.id === from ? null : next.id;
}

/** The first viewpoint of a lens: the first cell, else any group, else everyone. */
export function firstLens(nodes: Iterable<NodeSnapshot>): Lens {
  const [group] = viewpointGroups(nodes);
  return { a: group?.nodes[0]?.id ?? 'everyone', b: null };
}
