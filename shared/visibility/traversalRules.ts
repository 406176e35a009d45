/**
 * The rules that start from where a viewpoint stands and walk from there. Each yields the ids of the elements
 * it shows; what is detached, or lacks an end that is visible, is held back afterwards in one place.
 */
import type { ElementId, NodeId } from '../model/ids.ts';
import type { Reason } from './reasons.ts';
import { personsIn, selfOf } from './standing.ts';
import type { TrackedGraph, GraphStep } from './trackedGraph.ts';

export interface Anchors {
  readonly standing: ReadonlySet<NodeId>;
  readonly guided: ReadonlySet<NodeId>;
}

type TraversalRule = (ground: TrackedGraph, footing: Anchors) => Iterable<ElementId>;

/** Each node the viewpoint stands in, its memberships and its members. */
function* own(ground: TrackedGraph, { standing }: Anchors): Generator<ElementId> {
  for (const id of standing) {
    yield id;
    for (const { link } of ground.steps(id, 'membership', 'source')) yield link.id;
    yield* membersOf(ground, id);
  }
}

/** Who guides the viewpoint and whom it guides, and what lies below, with or without the members. */
function* guidance(ground: TrackedGraph, { standing, guided }: Anchors): Generator<ElementId> {
  for (const id of standing) {
    for (const { link, other } of ground.steps(id, 'guidance', 'either')) {
      yield link.id;
      yield other.id;
    }
  }
  for (const id of guided) {
    yield id;
    for (const { link, other } of ground.steps(id, 'guidance', 'target')) {
      if (standing.has(other.id) || guided.has(other.id)) yield link.id;
    }
    if (ground.guidesSeeMembers) yield* membersOf(ground, id);
  }
}

/** Delegation to or from where the viewpoint stands or guides, with the other end. */
function* delegation(ground: TrackedGraph, { standing, guided }: Anchors): Generator<ElementId> {
  for (const id of new Set([...standing, ...guided])) {
    for (const { link, other } of ground.steps(id, 'delegation', 'either')) {
      yield link.id;
      yield other.id;
    }
  }
}

/** People who know each other know where the others also sit: that group, and that membership alone. */
function* elsewhere(ground: TrackedGraph): Generator<ElementId> {
  const self = selfOf(ground);
  if (self === null || self.kind === 'person') return;
  for (const person of acquaintances(ground)) {
    for (const { link, other } of disclosedMemberships(ground, person)) {
      if (other.id === self.id) continue;
      yield link.id;
      yield other.id;
    }
  }
}

/** Whom the members know, or the person knows, and where those sit. */
function* contact(ground: TrackedGraph): Generator<ElementId> {
  for (const person of acquaintances(ground)) {
    for (const { link, other } of ground.steps(person, 'contact', 'either')) {
      yield link.id;
      yield other.id;
      for (const seat of disclosedMemberships(ground, other.id)) {
        yield seat.link.id;
        yield seat.other.id;
      }
    }
  }
}

/** The person a viewpoint is, or the person-members of a circle, cell or body: people who know each other. */
function* acquaintances(ground: TrackedGraph): Generator<NodeId> {
  const self = selfOf(ground);
  switch (self?.kind) {
    case 'person':
      yield self.id;
      return;
    case 'circle':
    case 'cell':
    case 'body':
      for (const person of personsIn(ground, self.id)) yield person.id;
      return;
    default:
  }
}

function* membersOf(ground: TrackedGraph, group: NodeId): Generator<ElementId> {
  for (const { link, other } of ground.steps(group, 'membership', 'target')) {
    yield link.id;
    yield other.id;
  }
}

function* disclosedMemberships(ground: TrackedGraph, person: NodeId): Generator<GraphStep> {
  for (const step of ground.steps(person, 'membership', 'source')) {
    if (ground.disclosure(step.other) !== 'detached') yield step;
  }
}

export const TRAVERSAL_RULES: readonly (readonly [Reason, TraversalRule])[] = [
  ['own', own],
  ['guidance', guidance],
  ['delegation', delegation],
  ['elsewhere', elsewhere],
  ['contact', contact],
];
