/**
 * The local rules: each looks at one element and its neighbours, and needs no traversal. They are the same for
 * every viewpoint, save that none steps through what an audience withholds from it.
 */

import type { Graph } from '../graph/graph.ts';
import { type ElementRecord, isConfirmed, type LinkRecord, type NodeRecord } from '../model/element.ts';
import type { NodeId, Viewpoint } from '../model/ids.ts';
import { LINK_RULES } from '../model/kinds.ts';
import { isWithheld } from './trackedGraph.ts';

function counts(element: ElementRecord, viewpoint: Viewpoint): boolean {
  return isConfirmed(element) && !isWithheld(element, viewpoint);
}

function isOpenGroup(graph: Graph, id: NodeId, viewpoint: Viewpoint): boolean {
  const node = graph.nodes.get(id);
  return node !== undefined && counts(node, viewpoint) && graph.disclosure(node) === 'open';
}

/** An open group, or a member of one. */
export function openNode(graph: Graph, node: NodeRecord, viewpoint: Viewpoint): boolean {
  return graph.disclosure(node) === 'open' || openMembership(graph, node, viewpoint) !== null;
}

/** The first membership of the node in an open group; null where there is none. */
export function openMembership(graph: Graph, node: NodeRecord, viewpoint: Viewpoint): LinkRecord | null {
  for (const link of graph.linksOf(node.id, 'membership')) {
    if (link.source !== node.id || !counts(link, viewpoint)) continue;
    if (isOpenGroup(graph, link.target, viewpoint)) return link;
  }
  return null;
}

/** A membership in an open group; guidance and delegation between two open groups. */
export function openLink(graph: Graph, link: LinkRecord, viewpoint: Viewpoint): boolean {
  const { open } = LINK_RULES[link.kind];
  if (open === null || !isOpenGroup(graph, link.target, viewpoint)) return false;
  return open === 'target' || isOpenGroup(graph, link.source, viewpoint);
}

/** On a commons board, a contact whose two ends are visible anyway. */
export function commonContact(graph: Graph, link: LinkRecord): boolean {
  return graph.policy.commons && link.kind === 'contact';
}

/**
 * On a commons board, notes, and persons who belong to no group. A group or membership that an audience keeps
 * from the viewpoint counts all the same: otherwise keeping it from a viewpoint would show that viewpoint its members.
 */
export function freeNode(graph: Graph, node: NodeRecord): boolean {
  if (!graph.policy.commons) return false;
  if (node.kind === 'note') return true;
  if (node.kind !== 'person') return false;
  for (const link of graph.linksOf(node.id, 'membership')) {
    if (link.source !== node.id || !isConfirmed(link)) continue;
    const group = graph.nodes.get(link.target);
    if (group !== undefined && isConfirmed(group)) return false;
  }
  return true;
}

/** Ties and channels, and links of any other kind that no rule walks along, once both ends are visible. */
export function between(link: LinkRecord): boolean {
  return !LINK_RULES[link.kind].walked;
}
