/** Unconfirmed drawings grouped by owner: owners by name, nodes before links. Pure. */
import type { Viewpoint } from '../../../shared/model/ids.ts';
import type { LinkSnapshot, NodeSnapshot } from '../../sync/snapshot.ts';
import type { BoardStore } from '../../sync/store.ts';

export interface OwnDrawings {
  readonly owner: Viewpoint;
  readonly drawings: readonly (NodeSnapshot | LinkSnapshot)[];
}

export function drawingsOf({ nodes, links }: Pick<BoardStore, 'nodes' | 'links'>): OwnDrawings[] {
  const byOwner = new Map<Viewpoint, (NodeSnapshot | LinkSnapshot)[]>();
  for (const element of [...nodes.values(), ...links.values()]) {
    if (!element.unconfirmed || element.owner === null) continue;
    const drawings = byOwner.get(element.owner);
    if (drawings === undefined) byOwner.set(element.owner, [element]);
    else drawings.push(element);
  }
  const collator = new Intl.Collator(undefined, { numeric: true });
  const name = (owner: Viewpoint) => nodes.get(owner)?.label ?? '';
  return [...byOwner]
    .map(([owner, drawings]) => ({ owner, drawings }))
    .sort((a, b) => collator.compare(name(a.owner), name(b.owner)));
}
