/**
 * The traversal rules: they start from the anchors of a viewpoint and walk along links. Each yields the ids of
 * the elements it shows, inside the loop that led there, so that a tracer knows the way. What is detached, or
 * lacks an end that is visible, is held back afterwards in one place (viewpointVisibility.ts).
 */
import type { ElementId, NodeId } from '../model/ids.ts';
import type { NodeKind } from '../model/kinds.ts';
import { type Anchors, personsIn, selfOf } from './anchors.ts';
import type { Reason } from './reasons.ts';
import type { GraphStep, TrackedGraph } from './trackedGraph.ts';

type TraversalRule = (graph: TrackedGraph, anchors: Anchors) => Iterable<ElementId>;

/** Each node the viewpoint stands in, its memberships and its members. */
function* own(graph: TrackedGraph, { standing }: Anchors): Generator<ElementId> {
  for (const id of standing) {
    yield id;
    for (const { link } of graph.steps(id, 'membership', 'source')) yield link.id;
    yield* membersOf(graph, id);
  }
}

/** Who guides the viewpoint and whom it guides, and what lies below, with or without the members. */
function* guidance(graph: TrackedGraph, { standing, guided }: Anchors): Generator<ElementId> {
  for (const id of standing) {
    for (const { link, other } of graph.steps(id, 'guidance', 'either')) {
      yield link.id;
      yield other.id;
    }
  }
  for (const id of guided) {
    yield id;
    for (const { link, other } of graph.steps(id, 'guidance', 'source')) {
      if (guided.has(other.id)) yield link.id;
    }
    if (graph.guidesSeeMembers) yield* membersOf(graph, id);
  }
}

/** Delegation to or from where the viewpoint stands or guides, with the other end. */
function* delegation(graph: TrackedGraph, { standing, guided }: Anchors): Generator<ElementId> {
  for (const anchors of [standing, guided]) {
    for (const id of anchors) {
      for (const { link, other } of graph.steps(id, 'delegation', 'either')) {
        yield link.id;
        yield other.id;
      }
    }
  }
}

/** People who know each other know where the others also sit: that group, and that membership alone. */
function* elsewhere(graph: TrackedGraph): Generator<ElementId> {
  const self = selfOf(graph);
  if (self === null || self.kind === 'person') return;
  for (const person of acquaintances(graph)) {
    for (const { link, other } of disclosedMemberships(graph, person)) {
      if (other.id === self.id) continue;
      yield link.id;
      yield other.id;
    }
  }
}

/** Whom the members know, or the person knows, and where those sit. */
function* contact(graph: TrackedGraph): Generator<ElementId> {
  for (const person of acquaintances(graph)) {
    for (const { link, other } of graph.steps(person, 'contact', 'either')) {
      yield link.id;
      yield other.id;
      for (const seat of disclosedMemberships(graph, other.id)) {
        yield seat.link.id;
        yield seat.other.id;
      }
    }
  }
}

/**
 * Whose contacts, and whose memberships elsewhere, a viewpoint of each kind knows: a new kind is decided here.
 * In a circle, cell or body people meet and know each other. An area or organization holds people who need
 * never have met, so that what each of them knows stays their own. A note is no viewpoint.
 */
export const KNOWS_CONTACTS_OF: Readonly<Record<NodeKind, 'itself' | 'its-members' | 'none'>> = {
  person: 'itself',
  circle: 'its-members',
  cell: 'its-members',
  body: 'its-members',
  area: 'none',
  organization: 'none',
  note: 'none',
};

/** The persons whose contacts the viewpoint knows. */
function* acquaintances(graph: TrackedGraph): Generator<NodeId> {
  const self = selfOf(graph);
  if (self === null) return;
  switch (KNOWS_CONTACTS_OF[self.kind]) {
    case 'itself':
      yield self.id;
      return;
    case 'its-members':
      for (const person of personsIn(graph, self.id)) yield person.id;
      return;
    case 'none':
      return;
  }
}

function* membersOf(graph: TrackedGraph, group: NodeId): Generator<ElementId> {
  for (const { link, other } of graph.steps(group, 'membership', 'target')) {
    yield link.id;
    yield other.id;
  }
}

function* disclosedMemberships(graph: TrackedGraph, person: NodeId): Generator<GraphStep> {
  for (const step of graph.steps(person, 'membership', 'source')) {
    if (graph.disclosure(step.other) !== 'detached') yield step;
  }
}

export const TRAVERSAL_RULES: readonly (readonly [Reason, TraversalRule])[] = [
  ['own', own],
  ['guidance', guidance],
  ['delegation', delegation],
  ['elsewhere', elsewhere],
  ['contact', contact],
];
