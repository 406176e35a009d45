/**
 * Showing elements to chosen viewpoints without hiding them from anybody. An audience decides alone, so the one
 * a reveal gives lists those who see the element already and those it is revealed to. From then on the list
 * decides: the rules no longer add to it or take from it.
 */
import { isLink } from '../model/element.ts';
import type { ElementId, Viewpoint } from '../model/ids.ts';
import { LIMITS } from '../model/limits.ts';
import type { BoardEdit } from './boardEdit.ts';
import type { VisibilityCache } from './visibilityCache.ts';
import { whoSees } from './whoSees.ts';

export interface RevealWish {
  readonly elements: readonly ElementId[];
  readonly viewpoints: readonly Viewpoint[];
}

/**
 * One edit for each element that not all of them see yet; the ends of a link are revealed with it. Null when an
 * audience would name more viewpoints than a board takes.
 */
export function revealEdits(
  visibilityCache: VisibilityCache,
  { elements, viewpoints }: RevealWish,
): BoardEdit[] | null {
  const { graph } = visibilityCache;
  const ids = new Set<ElementId>();
  for (const id of elements) {
    const element = graph.get(id);
    if (element === undefined) continue;
    if (isLink(element)) ids.add(element.source).add(element.target);
    ids.add(id);
  }
  const edits: BoardEdit[] = [];
  for (const id of ids) {
    const element = graph.get(id);
    if (element === undefined) continue;
    const isSeen = viewpoints.every((viewpoint) => visibilityCache.reasons(element, viewpoint).length > 0);
    if (isSeen && element.audience === undefined) continue;
    // Who is listed stays listed, also where another end hides the link from them for now.
    const now = element.audience ?? whoSees(visibilityCache, id).map(({ viewpoint }) => viewpoint);
    const audience = [...new Set<Viewpoint>([...now, ...viewpoints])];
    if (audience.length === now.length) continue;
    if (audience.length > LIMITS.audience) return null;
    edits.push({ type: 'audience', id, audience });
  }
  return edits;
}
