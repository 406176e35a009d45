/**
 * The traversal rules, run once for a viewpoint under the tracer: to everything they show, the shortest path
 * of each rule; of two as short, the one that it takes first.
 */
import type { Graph } from '../graph/graph.ts';
import type { ReadonlyIdMap } from '../model/idCollections.ts';
import type { ElementId, NodeId, Viewpoint } from '../model/ids.ts';
import { anchorsOf } from '../visibility/anchors.ts';
import type { Reason } from '../visibility/reasons.ts';
import { TRAVERSAL_RULES } from '../visibility/traversalRules.ts';
import { TracingGraph } from './tracingGraph.ts';
import type { Trail } from './trail.ts';

export interface Trace {
  /** Paths to where the viewpoint stands and to what it guides; to what is both, that to where it stands. */
  readonly anchors: ReadonlyIdMap<NodeId, Trail>;
  /** By the reason of a rule, the paths to what it shows before anything is held back. */
  readonly shown: ReadonlyMap<Reason, ReadonlyMap<ElementId, Trail>>;
}

export function traceOf(graph: Graph, viewpoint: Viewpoint): Trace {
  const tracing = new TracingGraph(graph, viewpoint);
  const anchors = anchorsOf(tracing);
  const trailsToAnchors = new Map<NodeId, Trail>();
  for (const set of [anchors.standing, anchors.guided]) {
    for (const id of set) if (!trailsToAnchors.has(id)) trailsToAnchors.set(id, tracing.trailTo(id));
  }
  const shown = new Map<Reason, Map<ElementId, Trail>>();
  for (const [reason, rule] of TRAVERSAL_RULES) {
    const trails = new Map<ElementId, Trail>();
    for (const id of rule(tracing, anchors)) {
      const trail = tracing.trailTo(id);
      const known = trails.get(id);
      if (known === undefined || trail.length < known.length) trails.set(id, trail);
    }
    shown.set(reason, trails);
  }
  return { anchors: trailsToAnchors, shown };
}
