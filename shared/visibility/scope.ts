/**
 * Everything about a viewpoint that takes walking to find out: where it stands, and what the walking rules
 * show it. It stays right until something it dependencies changes.
 */
import type { Graph } from '../graph/graph.ts';
import type { ElementId, NodeId, Viewpoint } from '../model/ids.ts';
import type { Reason } from './reasons.ts';
import { guidedBy, managedBy, standingOf } from './standing.ts';
import { type Dependencies, TrackedGraph } from './trackedGraph.ts';
import { TRAVERSAL_RULES } from './traversalRules.ts';

export interface Scope {
  readonly viewpoint: Viewpoint;
  readonly standing: ReadonlySet<NodeId>;
  readonly guided: ReadonlySet<NodeId>;
  readonly manages: ReadonlySet<NodeId>;
  /** What the walking rules show, before anything is held back. */
  readonly shown: ReadonlyMap<ElementId, ReadonlySet<Reason>>;
  readonly dependencies: Dependencies;
}

export function scopeOf(graph: Graph, viewpoint: Viewpoint): Scope {
  const tracked = new TrackedGraph(graph, viewpoint);
  const standing = standingOf(tracked);
  const guided = guidedBy(tracked);
  const manages = managedBy(tracked, guided);
  const shown = new Map<ElementId, Set<Reason>>();
  for (const [reason, rule] of TRAVERSAL_RULES) {
    for (const id of rule(tracked, { standing, guided })) {
      const reasons = shown.get(id);
      if (reasons === undefined) shown.set(id, new Set([reason]));
      else reasons.add(reason);
    }
  }
  for (const owner of ownersSeen({ viewpoint, standing, guided })) tracked.consultOwner(owner);
  return { viewpoint, standing, guided, manages, shown, dependencies: tracked.dependencies };
}

/** The owners whose elements the viewpoint sees whether confirmed or not. */
export function ownersSeen(scope: Pick<Scope, 'viewpoint' | 'standing' | 'guided'>): Set<Viewpoint> {
  return new Set<Viewpoint>([scope.viewpoint, ...scope.standing, ...scope.guided]);
}

/** Whether two scopes differ in nothing but what the walking rules show. */
export function sameAnchors(a: Scope, b: Scope): boolean {
  return sameSet(a.standing, b.standing) && sameSet(a.guided, b.guided) && sameSet(a.manages, b.manages);
}

function sameSet<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean {
  if (a.size !== b.size) return false;
  for (const value of a) if (!b.has(value)) return false;
  return true;
}
