/**
 * How much each person sees: the number of persons and groups in their view. What everybody sees is reckoned
 * once, and nobody sees less; a bound that costs next to nothing spares most people the reckoning.
 */

import type { Graph } from '../../graph/graph.ts';
import { isLink } from '../../model/element.ts';
import type { ElementId, NodeId } from '../../model/ids.ts';
import type { Policy } from '../../policies/policies.ts';
import { ownersSeen, scopeOf } from '../../visibility/scope.ts';
import { ViewpointVisibility, visibility } from '../../visibility/viewpointVisibility.ts';
import type { Picture } from '../picture.ts';
import { graphOf } from '../records.ts';
import { boundsOf } from './extentBounds.ts';

export class Extents {
  /** Of the whole board. */
  readonly whole: number;
  readonly #picture: Picture;
  readonly #graph: Graph;
  readonly #open = new Set<ElementId>();
  #bounds: ReadonlyMap<NodeId, number> | null = null;

  constructor(picture: Picture, policy: Policy) {
    this.#picture = picture;
    this.#graph = graphOf(picture, policy);
    const counted = [...picture.nodes.values()].filter(({ kind }) => kind !== 'note');
    this.whole = counted.length;
    const open = visibility(this.#graph, 'everyone');
    for (const { id } of counted) {
      // What only belongs to the viewpoint of everyone is its drawing, as anybody else's is theirs.
      if (open.get(id)?.some((reason) => reason !== 'owned')) this.#open.add(id);
    }
  }

  /** What everybody sees. */
  get everyone(): number {
    return this.#open.size;
  }

  /** What the person sees. */
  of(person: NodeId): number {
    const graph = this.#graph;
    const scope = scopeOf(graph, person);
    const visibility = new ViewpointVisibility(graph, scope);
    const candidates = new Set<ElementId>([...scope.shown.keys(), ...this.#listed(person)]);
    for (const owner of ownersSeen(scope)) for (const id of graph.ownedBy(owner)) candidates.add(id);
    let seen = this.#open.size;
    for (const id of candidates) {
      const node = graph.nodes.get(id);
      if (node === undefined || node.kind === 'note' || this.#open.has(id)) continue;
      if (visibility.node(node).length > 0) seen += 1;
    }
    return seen;
  }

  /** No less than what the person sees. Whoever guides something can see anything. */
  atMost(person: NodeId): number {
    this.#bounds ??= boundsOf(this.#picture, this.#graph);
    return (
      this.#open.size +
      1 +
      (this.#bounds.get(person) ?? 0) +
      this.#listed(person).length +
      this.#graph.ownedBy(person).size
    );
  }

  /** What audiences show to the person, and what open groups then show of themselves. */
  #listed(person: NodeId): ElementId[] {
    const listed: ElementId[] = [];
    for (const id of this.#graph.listedFor(person)) {
      const element = this.#graph.get(id);
      if (element === undefined) continue;
      if (isLink(element)) listed.push(element.source);
      else {
        listed.push(id);
        for (const { source } of this.#graph.linksOf(element.id, 'membership')) listed.push(source);
      }
    }
    return listed;
  }
}
