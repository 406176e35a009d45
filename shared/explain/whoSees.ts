/** Who can see an element, and why. */
import type { ElementId, Viewpoint } from '../model/ids.ts';
import type { Reason } from '../visibility/reasons.ts';
import { viewpointsOf } from './viewpoints.ts';
import type { VisibilityCache } from './visibilityCache.ts';

export interface Viewer {
  readonly viewpoint: Viewpoint;
  readonly reasons: readonly Reason[];
}

/** Everyone first, then in the order of the board; the facilitator, who sees all, is not among them. */
export function whoSees(visibilityCache: VisibilityCache, id: ElementId): Viewer[] {
  const element = visibilityCache.graph.get(id);
  if (element === undefined) return [];
  const viewers: Viewer[] = [];
  for (const viewpoint of viewpointsOf(visibilityCache.graph)) {
    const reasons = visibilityCache.reasons(element, viewpoint);
    if (reasons.length > 0) viewers.push({ viewpoint, reasons });
  }
  return viewers;
}
