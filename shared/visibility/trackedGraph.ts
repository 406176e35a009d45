/**
 * Dependency tracking for the rules of one viewpoint: they read the board through this class alone, and each
 * read is recorded, so that a result that is kept can be worked out anew when one of its dependencies changes.
 *
 * It shows rules no more than they may walk: confirmed elements, and none whose audience withholds it from the
 * viewpoint. A rule that stepped through something hidden by its audience would let the hidden thing be
 * inferred from what it reveals.
 */

import type { Graph } from '../graph/graph.ts';
import {
  type ElementRecord,
  isConfirmed,
  isLink,
  type LinkRecord,
  type NodeRecord,
} from '../model/element.ts';
import type { NodeId, Viewpoint } from '../model/ids.ts';
import { type Disclosure, LINK_KINDS, type LinkKind } from '../model/kinds.ts';

/**
 * A node's record, its links of one kind, or the elements of one owner: what a result can depend on. As a bit
 * beside the id, because a walk over a group reads hundreds, and a key put together from both is hashed anew.
 */
export interface Dependency {
  readonly id: Viewpoint;
  readonly part: number;
}

/** What was read, by id: the parts as bits. */
export type Dependencies = ReadonlyMap<Viewpoint, number>;

const NODE = 1;
const OWNER = 2;
const LINKS = Object.fromEntries(LINK_KINDS.map((kind, index) => [kind, 4 << index])) as Record<
  LinkKind,
  number
>;

const nodeDependency = (id: NodeId): Dependency => ({ id, part: NODE });
const linksDependency = (id: NodeId, kind: LinkKind): Dependency => ({ id, part: LINKS[kind] });
export const ownerDependency = (id: Viewpoint): Dependency => ({ id, part: OWNER });

/** What a walk that has come across the element depends on; its owner is tracked apart. */
export function* dependenciesOn(element: ElementRecord): Generator<Dependency> {
  if (isLink(element)) {
    yield linksDependency(element.source, element.kind);
    yield linksDependency(element.target, element.kind);
  } else yield nodeDependency(element.id);
}

/** Whether the element's audience keeps it from the viewpoint, whatever the rules say. */
export function isWithheld(element: ElementRecord, viewpoint: Viewpoint): boolean {
  const { audience } = element;
  return audience !== undefined && !audience.includes(viewpoint) && !audience.includes('everyone');
}

export interface GraphStep {
  readonly link: LinkRecord;
  /** The node at the other end. */
  readonly other: NodeRecord;
}

export type End = 'source' | 'target' | 'either';

export class TrackedGraph {
  readonly #dependencies = new Map<Viewpoint, number>();
  readonly #graph: Graph;
  readonly viewpoint: Viewpoint;

  constructor(graph: Graph, viewpoint: Viewpoint) {
    this.#graph = graph;
    this.viewpoint = viewpoint;
  }

  get dependencies(): Dependencies {
    return this.#dependencies;
  }

  /** Records that the result depends on the elements of an owner. */
  trackOwner(owner: Viewpoint): void {
    this.#track(owner, OWNER);
  }

  /** The node, where rules may look at it. */
  node(id: NodeId): NodeRecord | null {
    this.#track(id, NODE);
    const node = this.#graph.nodes.get(id);
    return node !== undefined && this.#walkable(node) ? node : null;
  }

  /** Steps along the links of one kind of which the node is the given end. */
  *steps(id: NodeId, kind: LinkKind, end: End): Generator<GraphStep> {
    this.#track(id, LINKS[kind]);
    for (const link of this.#graph.linksOf(id, kind)) {
      if (end === 'source' && link.source !== id) continue;
      if (end === 'target' && link.target !== id) continue;
      if (!this.#walkable(link)) continue;
      const other = this.node(link.source === id ? link.target : link.source);
      if (other !== null) yield { link, other };
    }
  }

  /**
   * A set for the nodes that a walk reaches, empty. A walk adds a node while it stands on it, and goes on by
   * iterating the set: so a tracer knows the way to each.
   */
  reached(): Set<NodeId> {
    return new Set();
  }

  disclosure(node: NodeRecord): Disclosure | null {
    return this.#graph.disclosure(node);
  }

  get guidesSeeMembers(): boolean {
    return this.#graph.policy.guidesSeeMembers;
  }

  #track(id: Viewpoint, part: number): void {
    const parts = this.#dependencies.get(id) ?? 0;
    if ((parts & part) === 0) this.#dependencies.set(id, parts | part);
  }

  #walkable(element: ElementRecord): boolean {
    return isConfirmed(element) && !isWithheld(element, this.viewpoint);
  }
}
