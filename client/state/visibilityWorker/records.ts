/**
 * The records of a facilitator's page as the rules read them: what decides who sees what, and nothing else, so
 * that moving and renaming are no news. Pure.
 */
import type { ElementRecord, LinkRecord, NodeRecord } from '../../../shared/model/element.ts';
import type { LinkSnapshot, NodeSnapshot } from '../../sync/snapshot.ts';

const UNTOLD = { label: '', caption: '', locked: false } as const;
const NOWHERE = { x: 0, y: 0 } as const;

/** What the server has not said the owner of is this facilitator's own. */
function common({ owner, audience }: NodeSnapshot | LinkSnapshot) {
  return { ...UNTOLD, owner: owner ?? 'facilitator', ...(audience !== null && { audience }) } as const;
}

export function nodeRecord(node: NodeSnapshot): NodeRecord {
  const { id, kind, disclosure } = node;
  return {
    id,
    kind,
    notes: '',
    position: NOWHERE,
    ...common(node),
    ...(disclosure !== null && { disclosure }),
  };
}

export function linkRecord(link: LinkSnapshot): LinkRecord {
  const { id, kind, source, target } = link;
  return { id, kind, source, target, ...common(link) };
}

/** Whether two records say the same to the rules. */
export function sameToRules(a: ElementRecord | undefined, b: ElementRecord): boolean {
  if (a === undefined || a.kind !== b.kind || a.owner !== b.owner) return false;
  if ('source' in b) return 'source' in a && a.source === b.source && a.target === b.target && sameList(a, b);
  return !('source' in a) && a.disclosure === b.disclosure && sameList(a, b);
}

function sameList({ audience: a }: ElementRecord, { audience: b }: ElementRecord): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a.length === b.length && a.every((viewpoint, index) => viewpoint === b[index]);
}
