/** The group that each node is laid out in: the one that contains it now, or the roomiest it belongs to. Pure. */
import type { LinkId, NodeId } from '../../../shared/model/ids.ts';
import type { NodeKind } from '../../../shared/model/kinds.ts';
import type { LinkSnapshot, NodeSnapshot } from '../../sync/snapshot.ts';

type HeldNode = Pick<NodeSnapshot, 'id' | 'kind'>;

export interface Held {
  readonly nodes: ReadonlyMap<NodeId, HeldNode>;
  readonly links: ReadonlyMap<LinkId, Pick<LinkSnapshot, 'id' | 'kind' | 'source' | 'target'>>;
  isHeld(id: LinkId): boolean;
  areaOf(id: NodeId): number;
}

/** Kinds that take in a person, the likeliest first; groups are only taken in by regions. */
const FOR_PEOPLE: readonly NodeKind[] = ['circle', 'organization', 'body', 'area', 'cell'];
const FOR_GROUPS: readonly NodeKind[] = ['organization', 'area'];

export function holdersOf({ nodes, links, isHeld, areaOf }: Held): Map<NodeId, NodeId> {
  const candidates = new Map<NodeId, { group: HeldNode; held: boolean }[]>();
  for (const link of [...links.values()].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const [member, group] = [nodes.get(link.source), nodes.get(link.target)];
    if (link.kind !== 'membership' || member === undefined || group === undefined) continue;
    const held = isHeld(link.id);
    const kinds = member.kind === 'person' ? FOR_PEOPLE : FOR_GROUPS;
    if (!held && !kinds.includes(group.kind)) continue;
    candidates.set(member.id, [...(candidates.get(member.id) ?? []), { group, held }]);
  }
  const holders = new Map<NodeId, NodeId>();
  for (const [id, groups] of [...candidates].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const kinds = nodes.get(id)?.kind === 'person' ? FOR_PEOPLE : FOR_GROUPS;
    const [best] = groups.sort(
      (a, b) =>
        Number(b.held) - Number(a.held) ||
        (a.held ? areaOf(a.group.id) - areaOf(b.group.id) : 0) ||
        kinds.indexOf(a.group.kind) - kinds.indexOf(b.group.kind) ||
        (a.group.id < b.group.id ? -1 : 1),
    );
    if (best !== undefined && !leadsTo(best.group.id, { id, holders })) holders.set(id, best.group.id);
  }
  return holders;
}

/** Whether going up from a group one would come to the node. */
function leadsTo(
  from: NodeId,
  { id, holders }: { id: NodeId; holders: ReadonlyMap<NodeId, NodeId> },
): boolean {
  for (let at: NodeId | undefined = from; at !== undefined; at = holders.get(at)) if (at === id) return true;
  return false;
}
