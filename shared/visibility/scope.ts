/**
 * The scope of a viewpoint: what has to be found by traversal before single elements can be judged, namely its
 * anchors and what the traversal rules show from there. It holds until one of its dependencies changes.
 */
import type { Graph } from '../graph/graph.ts';
import type { ElementId, Viewpoint } from '../model/ids.ts';
import { type Anchors, anchorsOf } from './anchors.ts';
import type { Reason } from './reasons.ts';
import { type Dependencies, TrackedGraph } from './trackedGraph.ts';
import { TRAVERSAL_RULES } from './traversalRules.ts';

export interface Scope extends Anchors {
  readonly viewpoint: Viewpoint;
  /** What the traversal rules show, before anything is held back. */
  readonly shown: ReadonlyMap<ElementId, ReadonlySet<Reason>>;
  readonly dependencies: Dependencies;
}

export function scopeOf(graph: Graph, viewpoint: Viewpoint): Scope {
  const tracked = new TrackedGraph(graph, viewpoint);
  const anchors = anchorsOf(tracked);
  const shown = new Map<ElementId, Set<Reason>>();
  for (const [reason, rule] of TRAVERSAL_RULES) {
    for (const id of rule(tracked, anchors)) {
      const reasons = shown.get(id);
      if (reasons === undefined) shown.set(id, new Set([reason]));
      else reasons.add(reason);
    }
  }
  const { standing, guided, manages } = anchors;
  for (const owner of ownersSeen({ viewpoint, standing, guided })) tracked.trackOwner(owner);
  return { viewpoint, standing, guided, manages, shown, dependencies: tracked.dependencies };
}

/** The owners whose elements the viewpoint sees whether confirmed or not. */
export function ownersSeen(scope: Pick<Scope, 'viewpoint' | 'standing' | 'guided'>): Set<Viewpoint> {
  return new Set<Viewpoint>([scope.viewpoint, ...scope.standing, ...scope.guided]);
}
