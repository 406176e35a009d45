/**
 * A change to a board as somebody considers it, and the board as it would be afterwards. Nothing is changed in
 * place: the answer is a copy. What is not on the board is passed over, so that a change which was overtaken
 * by others is still a change.
 */

import { Graph } from '../graph/graph.ts';
import type { ElementRecord } from '../model/element.ts';
import { isLink } from '../model/element.ts';
import type { ElementId, NodeId, Viewpoint } from '../model/ids.ts';
import type { Disclosure } from '../model/kinds.ts';
import type { Policy } from '../policies/policies.ts';

export type BoardEdit =
  | { readonly type: 'policy'; readonly policy: Policy }
  /** Adds an element, or replaces the one of the same id. A link without its ends is passed over. */
  | { readonly type: 'put'; readonly element: ElementRecord }
  /** A node goes with its links. */
  | { readonly type: 'remove'; readonly id: ElementId }
  /** Null: as the policy has it for the kind. */
  | { readonly type: 'disclosure'; readonly id: NodeId; readonly disclosure: Disclosure | null }
  /** Null: the rules decide. */
  | { readonly type: 'audience'; readonly id: ElementId; readonly audience: readonly Viewpoint[] | null }
  /** Confirming is giving it to the facilitator. */
  | { readonly type: 'owner'; readonly id: ElementId; readonly owner: Viewpoint };

export interface ElementChange {
  readonly id: ElementId;
  readonly before: ElementRecord | undefined;
  readonly after: ElementRecord | undefined;
}

export interface EditedBoard {
  readonly graph: Graph;
  /** Elements that are not what they were; one entry each. */
  readonly changes: readonly ElementChange[];
  readonly policyChanged: boolean;
}

function copyOf(graph: Graph): Graph {
  const copy = new Graph(graph.policy);
  for (const node of graph.nodes.values()) copy.put(node);
  for (const link of graph.links.values()) copy.put(link);
  return copy;
}

export function applyBoardEdits(graph: Graph, edits: readonly BoardEdit[]): EditedBoard {
  const after = copyOf(graph);
  const touched = new Set<ElementId>();
  for (const edit of edits) for (const id of carryOut(after, edit)) touched.add(id);
  const changes = [...touched]
    .map((id): ElementChange => ({ id, before: graph.get(id), after: after.get(id) }))
    .filter((change) => change.before !== change.after);
  return { graph: after, changes, policyChanged: !samePolicy(graph.policy, after.policy) };
}

/** Carries an edit out on the graph itself; answers the ids of what it touched. */
export function carryOut(graph: Graph, edit: BoardEdit): ElementId[] {
  if (edit.type === 'policy') {
    graph.policy = edit.policy;
    return [];
  }
  if (edit.type === 'put') {
    const { element } = edit;
    if (isLink(element) && !(graph.nodes.has(element.source) && graph.nodes.has(element.target))) return [];
    graph.put(element);
    return [element.id];
  }
  const element = graph.get(edit.id);
  if (element === undefined) return [];
  switch (edit.type) {
    case 'remove': {
      const links = isLink(element) ? [] : [...graph.linksAt(element.id)].map(({ id }) => id);
      for (const id of links) graph.remove(id);
      graph.remove(element.id);
      return [...links, element.id];
    }
    case 'disclosure': {
      if (isLink(element)) return [];
      const { disclosure: _before, ...rest } = element;
      graph.put(edit.disclosure === null ? rest : { ...rest, disclosure: edit.disclosure });
      return [element.id];
    }
    case 'audience': {
      const { audience: _before, ...rest } = element;
      graph.put((edit.audience === null ? rest : { ...rest, audience: edit.audience }) as ElementRecord);
      return [element.id];
    }
    case 'owner':
      graph.put({ ...element, owner: edit.owner });
      return [element.id];
  }
}

function samePolicy(a: Policy, b: Policy): boolean {
  return a.name === b.name && a.guidesSeeMembers === b.guidesSeeMembers && a.commons === b.commons;
}
