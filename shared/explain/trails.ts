/**
 * The walking rules once more, each saying not only what it shows but along which way it came there. They must
 * show exactly what the rules themselves show; a property test holds them to that.
 */
import type { NodeRecord } from '../model/element.ts';
import type { ElementId, LinkId, NodeId } from '../model/ids.ts';
import { isGroupKind } from '../model/kinds.ts';
import type { Reason } from '../visibility/reasons.ts';
import { selfOf } from '../visibility/standing.ts';
import type { GraphStep, TrackedGraph } from '../visibility/trackedGraph.ts';

/** How a step comes to its node from the one before it. */
type How =
  /** The viewpoint's own node. */
  | 'start'
  /** The one before belongs to it. */
  | 'member-of'
  /** It belongs to the one before. */
  | 'has-member'
  /** The one before guides it. */
  | 'guides'
  | 'guided-by'
  /** The one before delegates to it. */
  | 'delegates-to'
  | 'delegated-from'
  | 'knows'
  /** Joined by a tie or a channel. */
  | 'joined'
  /** Open to all, and with it its members. */
  | 'open'
  /** Visible for reasons of its own. */
  | 'seen'
  /** On a commons board, and in no group. */
  | 'free'
  /** Drawn by the one before. */
  | 'drew'
  /** Its audience lists the viewpoint. */
  | 'listed';

export interface TrailStep {
  /** The link the step goes along; null where it goes along none. */
  readonly link: LinkId | null;
  readonly node: NodeId;
  readonly how: How;
}

/** Steps over the board; the element it explains is the node or the link of the last. */
export type Trail = readonly TrailStep[];

export type Trails = ReadonlyMap<NodeId, Trail>;

function further(trail: Trail, { link, other, how }: GraphStep & { readonly how: How }): Trail {
  return [...trail, { link: link.id, node: other.id, how }];
}

function startOf(self: NodeRecord): Trail {
  return [{ link: null, node: self.id, how: 'start' }];
}

/** The ways to where the viewpoint stands. */
export function standingTrails(graph: TrackedGraph): Trails {
  const trails = new Map<NodeId, Trail>();
  const self = selfOf(graph);
  if (self === null) return trails;
  trails.set(self.id, startOf(self));
  const climb = (from: NodeId, wanted: (group: NodeRecord) => boolean) => {
    for (const step of graph.steps(from, 'membership', 'source')) {
      if (trails.has(step.other.id) || !wanted(step.other)) continue;
      trails.set(step.other.id, further(trails.get(from) ?? [], { ...step, how: 'member-of' }));
    }
  };
  if (self.kind === 'person') climb(self.id, () => true);
  for (const id of trails.keys()) {
    if (id === self.id && self.kind === 'person') continue;
    climb(id, (group) => group.kind === 'area' && graph.disclosure(group) !== 'detached');
  }
  return trails;
}

/** The ways to the groups the viewpoint guides. */
export function guidedTrails(graph: TrackedGraph): Trails {
  const trails = new Map<NodeId, Trail>();
  const self = selfOf(graph);
  if (self === null) return trails;
  const follow = (from: NodeId, trail: Trail) => {
    for (const step of graph.steps(from, 'guidance', 'source')) {
      if (!isGroupKind(step.other.kind) || trails.has(step.other.id)) continue;
      trails.set(step.other.id, further(trail, { ...step, how: 'guides' }));
    }
  };
  if (self.kind === 'person') {
    for (const step of graph.steps(self.id, 'membership', 'source')) {
      if (step.other.kind === 'body')
        follow(step.other.id, further(startOf(self), { ...step, how: 'member-of' }));
    }
  } else follow(self.id, startOf(self));
  for (const [id, trail] of trails) {
    follow(id, trail);
    if (graph.node(id)?.kind !== 'area') continue;
    for (const step of graph.steps(id, 'membership', 'target')) {
      if (!isGroupKind(step.other.kind) || trails.has(step.other.id)) continue;
      trails.set(step.other.id, further(trail, { ...step, how: 'has-member' }));
    }
  }
  return trails;
}

