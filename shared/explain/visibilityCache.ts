/** A board seen by everybody: what each viewpoint sees, worked out once and kept while the board stays the same. */

import type { Graph } from '../graph/graph.ts';
import { type ElementRecord, isLink } from '../model/element.ts';
import type { NodeId, Viewpoint } from '../model/ids.ts';
import type { Reason } from '../visibility/reasons.ts';
import { type ViewpointVisibility, viewpointVisibility } from '../visibility/viewpointVisibility.ts';
import { type Trace, traceOf } from './trace.ts';

export class VisibilityCache {
  readonly graph: Graph;
  readonly #byViewpoint = new Map<Viewpoint, ViewpointVisibility>();
  readonly #traces = new Map<Viewpoint, Trace>();

  constructor(graph: Graph) {
    this.graph = graph;
  }

  visibility(viewpoint: Viewpoint): ViewpointVisibility {
    const known = this.#byViewpoint.get(viewpoint);
    if (known !== undefined) return known;
    const visibility = viewpointVisibility(this.graph, viewpoint);
    this.#byViewpoint.set(viewpoint, visibility);
    return visibility;
  }

  /** The paths along which the rules show the viewpoint what they show. */
  trace(viewpoint: Viewpoint): Trace {
    const known = this.#traces.get(viewpoint);
    if (known !== undefined) return known;
    const trace = traceOf(this.graph, viewpoint);
    this.#traces.set(viewpoint, trace);
    return trace;
  }

  /** Why the viewpoint sees the element; empty when it does not. */
  reasons(element: ElementRecord, viewpoint: Viewpoint): readonly Reason[] {
    return reasonsFor(this.graph, { visibility: this.visibility(viewpoint), element });
  }
}

/** Why one element is visible, judged by itself. */
export function reasonsFor(
  graph: Graph,
  { visibility, element }: { visibility: ViewpointVisibility; element: ElementRecord },
): readonly Reason[] {
  if (!isLink(element)) return visibility.node(element);
  return visibility.link(element, (id: NodeId) => {
    const node = graph.nodes.get(id);
    return node !== undefined && visibility.node(node).length > 0;
  });
}
