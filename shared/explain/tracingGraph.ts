/**
 * A tracer for the rules of visibility: a `TrackedGraph` that knows by which path a rule has come to where it
 * is. Rules are generators that walk in nested loops, and a loop that is open now is a step they have taken:
 * `steps` and the sets of `reached` push the path of each turn of theirs on a stack, and take it off when the
 * rule asks for the next. Rules need not know of it, and without a tracer it costs them nothing.
 */
import type { ElementId, NodeId } from '../model/ids.ts';
import type { LinkKind } from '../model/kinds.ts';
import { type End, type GraphStep, TrackedGraph } from '../visibility/trackedGraph.ts';
import type { How, Trail } from './trail.ts';

export class TracingGraph extends TrackedGraph {
  /** The paths of the loops that are open, the innermost last. */
  readonly #open: Trail[] = [];

  override *steps(id: NodeId, kind: LinkKind, end: End): Generator<GraphStep> {
    const before = this.trailTo(id);
    for (const step of super.steps(id, kind, end)) {
      const { link, other } = step;
      yield* this.turn([...before, { link: link.id, node: other.id, how: howFrom(id, step) }], step);
    }
  }

  override reached(): Set<NodeId> {
    return new TracedSet(this);
  }

  /**
   * The path to an element that a rule has just come to. Throws an Error when the rule is elsewhere: it has
   * left the loop that led there, or begins at a node that is not the viewpoint's own.
   */
  trailTo(id: ElementId): Trail {
    const trail = this.#open.at(-1);
    if (trail === undefined) return [{ link: null, node: this.#own(id), how: 'start' }];
    const last = trail.at(-1);
    if (last?.node !== id && last?.link !== id) throw astray(id);
    return trail;
  }

  /** The viewpoint's own node, where a rule that has taken no step must be. */
  #own(id: ElementId): NodeId {
    const { viewpoint } = this;
    if (viewpoint === 'facilitator' || viewpoint === 'everyone' || id !== viewpoint) throw astray(id);
    return viewpoint;
  }

  /** Yields one value, with the path open until the rule asks for the next. */
  *turn<Value>(trail: Trail, value: Value): Generator<Value, undefined> {
    this.#open.push(trail);
    try {
      yield value;
    } finally {
      this.#open.pop();
    }
  }
}

/** A set that keeps the path by which each node was first reached, and opens it while the node is iterated. */
class TracedSet extends Set<NodeId> {
  readonly #trails = new Map<NodeId, Trail>();
  readonly #tracing: TracingGraph;

  constructor(tracing: TracingGraph) {
    super();
    this.#tracing = tracing;
  }

  override add(id: NodeId): this {
    if (!this.has(id)) this.#trails.set(id, this.#tracing.trailTo(id));
    return super.add(id);
  }

  override *[Symbol.iterator](): Generator<NodeId, undefined> {
    // A map's iteration, as a set's, reaches what is added meanwhile.
    for (const [id, trail] of this.#trails) yield* this.#tracing.turn(trail, id);
  }
}

function astray(id: ElementId): Error {
  return new Error(`A rule shows ${id} outside the loop that led it there.`);
}

function howFrom(from: NodeId, { link }: GraphStep): How {
  const isSource = link.source === from;
  switch (link.kind) {
    case 'membership':
      return isSource ? 'member-of' : 'has-member';
    case 'guidance':
      return isSource ? 'guides' : 'guided-by';
    case 'delegation':
      return isSource ? 'delegates-to' : 'delegated-from';
    case 'contact':
      return 'knows';
    case 'channel':
    case 'tie':
      return 'joined';
  }
}
