/** A facilitator's picture as the records that policies and the rules of visibility work on. */

import { Graph } from '../graph/graph.ts';
import type { LinkRecord, NodeRecord } from '../model/element.ts';
import { LINK_KINDS } from '../model/kinds.ts';
import type { Policy } from '../policies/policies.ts';
import type { Picture, PictureElement, PictureLink, PictureNode } from './picture.ts';

/** Texts and places are left out: no rule looks at them. */
export function nodeRecord(node: PictureNode): NodeRecord {
  const { id, kind, disclosure } = node;
  const blank = { label: '', caption: '', notes: '', position: { x: 0, y: 0 }, locked: false };
  return { id, kind, ...blank, ...(disclosure && { disclosure }), ...ownership(node) };
}

export function graphOf(picture: Picture, policy: Policy): Graph {
  const graph = new Graph(policy);
  for (const node of picture.nodes.values()) graph.put(nodeRecord(node));
  for (const kind of LINK_KINDS) for (const link of picture.linksOf(kind)) graph.put(linkRecord(link));
  return graph;
}

function linkRecord(link: PictureLink): LinkRecord {
  const { id, kind, source, target } = link;
  return { id, kind, source, target, label: '', caption: '', locked: false, ...ownership(link) };
}

function ownership({ owner = 'facilitator', audience }: PictureElement) {
  return { owner, ...(audience && { audience }) };
}
