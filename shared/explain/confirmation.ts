/**
 * What confirming some drawings takes with it. A link counts only with both its ends, so unconfirmed ends come
 * along; and a node that its maker would lose sight of, because no rule leads to it any more, takes along the
 * links its maker drew to it. What no rule shows even so is named, with whoever sees it until then.
 */

import type { Graph } from '../graph/graph.ts';
import { type ElementRecord, isConfirmed, isLink } from '../model/element.ts';
import type { ElementId, Viewpoint } from '../model/ids.ts';
import { LINK_RULES } from '../model/kinds.ts';
import { visibility } from '../visibility/viewpointVisibility.ts';
import { applyBoardEdits, type BoardEdit } from './boardEdit.ts';
import { viewpointsOf } from './viewpoints.ts';

export interface Confirmation {
  /** What is to be confirmed: what was chosen, and what comes along. */
  readonly all: readonly ElementId[];
  readonly along: readonly ElementId[];
  /** What its owner would no longer see, and who sees it now. */
  readonly lost: readonly { readonly id: ElementId; readonly seenBy: readonly Viewpoint[] }[];
}

export function confirmationOf(graph: Graph, chosen: readonly ElementId[]): Confirmation {
  const drawn = (id: ElementId): ElementRecord[] => {
    const element = graph.get(id);
    return element === undefined || isConfirmed(element) ? [] : [element];
  };
  const all = new Map<ElementId, ElementRecord>();
  const take = (ids: Iterable<ElementId>): boolean => {
    const before = all.size;
    for (const id of ids) for (const element of drawn(id)) all.set(id, element);
    for (const element of all.values()) {
      if (!isLink(element)) continue;
      for (const end of [element.source, element.target]) for (const node of drawn(end)) all.set(end, node);
    }
    return all.size > before;
  };
  take(chosen);
  let lost = lostBy(graph, all);
  while (take(leadingTo(graph, lost))) lost = lostBy(graph, all);
  const own = new Set(chosen);
  return {
    all: [...all.keys()],
    along: [...all.keys()].filter((id) => !own.has(id)),
    lost: seenBy(
      graph,
      lost.map(({ id }) => id),
    ),
  };
}

/** Elements that their owner sees now and would not, were all of them confirmed. */
function lostBy(graph: Graph, all: ReadonlyMap<ElementId, ElementRecord>): ElementRecord[] {
  const edits = [...all.keys()].map((id): BoardEdit => ({ type: 'owner', id, owner: 'facilitator' }));
  const { graph: after } = applyBoardEdits(graph, edits);
  return [...new Set([...all.values()].map(({ owner }) => owner))].flatMap((owner) => {
    const [was, will] = [visibility(graph, owner), visibility(after, owner)];
    return [...all.values()].filter(
      (element) => element.owner === owner && was.has(element.id) && !will.has(element.id),
    );
  });
}

/** Links that rules walk along, drawn by the owner of a node at that node. */
function* leadingTo(graph: Graph, lost: readonly ElementRecord[]): Generator<ElementId> {
  for (const { id, owner } of lost) {
    for (const link of graph.linksAt(id)) {
      if (link.owner === owner && LINK_RULES[link.kind].walked) yield link.id;
    }
  }
}

function seenBy(graph: Graph, ids: readonly ElementId[]): Confirmation['lost'] {
  if (ids.length === 0) return [];
  const viewers = new Map<ElementId, Viewpoint[]>(ids.map((id) => [id, []]));
  for (const viewpoint of viewpointsOf(graph)) {
    const visible = visibility(graph, viewpoint);
    for (const [id, list] of viewers) if (visible.has(id)) list.push(viewpoint);
  }
  return [...viewers].map(([id, viewpoints]) => ({ id, seenBy: viewpoints }));
}

/** The change that confirming is; with `keep`, what no rule would show stays with those who see it now. */
export function confirmationEdits({ all, lost }: Confirmation, { keep }: { keep: boolean }): BoardEdit[] {
  return [
    ...all.map((id): BoardEdit => ({ type: 'owner', id, owner: 'facilitator' })),
    ...(keep ? lost.map(({ id, seenBy: audience }): BoardEdit => ({ type: 'audience', id, audience })) : []),
  ];
}
