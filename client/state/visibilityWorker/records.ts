/**
 * The records of a facilitator's page as the rules read them: what decides who sees what, and nothing else, so
 * that moving and renaming are no news. Pure.
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

/** What the server has not said the owner of is this facilitator's own. */
export function nodeRecord(node: NodeSnapshot): NodeRecord {
  return completeRecord('nodes', node, { only: isRuling });
}

export function linkRecord(link: LinkSnapshot): LinkRecord {
  return completeRecord('links', link, { only: isRuling });
}

/** Whether two records say the same to the rules. */
export function sameToRules(a: ElementRecord | undefined, b: ElementRecord): boolean {
  if (a === undefined || isLink(a) !== isLink(b)) return false;
  return RULING[isLink(b) ? 'links' : 'nodes'].every((field) => isSame(valueIn(a, field), valueIn(b, field)));
}

function isSame(a: unknown, b: unknown): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return a === b;
  return a.length === b.length && a.every((entry, index) => entry === b[index]);
}
