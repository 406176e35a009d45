/**
 * The board as the rules of one viewpoint may walk it: confirmed elements only, and none whose audience
 * withholds it from that viewpoint. A rule that stepped through something hidden by its audience would let
 * the hidden thing be inferred from what it reveals.
 *
 * Every answer is written down as consulted, so that whoever keeps a result knows which changes can alter it.
 */
import { type ElementRecord, isConfirmed, type LinkRecord, type NodeRecord } from '../model/element.ts';
import type { Graph } from '../model/graph.ts';
import type { NodeId, Viewpoint } from '../model/ids.ts';
import type { Disclosure, LinkKind } from '../model/kinds.ts';

/** A node's record, its links of one kind, or the elements of one owner: what a result can depend on. */
export type Consulted = string & { readonly consulted: true };

export const consultedNode = (id: NodeId) => `node ${id}` as Consulted;
export const consultedLinks = (id: NodeId, kind: LinkKind) => `${kind} ${id}` as Consulted;
export const consultedOwner = (owner: Viewpoint) => `owner ${owner}` as Consulted;

/** Whether the element's audience keeps it from the viewpoint, whatever the rules say. */
export function isWithheld(element: ElementRecord, viewpoint: Viewpoint): boolean {
  const { audience } = element;
  return audience !== undefined && !audience.includes(viewpoint) && !audience.includes('everyone');
}

export interface Step {
  readonly link: LinkRecord;
  /** The node at the other end. */
  readonly other: NodeRecord;
}

export type End = 'source' | 'target' | 'either';

export class Ground {
  readonly consulted = new Set<Consulted>();
  readonly #graph: Graph;
  readonly viewpoint: Viewpoint;

  constructor(graph: Graph, viewpoint: Viewpoint) {
    this.#graph = graph;
    this.viewpoint = viewpoint;
  }

  /** The node, where rules may look at it. */
  node(id: NodeId): NodeRecord | null {
    this.consulted.add(consultedNode(id));
    const node = this.#graph.nodes.get(id);
    return node !== undefined && this.#walkable(node) ? node : null;
  }

  /** Steps along the links of one kind of which the node is the given end. */
  *steps(id: NodeId, kind: LinkKind, end: End): Generator<Step> {
    this.consulted.add(consultedLinks(id, kind));
    for (const link of this.#graph.linksOf(id, kind)) {
      if (end === 'source' && link.source !== id) continue;
      if (end === 'target' && link.target !== id) continue;
      if (!this.#walkable(link)) continue;
      const other = this.node(link.source === id ? link.target : link.source);
      if (other !== null) yield { link, other };
    }
  }

  disclosure(node: NodeRecord): Disclosure | null {
    return this.#graph.disclosure(node);
  }

  get guidesSeeMembers(): boolean {
    return this.#graph.policy.guidesSeeMembers;
  }

  #walkable(element: ElementRecord): boolean {
    return isConfirmed(element) && !isWithheld(element, this.viewpoint);
  }
}