export interface Ways {
  readonly standing: Trails;
  readonly guided: Trails;
}

type Found = Generator<readonly [ElementId, Trail]>;
type TrailRule = (graph: TrackedGraph, ways: Ways) => Found;

function* members(graph: TrackedGraph, [group, trail]: readonly [NodeId, Trail]): Found {
  for (const step of graph.steps(group, 'membership', 'target')) {
    yield* both(step, further(trail, { ...step, how: 'has-member' }));
  }
}

function* both({ link, other }: GraphStep, trail: Trail): Found {
  yield [link.id, trail];
  yield [other.id, trail];
}

function* own(graph: TrackedGraph, { standing }: Ways): Found {
  for (const [id, trail] of standing) {
    yield [id, trail];
    for (const step of graph.steps(id, 'membership', 'source')) {
      yield [step.link.id, further(trail, { ...step, how: 'member-of' })];
    }
    yield* members(graph, [id, trail]);
  }
}

function* guidance(graph: TrackedGraph, { standing, guided }: Ways): Found {
  for (const [id, trail] of standing) {
    for (const step of graph.steps(id, 'guidance', 'either')) {
      yield* both(step, further(trail, { ...step, how: step.link.source === id ? 'guides' : 'guided-by' }));
    }
  }
  for (const [id, trail] of guided) {
    yield [id, trail];
    for (const { link, other } of graph.steps(id, 'guidance', 'target')) {
      const way = standing.get(other.id) ?? guided.get(other.id);
      if (way !== undefined) yield [link.id, [...way, { link: link.id, node: id, how: 'guides' }]];
    }
    if (graph.guidesSeeMembers) yield* members(graph, [id, trail]);
  }
}

function* delegation(graph: TrackedGraph, { standing, guided }: Ways): Found {
  for (const [id, trail] of [...standing, ...guided]) {
    for (const step of graph.steps(id, 'delegation', 'either')) {
      yield* both(
        step,
        further(trail, { ...step, how: step.link.source === id ? 'delegates-to' : 'delegated-from' }),
      );
    }
  }
}

function* elsewhere(graph: TrackedGraph): Found {
  const self = selfOf(graph);
  if (self === null || self.kind === 'person') return;
  for (const { person, trail } of acquaintances(graph, self)) {
    for (const step of disclosedMemberships(graph, person)) {
      if (step.other.id !== self.id) yield* both(step, further(trail, { ...step, how: 'member-of' }));
    }
  }
}

function* contact(graph: TrackedGraph): Found {
  const self = selfOf(graph);
  if (self === null) return;
  for (const { person, trail } of acquaintances(graph, self)) {
    for (const step of graph.steps(person, 'contact', 'either')) {
      const known = further(trail, { ...step, how: 'knows' });
      yield* both(step, known);
      for (const seat of disclosedMemberships(graph, step.other.id)) {
        yield* both(seat, further(known, { ...seat, how: 'member-of' }));
      }
    }
  }
}

function* acquaintances(graph: TrackedGraph, self: NodeRecord): Generator<{ person: NodeId; trail: Trail }> {
  switch (self.kind) {
    case 'person':
      yield { person: self.id, trail: startOf(self) };
      return;
    case 'circle':
    case 'cell':
    case 'body':
      for (const step of graph.steps(self.id, 'membership', 'target')) {
        if (step.other.kind !== 'person') continue;
        yield { person: step.other.id, trail: further(startOf(self), { ...step, how: 'has-member' }) };
      }
      return;
    default:
  }
}

function* disclosedMemberships(graph: TrackedGraph, person: NodeId) {
  for (const step of graph.steps(person, 'membership', 'source')) {
    if (graph.disclosure(step.other) !== 'detached') yield step;
  }
}

export const TRAIL_RULES: Readonly<Partial<Record<Reason, TrailRule>>> = {
  own,
  guidance,
  delegation,
  elsewhere,
  contact,
};
