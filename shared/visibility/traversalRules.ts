/**
 * The rules that start from where a viewpoint stands and walk from there. Each yields the ids of the elements
 * it shows; what is detached, or lacks an end that is visible, is held back afterwards in one place.
 */
import type { ElementId, NodeId } from '../model/ids.ts';
import type { Reason } from './reasons.ts';
import { personsIn, selfOf } from './standing.ts';
import type { GraphStep, TrackedGraph } from './trackedGraph.ts';

interface Anchors {
  readonly standing: ReadonlySet<NodeId>;
  readonly guided: ReadonlySet<NodeId>;
}

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
    for (const { link, other } of graph.steps(id, 'guidance', 'target')) {
      if (standing.has(other.id) || guided.has(other.id)) yield link.id;
    }
    if (graph.guidesSeeMembers) yield* membersOf(graph, id);
  }
}

/** Delegation to or from where the viewpoint stands or guides, with the other end. */
function* delegation(graph: TrackedGraph, { standing, guided }: Anchors): Generator<ElementId> {
  for (const id of new Set([...standing, ...guided])) {
    for (const { link, other } of graph.steps(id, 'delegation', 'either')) {
      yield link.id;
      yield other.id;
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

/** The person a viewpoint is, or the person-members of a circle, cell or body: people who know each other. */
function* acquaintances(graph: TrackedGraph): Generator<NodeId> {
  const self = selfOf(graph);
  switch (self?.kind) {
    case 'person':
      yield self.id;
      return;
    case 'circle':
    case 'cell':
    case 'body':
      for (const person of personsIn(graph, self.id)) yield person.id;
      return;
    default:
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
