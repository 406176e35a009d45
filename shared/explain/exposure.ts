/**
 * How much of a board each viewpoint sees, what is seen by most, which groups know of each other, and whom the
 * net hangs on. Counted with the visibility rules themselves.
 */
import { hangsOnParent, walk } from '../graph/cutPoints.ts';
import type { Graph } from '../graph/graph.ts';
import { Net } from '../graph/net.ts';
import { isConfirmed } from '../model/element.ts';
import type { ElementId, NodeId, Viewpoint } from '../model/ids.ts';
import { isGroupKind } from '../model/kinds.ts';
import { viewpointsOf } from './viewpoints.ts';
import type { VisibilityCache } from './visibilityCache.ts';

interface VisibleCounts {
  readonly persons: number;
  readonly groups: number;
  readonly links: number;
}

export interface ExposureRow extends VisibleCounts {
  readonly viewpoint: Viewpoint;
  /** Of all persons, groups and links, from 0 to 1. */
  readonly share: number;
}

interface MostSeen {
  readonly id: ElementId;
  readonly viewers: number;
}

/** Somebody without whom the net falls apart. */
export interface Holding {
  readonly person: NodeId;
  /** What would be left, each as its nodes, the largest first; the person is in none. */
  readonly parts: readonly (readonly NodeId[])[];
}

export interface Exposure {
  readonly total: VisibleCounts;
  readonly viewpoints: number;
  readonly rows: readonly ExposureRow[];
  readonly mostSeen: readonly MostSeen[];
  /** Groups each of which sees the other. */
  readonly acquainted: readonly (readonly [NodeId, NodeId])[];
  readonly holding: readonly Holding[];
}

const MAX_MOST_SEEN = 30;
const MAX_HOLDING = 100;
/** Nodes of one part that are named. */
const MAX_IN_PART = 60;

export function exposure(visibilityCache: VisibilityCache): Exposure {
  const { graph } = visibilityCache;
  const total = countsOf(graph, [...graph.nodes.keys(), ...graph.links.keys()]);
  const whole = Math.max(1, total.persons + total.groups + total.links);
  const viewers = new Map<ElementId, number>();
  const groupsSeen = new Map<NodeId, Set<NodeId>>();
  const rows: ExposureRow[] = [];
  for (const viewpoint of viewpointsOf(graph)) {
    const seen = visibilityCache.visibility(viewpoint).all();
    for (const id of seen.keys()) viewers.set(id, (viewers.get(id) ?? 0) + 1);
    const counts = countsOf(graph, seen.keys());
    rows.push({ viewpoint, ...counts, share: (counts.persons + counts.groups + counts.links) / whole });
    const [group] = groupsAmong(graph, [viewpoint]);
    if (group !== undefined) groupsSeen.set(group, new Set(groupsAmong(graph, seen.keys())));
  }
  const mostSeen = [...viewers]
    .map(([id, count]) => ({ id, viewers: count }))
    .sort((a, b) => b.viewers - a.viewers)
    .slice(0, MAX_MOST_SEEN);
  return {
    total,
    viewpoints: rows.length,
    rows,
    mostSeen,
    acquainted: acquaintedPairs(groupsSeen),
    holding: holdingTogether(graph),
  };
}

function* groupsAmong(graph: Graph, ids: Iterable<string>): Generator<NodeId> {
  for (const id of ids) {
    const node = graph.nodes.get(id);
    if (node !== undefined && isGroupKind(node.kind)) yield node.id;
  }
}

/** Notes count for nothing. */
function countsOf(graph: Graph, ids: Iterable<ElementId>): VisibleCounts {
  let [persons, groups, links] = [0, 0, 0];
  for (const id of ids) {
    const node = graph.nodes.get(id);
    if (node === undefined) links += 1;
    else if (node.kind === 'person') persons += 1;
    else if (node.kind !== 'note') groups += 1;
  }
  return { persons, groups, links };
}

function acquaintedPairs(seen: ReadonlyMap<NodeId, ReadonlySet<NodeId>>): [NodeId, NodeId][] {
  const pairs: [NodeId, NodeId][] = [];
  for (const [one, sees] of seen) {
    for (const other of sees) if (one < other && seen.get(other)?.has(one)) pairs.push([one, other]);
  }
  return pairs;
}

/**
 * Persons whose leaving would part what is joined now, over every kind of confirmed link. From one walk over
 * the net: what hangs on a person below them in the walk, and all the rest.
 */
export function holdingTogether(graph: Graph): Holding[] {
  const net = new Net<NodeId>();
  for (const { id, kind } of graph.nodes.values()) if (kind !== 'note') net.at(id);
  for (const link of graph.links.values()) {
    if (isConfirmed(link) && net.spots.has(link.source) && net.spots.has(link.target)) {
      net.join(link.source, link.target);
    }
  }
  const order = walk(net);
  const holding: Holding[] = [];
  for (const visit of order) {
    if (graph.nodes.get(visit.id)?.kind !== 'person') continue;
    const hanging: [number, number][] = [];
    for (let at = visit.entered + 1; at < visit.left; ) {
      const child = order[at];
      if (child === undefined) break;
      if (hangsOnParent(child)) hanging.push([child.entered, child.left]);
      at = child.left;
    }
    const parts = hanging.map(([from, to]) => order.slice(from, to).map(({ id }) => id));
    if (visit.parent !== null && hanging.length > 0) {
      const [from, to] = treeAround(order, visit.entered);
      const cut = new Set(parts.flat());
      parts.push(
        order
          .slice(from, to)
          .map(({ id }) => id)
          .filter((id) => id !== visit.id && !cut.has(id)),
      );
    }
    if (parts.length > 1)
      holding.push({ person: visit.id, parts: parts.sort((a, b) => b.length - a.length) });
  }
  const cutOff = ({ parts }: Holding) => parts.slice(1).reduce((sum, part) => sum + part.length, 0);
  return holding
    .sort((a, b) => cutOff(b) - cutOff(a))
    .slice(0, MAX_HOLDING)
    .map(({ person, parts }) => ({ person, parts: parts.map((part) => part.slice(0, MAX_IN_PART)) }));
}

/** Where the tree of the walk in which a place lies begins and ends. */
function treeAround(order: readonly { entered: number; left: number; parent: unknown }[], at: number) {
  let from = at;
  while (order[from]?.parent !== null) from -= 1;
  return [from, order[from]?.left ?? from] as const;
}
