/**
 * Who will see what this person imports, as far as the page can tell. A participant is not told whether the board
 * is a commons: where everything they see is theirs to edit it may well be one, and they are warned. Pure.
 */
import { isFacilitator } from '../../state/rights.ts';
import type { Workspace } from '../../state/workspace.ts';

export type SeenBy = 'facilitator' | 'mine' | 'all';

export function seenBy({
  rights,
  viewpoint,
  store,
}: Pick<Workspace, 'rights' | 'viewpoint' | 'store'>): SeenBy {
  if (isFacilitator(rights)) return 'facilitator';
  if (viewpoint === 'everyone') return 'all';
  for (const elements of [store.nodes, store.links]) {
    for (const { access, locked } of elements.values()) if (access === 'read' && !locked) return 'mine';
  }
  return 'all';
}
