/**
 * The one place that decides what a viewpoint sees, element by element and as a whole. Rules only propose: those
 * that walk (traversalRules.ts, run by scope.ts from anchors.ts) and those that need not (localRules.ts). Here
 * their proposals are combined in the order that makes them safe: an audience decides alone; rules look at
 * confirmed elements; what is detached is held back; a link needs both its ends. What no rule shows is hidden.
 */

import type { Graph } from '../graph/graph.ts';
import { isConfirmed, type LinkRecord, type NodeRecord } from '../model/element.ts';
import type { ElementId, NodeId, Viewpoint } from '../model/ids.ts';
import { between, commonContact, freeNode, openLink, openNode } from './localRules.ts';
import type { Reason } from './reasons.ts';
import { inOrder } from './reasons.ts';
import { ownersSeen, type Scope, scopeOf } from './scope.ts';
import { isWithheld } from './trackedGraph.ts';

export type Visibility = Map<ElementId, readonly Reason[]>;

const HIDDEN: readonly Reason[] = [];
const EVERYTHING: readonly Reason[] = ['facilitator'];
const LISTED: readonly Reason[] = ['audience'];

export class ViewpointVisibility {
  readonly scope: Scope;
  readonly #graph: Graph;
  readonly #owners: ReadonlySet<Viewpoint>;

  constructor(graph: Graph, scope: Scope) {
    this.#graph = graph;
    this.scope = scope;
    this.#owners = ownersSeen(scope);
  }

  get viewpoint(): Viewpoint {
    return this.scope.viewpoint;
  }

  /** Why the node is visible; empty when it is hidden. */
  node(node: NodeRecord): readonly Reason[] {
    if (this.viewpoint === 'facilitator') return EVERYTHING;
    if (node.audience !== undefined) return isWithheld(node, this.viewpoint) ? HIDDEN : LISTED;
    const reasons = new Set<Reason>();
    if (isConfirmed(node) && !this.#isDetachedFrom(node)) {
      if (openNode(this.#graph, node, this.viewpoint)) reasons.add('open');
      for (const reason of this.scope.shown.get(node.id) ?? []) reasons.add(reason);
      if (freeNode(this.#graph, node)) reasons.add('free');
    }
    if (this.#owns(node.owner)) reasons.add('owned');
    return inOrder(reasons);
  }

  /** Why the link is visible; empty when it is hidden. `shows` answers whether a node is visible. */
  link(link: LinkRecord, shows: (id: NodeId) => boolean): readonly Reason[] {
    if (this.viewpoint === 'facilitator') return EVERYTHING;
    if (!shows(link.source) || !shows(link.target)) return HIDDEN;
    if (link.audience !== undefined) return isWithheld(link, this.viewpoint) ? HIDDEN : LISTED;
    const reasons = new Set<Reason>();
    if (isConfirmed(link) && !this.#isEndDetachedFrom(link)) {
      if (openLink(this.#graph, link, this.viewpoint) || commonContact(this.#graph, link))
        reasons.add('open');
      for (const reason of this.scope.shown.get(link.id) ?? []) reasons.add(reason);
      if (between(link)) reasons.add('between');
    }
    if (this.#owns(link.owner)) reasons.add('owned');
    return inOrder(reasons);
  }

  /** Every visible element with its reasons. Costs what is visible and its links, not the whole board. */
  all(): Visibility {
    const visible: Visibility = new Map();
    for (const id of this.#candidates()) {
      const node = this.#graph.nodes.get(id);
      if (node === undefined || visible.has(id)) continue;
      const reasons = this.node(node);
      if (reasons.length > 0) visible.set(id, reasons);
    }
    const shows = (id: NodeId) => visible.has(id);
    for (const id of [...visible.keys()]) {
      for (const link of this.#graph.linksAt(id)) {
        if (link.source !== id) continue;
        const reasons = this.link(link, shows);
        if (reasons.length > 0) visible.set(link.id, reasons);
      }
    }
    return visible;
  }

  /** At least the nodes that can be visible. */
  *#candidates(): Generator<ElementId> {
    const graph = this.#graph;
    if (this.viewpoint === 'facilitator' || graph.policy.commons) {
      yield* graph.nodes.keys();
      return;
    }
    for (const group of graph.openGroups) {
      yield group;
      for (const membership of graph.linksOf(group, 'membership')) yield membership.source;
    }
    yield* this.scope.shown.keys();
    for (const owner of this.#owners) yield* graph.ownedBy(owner);
    yield* graph.listedFor(this.viewpoint);
    yield* graph.listedFor('everyone');
  }

  /**
   * Drawings are seen by their owner and by those who guide the owner. What belongs to everyone on a commons board
   * is no drawing but the board itself: there the rules decide, or no group could ever be made less open.
   */
  #owns(owner: Viewpoint): boolean {
    if (owner === 'everyone' && this.#graph.policy.commons) return false;
    return this.#owners.has(owner);
  }

  /** A detached group is seen by those who stand in it or guide it, whatever rules show of it to others. */
  #isDetachedFrom(node: NodeRecord): boolean {
    if (this.#graph.disclosure(node) !== 'detached') return false;
    return !this.scope.standing.has(node.id) && !this.scope.guided.has(node.id);
  }

  #isEndDetachedFrom(link: LinkRecord): boolean {
    const source = this.#graph.nodes.get(link.source);
    const target = this.#graph.nodes.get(link.target);
    return (
      (source !== undefined && this.#isDetachedFrom(source)) ||
      (target !== undefined && this.#isDetachedFrom(target))
    );
  }
}

export function viewpointVisibility(graph: Graph, viewpoint: Viewpoint): ViewpointVisibility {
  return new ViewpointVisibility(graph, scopeOf(graph, viewpoint));
}

/** What a viewpoint sees of a board, and why: the one function that decides it. */
export function visibility(graph: Graph, viewpoint: Viewpoint): Visibility {
  return viewpointVisibility(graph, viewpoint).all();
}
