/**
 * `detached-branch`: a part with a group in it that no link joins to the hub. The hub is where the executive
 * is; where nobody is called so, it is the part with the most in it. People nobody is linked to are no branch.
 */

import { Net } from '../../graph/net.ts';
import type { NodeId } from '../../model/ids.ts';
import { isGroupKind, LINK_KINDS, NODE_KINDS } from '../../model/kinds.ts';
import { isCalled } from '../captions.ts';
import type { Check } from '../check.ts';
import type { Picture } from '../picture.ts';

export const detachedBranch: Check = {
  reads: { nodes: NODE_KINDS, links: LINK_KINDS, texts: true, places: false },
  find: (picture) => {
    const parts = connected(picture);
    const isHub = hubAmong(picture, parts);
    return parts
      .filter((part) => !isHub(part))
      .flatMap((part) => {
        const groups = part.filter((id) => isGroup(picture, id));
        if (groups.length === 0) return [];
        const others = part.filter((id) => !isGroup(picture, id));
        return [
          {
            severity: 'warning',
            elements: [...groups, ...others],
            message: { key: 'detached-branch', values: { branch: groups } },
          },
        ];
      });
  },
};

const isGroup = (picture: Picture, id: NodeId) => isGroupKind(picture.nodes.get(id)?.kind ?? 'note');

/** Notes stand aside. Each part is in the order of ids. */
function connected(picture: Picture): NodeId[][] {
  const net = new Net<NodeId>();
  for (const { id, kind } of picture.nodes.values()) if (kind !== 'note') net.at(id);
  for (const kind of LINK_KINDS) {
    for (const { source, target } of picture.linksOf(kind)) {
      if (net.spots.has(source) && net.spots.has(target)) net.join(source, target);
    }
  }
  return net.parts().map((part) => part.sort());
}

function hubAmong(picture: Picture, parts: readonly NodeId[][]): (part: readonly NodeId[]) => boolean {
  const executives = new Set<NodeId>();
  for (const body of picture.ofKind('body')) if (isCalled(body, 'executive')) executives.add(body.id);
  if (executives.size > 0) return (part) => part.some((id) => executives.has(id));
  const [largest] = [...parts].sort((a, b) => b.length - a.length || ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1));
  return (part) => part === largest;
}
