/** A facilitator's picture as the records that policies and the rules of visibility work on. */

import { Graph } from '../graph/graph.ts';
import { completeRecord } from '../model/completeRecord.ts';
import type { LinkRecord, NodeRecord } from '../model/element.ts';
import { isRuling } from '../model/fieldLists.ts';
import { LINK_KINDS } from '../model/kinds.ts';
import type { Policy } from '../policies/policies.ts';
import type { Picture, PictureLink, PictureNode } from './picture.ts';

/** Texts and places are left out: no rule looks at them. */
export function nodeRecord(node: PictureNode): NodeRecord {
  return completeRecord('nodes', node, { only: isRuling });
}

export function graphOf(picture: Picture, policy: Policy): Graph {
  const graph = new Graph(policy);
  for (const node of picture.nodes.values()) graph.put(nodeRecord(node));
  for (const kind of LINK_KINDS) for (const link of picture.linksOf(kind)) graph.put(linkRecord(link));
  return graph;
}

function linkRecord(link: PictureLink): LinkRecord {
  return completeRecord('links', link, { only: isRuling });
}
