/**
 * What a viewpoint sees, a second time: written from the words of the rules and from nothing else, slowly,
 * by asking of every element whether any clause speaks for it. It shares types with the code it checks, and
 * no line. Where the two disagree, one of them has misread the rules.
 */
import type { ElementRecord, LinkRecord, NodeRecord } from '../../shared/model/element.ts';
import type { RandomBoard } from './randomBoards.ts';

/** Disclosures by policy, in the order circle, cell, area, organization, body. */
const DEFAULTS: Record<string, string> = {
  open: 'open open open open open',
  detached: 'internal detached detached open internal',
  territorial: 'internal internal internal open internal',
  fractions: 'internal detached internal open internal',
};
const GROUPS = ['circle', 'cell', 'area', 'organization', 'body'];

type Edge = readonly [from: string, to: string];

/** Each visible id with its reasons, spaces between them, in the order of the table. */
export function oracle(board: RandomBoard, V: string): Record<string, string> {
  const { nodes, links, policy } = board;
  const everything: ElementRecord[] = [...nodes, ...links];
  if (V === 'facilitator') return Object.fromEntries(everything.map(({ id }) => [id, 'facilitator']));

  // What rules may look at: confirmed, and not kept from V by an audience; a link also by both its ends.
  const listed = ({ audience = [] }: ElementRecord) =>
    audience.some((name) => name === V || name === 'everyone');
  const confirmed = ({ owner }: ElementRecord) => owner === 'facilitator' || owner === 'everyone';
  const sound = (element: ElementRecord) =>
    confirmed(element) && (element.audience === undefined || listed(element));
  const node = Object.fromEntries(nodes.map((one) => [one.id as string, one]));
  const soundNodes = nodes.filter(sound);
  const isSound = (id: string) => soundNodes.some((one) => one.id === id);
  const edges = (kind: string): Edge[] =>
    links
      .filter((link) => link.kind === kind && sound(link) && isSound(link.source) && isSound(link.target))
      .map((link) => [link.source, link.target] as const);
  const memberships = edges('membership');
  const guidance = edges('guidance');
  const delegations = edges('delegation');
  const contacts = edges('contact').flatMap(([a, b]): Edge[] => [
    [a, b],
    [b, a],
  ]);

  const kindOf = (id: string) => node[id]?.kind ?? 'nothing';
  const isGroup = (id: string) => GROUPS.includes(kindOf(id));
  const disclosure = (id: string) =>
    isGroup(id)
      ? (node[id]?.disclosure ?? DEFAULTS[policy.name]?.split(' ')[GROUPS.indexOf(kindOf(id))])
      : 'none';

  // standing(V) and guided(V), as least fixed points.
  const self = isSound(V) ? [V] : [];
  const isPerson = kindOf(V) === 'person';
  const standing = closure(
    self,
    (id, found) =>
      memberships.some(
        ([who, group]) =>
          group === id &&
          ((isPerson && who === V) ||
            (found.has(who) && kindOf(id) === 'area' && disclosure(id) !== 'detached')),
      ),
    nodes,
  );
  const starts = isPerson
    ? memberships.filter(([who, group]) => who === V && kindOf(group) === 'body').map(([, group]) => group)
    : self;
  const guided = closure(
    [],
    (id, found) =>
      isGroup(id) &&
      (guidance.some(([from, to]) => to === id && (starts.includes(from) || found.has(from))) ||
        memberships.some(([who, area]) => who === id && kindOf(area) === 'area' && found.has(area))),
    self.length === 0 ? [] : nodes,
  );
  const mine = new Set([...standing, ...guided]);
  const owners = new Set([V, ...mine]);

  // People who know each other: V's person-members, or V.
  const membersKnowEachOther = ['circle', 'cell', 'body'].includes(kindOf(V)) && self.length > 0;
  const acquainted = isPerson
    ? self
    : memberships
        .filter(([who, group]) => membersKnowEachOther && group === V && kindOf(who) === 'person')
        .map(([who]) => who);
  const known = contacts.filter(([who]) => acquainted.includes(who)).map(([, whom]) => whom);
  const disclosedSeat = ([, group]: Edge) => disclosure(group) !== 'detached';
  const seatsElsewhere = memberships.filter(
    (seat) => !isPerson && acquainted.includes(seat[0]) && seat[1] !== V && disclosedSeat(seat),
  );
  const seatsOfContacts = memberships.filter((seat) => known.includes(seat[0]) && disclosedSeat(seat));

  const isOpen = (id: string) => isSound(id) && disclosure(id) === 'open';
  const belongsSomewhere = (id: string) =>
    links.some(
      (link) =>
        link.kind === 'membership' &&
        link.source === id &&
        confirmed(link) &&
        nodes.some((group) => group.id === link.target && confirmed(group)),
    );
  const memberOfAny = (id: string, groups: ReadonlySet<string>) =>
    memberships.some(([who, group]) => who === id && groups.has(group));
  const atOtherEnd = (pairs: Edge[], id: string, base: ReadonlySet<string>) =>
    pairs.some(([a, b]) => (a === id && base.has(b)) || (b === id && base.has(a)));
  const ownedByUs = ({ owner }: ElementRecord) =>
    owners.has(owner) && !(policy.commons && owner === 'everyone');
  const apart = (id: string) => disclosure(id) === 'detached' && !mine.has(id);

  const nodeClauses = (one: NodeRecord): Record<string, boolean> => {
    const { id } = one;
    const ruled = confirmed(one) && !apart(id);
    return {
      open: ruled && (isOpen(id) || memberships.some(([who, group]) => who === id && isOpen(group))),
      own: ruled && (standing.has(id) || memberOfAny(id, standing)),
      guidance:
        ruled &&
        (atOtherEnd(guidance, id, standing) ||
          guided.has(id) ||
          (policy.guidesSeeMembers && memberOfAny(id, guided))),
      delegation: ruled && atOtherEnd(delegations, id, mine),
      elsewhere: ruled && seatsElsewhere.some(([, group]) => group === id),
      contact: ruled && (known.includes(id) || seatsOfContacts.some(([, group]) => group === id)),
      free:
        ruled && policy.commons && (one.kind === 'note' || (one.kind === 'person' && !belongsSomewhere(id))),
      owned: ownedByUs(one),
    };
  };
  const linkClauses = (link: LinkRecord): Record<string, boolean> => {
    const { kind, source, target } = link;
    const ruled = confirmed(link) && !apart(source) && !apart(target);
    // Clauses that walk along the link need its ends sound; the local ones only that they are seen.
    const walked = ruled && isSound(source) && isSound(target);
    const isOneOf = (edgeList: Edge[]) => edgeList.some(([a, b]) => a === source && b === target);
    return {
      open:
        ruled &&
        ((kind === 'membership' && isOpen(target)) ||
          ((kind === 'guidance' || kind === 'delegation') && isOpen(source) && isOpen(target)) ||
          (kind === 'contact' && policy.commons)),
      own: walked && kind === 'membership' && (standing.has(source) || standing.has(target)),
      guidance:
        walked &&
        ((kind === 'guidance' && (standing.has(source) || standing.has(target))) ||
          (kind === 'guidance' && guided.has(target) && mine.has(source)) ||
          (kind === 'membership' && guided.has(target) && policy.guidesSeeMembers)),
      delegation: walked && kind === 'delegation' && (mine.has(source) || mine.has(target)),
      elsewhere: walked && kind === 'membership' && isOneOf(seatsElsewhere),
      contact:
        walked &&
        ((kind === 'contact' && (acquainted.includes(source) || acquainted.includes(target))) ||
          (kind === 'membership' && isOneOf(seatsOfContacts))),
      between: ruled && (kind === 'tie' || kind === 'channel'),
      owned: ownedByUs(link),
    };
  };

  const seen: Record<string, string> = {};
  const enter = (element: ElementRecord, clauses: Record<string, boolean>) => {
    const reasons = Object.keys(clauses).filter((reason) => clauses[reason]);
    if (element.audience !== undefined) {
      if (listed(element)) seen[element.id] = 'audience';
    } else if (reasons.length > 0) seen[element.id] = reasons.join(' ');
  };
  for (const one of nodes) enter(one, nodeClauses(one));
  for (const link of links) {
    if (link.source in seen && link.target in seen) enter(link, linkClauses(link));
  }
  return seen;
}

/** The smallest set that holds the start and whatever belongs to it given the set itself. */
function closure(
  start: readonly string[],
  belongs: (id: string, found: ReadonlySet<string>) => boolean,
  nodes: readonly NodeRecord[],
): Set<string> {
  const found = new Set(start);
  for (let size = -1; size !== found.size; ) {
    size = found.size;
    for (const { id } of nodes) if (belongs(id, found)) found.add(id);
  }
  return found;
}
