/**
 * The anchors of a viewpoint: the sets of nodes from which rules and rights start. Found by walking up
 * memberships and down guidance from the viewpoint's own node.
 */
import type { NodeRecord } from '../model/element.ts';
import type { ReadonlyIdSet } from '../model/idCollections.ts';
import type { NodeId } from '../model/ids.ts';
import { isGroupKind } from '../model/kinds.ts';
import type { TrackedGraph } from './trackedGraph.ts';

export interface Anchors {
  /** Where the viewpoint stands: itself, and the groups and areas it is in. */
  readonly standing: ReadonlyIdSet<NodeId>;
  /** The groups it guides, and those below them. */
  readonly guided: ReadonlyIdSet<NodeId>;
  /** The groups it may act for. */
  readonly manages: ReadonlyIdSet<NodeId>;
}

export function anchorsOf(graph: TrackedGraph): Anchors {
  const standing = standingOf(graph);
  const guided = guidedBy(graph);
  return { standing, guided, manages: managedBy(graph, guided) };
}

export function sameAnchors(a: Anchors, b: Anchors): boolean {
  return sameSet(a.standing, b.standing) && sameSet(a.guided, b.guided) && sameSet(a.manages, b.manages);
}

/** The viewpoint's own node; null for the facilitator, for everyone, and for a node rules may not look at. */
export function selfOf(graph: TrackedGraph): NodeRecord | null {
  const { viewpoint } = graph;
  return viewpoint === 'facilitator' || viewpoint === 'everyone' ? null : graph.node(viewpoint);
}

/** The groups a person or group belongs to. */
function* groupsOf(graph: TrackedGraph, member: NodeId): Generator<NodeRecord> {
  for (const { other } of graph.steps(member, 'membership', 'source')) yield other;
}

/** The persons who are members of a group. */
export function* personsIn(graph: TrackedGraph, group: NodeId): Generator<NodeRecord> {
  for (const { other } of graph.steps(group, 'membership', 'target')) {
    if (other.kind === 'person') yield other;
  }
}

/**
 * For a group: itself and the areas it belongs to, upwards, as far as they are not detached. For a person:
 * itself, every group it belongs to, detached or not, and the areas of those as above.
 */
function standingOf(graph: TrackedGraph): Set<NodeId> {
  const self = selfOf(graph);
  const standing = graph.reached();
  if (self === null) return standing;
  standing.add(self.id);
  if (self.kind === 'person') for (const group of groupsOf(graph, self.id)) standing.add(group.id);
  // Iterating a set reaches what is added meanwhile: this climbs until no area is left.
  for (const id of standing) {
    if (id === self.id && self.kind === 'person') continue;
    for (const group of groupsOf(graph, id)) {
      if (group.kind === 'area' && graph.disclosure(group) !== 'detached') standing.add(group.id);
    }
  }
  return standing;
}

/**
 * The groups reached along guidance from the viewpoint, or for a person from the bodies they sit in, and down
 * through the members of guided areas. The start is not among them unless guidance leads back to it.
 */
function guidedBy(graph: TrackedGraph): Set<NodeId> {
  const self = selfOf(graph);
  const guided = graph.reached();
  if (self === null) return guided;
  const follow = (from: NodeId) => {
    for (const { other } of graph.steps(from, 'guidance', 'source')) {
      if (isGroupKind(other.kind)) guided.add(other.id);
    }
  };
  if (self.kind === 'person') {
    for (const group of groupsOf(graph, self.id)) if (group.kind === 'body') follow(group.id);
  } else {
    follow(self.id);
  }
  for (const id of guided) {
    follow(id);
    if (graph.node(id)?.kind !== 'area') continue;
    for (const { other } of graph.steps(id, 'membership', 'target')) {
      if (isGroupKind(other.kind)) guided.add(other.id);
    }
  }
  return guided;
}

/** A group manages itself, a body also what it guides; a person manages the groups they belong to. */
function managedBy(graph: TrackedGraph, guided: ReadonlySet<NodeId>): Set<NodeId> {
  const self = selfOf(graph);
  if (self === null) return new Set();
  if (self.kind === 'person') return new Set([...groupsOf(graph, self.id)].map((group) => group.id));
  return self.kind === 'body' ? new Set([self.id, ...guided]) : new Set([self.id]);
}

function sameSet<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean {
  if (a.size !== b.size) return false;
  for (const value of a) if (!b.has(value)) return false;
  return true;
}
