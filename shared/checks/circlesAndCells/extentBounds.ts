/**
 * How much people can see at most, beyond what everybody sees, by counting links: what is at the groups they
 * belong to and at the regions around those, and whom they know and where these belong. One pass over the
 * links, counting things twice rather than following them.
 */
import type { Graph } from '../../graph/graph.ts';
import type { NodeId } from '../../model/ids.ts';
import { groupsAround } from '../people.ts';
import type { Picture } from '../picture.ts';

/** By person; infinite for members of a body that guides something, since guidance can lead anywhere. */
export function boundsOf(picture: Picture, graph: Graph): Map<NodeId, number> {
  const at = new Tally();
  const groups = new Tally();
  const guides = new Set<NodeId>();
  for (const { source, target } of picture.linksOf('membership')) {
    at.add(target, 1);
    groups.add(source, 1);
  }
  for (const kind of ['guidance', 'delegation'] as const) {
    for (const { source, target } of picture.linksOf(kind)) {
      at.add(source, 1);
      at.add(target, 1);
      if (kind === 'guidance' && picture.nodes.get(source)?.kind === 'body') guides.add(source);
    }
  }
  const around = new Map<NodeId, number>();
  const seenFrom = (group: NodeId): number => {
    if (guides.has(group)) return Number.POSITIVE_INFINITY;
    const known = around.get(group);
    if (known !== undefined) return known;
    let seen = 0;
    for (const id of [group, ...[...groupsAround(picture, group)].map((above) => above.id)]) {
      seen += 1 + at.of(id) + graph.ownedBy(id).size;
    }
    around.set(group, seen);
    return seen;
  };
  const bounds = new Tally();
  for (const { source, target } of picture.linksOf('membership')) bounds.add(source, seenFrom(target));
  for (const { source, target } of picture.linksOf('contact')) {
    bounds.add(source, 1 + groups.of(target));
    bounds.add(target, 1 + groups.of(source));
  }
  return bounds.counts;
}

class Tally {
  readonly counts = new Map<NodeId, number>();

  add(id: NodeId, count: number): void {
    this.counts.set(id, this.of(id) + count);
  }

  of(id: NodeId): number {
    return this.counts.get(id) ?? 0;
  }
}
