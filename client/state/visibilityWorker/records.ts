/**
 * A facilitator's records as the visibility rules read them: only what decides visibility, so that moving and
 * renaming are no change. Pure.
 */
import { completeRecord } from '../../../shared/model/completeRecord.ts';
import {
  type ElementRecord,
  isLink,
  type LinkRecord,
  type NodeRecord,
} from '../../../shared/model/element.ts';
import { FIELD_LISTS, isRuling, valueIn } from '../../../shared/model/fieldLists.ts';
import type { LinkSnapshot, NodeSnapshot } from '../../sync/snapshot.ts';

const RULING = { nodes: FIELD_LISTS.nodes.filter(isRuling), links: FIELD_LISTS.links.filter(isRuling) };

/** An element whose owner the server has not sent yet belongs to this facilitator. */
export function nodeRecord(node: NodeSnapshot): NodeRecord {
  return completeRecord('nodes', node, { only: isRuling });
}

export function linkRecord(link: LinkSnapshot): LinkRecord {
  return completeRecord('links', link, { only: isRuling });
}

/** Whether two records are equal for the rules. */
export function sameToRules(a: ElementRecord | undefined, b: ElementRecord): boolean {
  if (a === undefined || isLink(a) !== isLink(b)) return false;
  return RULING[isLink(b) ? 'links' : 'nodes'].every((field) => isSame(valueIn(a, field), valueIn(b, field)));
}

function isSame(a: unknown, b: unknown): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return a === b;
  return a.length === b.length && a.every((entry, index) => entry === b[index]);
}
