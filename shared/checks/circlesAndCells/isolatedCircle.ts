/**
 * `isolated-circle`: circles touch through the personal contacts of single members. In an isolated one nobody
 * knows anybody outside, and nobody sits in another circle. An empty circle has nobody who could.
 */
import type { NodeId } from '../../model/ids.ts';
import { type Check, GROUPS_AND_PERSONS } from '../check.ts';
import { KNOWLEDGE_LINKS, Knowledge } from '../knowledge.ts';
import { groupsOf, personsIn } from '../people.ts';
import type { Picture } from '../picture.ts';

export const isolatedCircle: Check = {
  reads: {
    nodes: GROUPS_AND_PERSONS,
    links: KNOWLEDGE_LINKS,
    texts: false,
    places: false,
  },
  find: (picture) => {
    const knows = new Knowledge(picture);
    return [...picture.ofKind('circle')]
      .filter((circle) => {
        const { id } = circle;
        const members = personsIn(picture, id);
        if (members.size === 0 || !knows.members(circle)) return false;
        if (![...members].every((member) => knows.around(member))) return false;
        return ![...members].some((member) => leadsOut(picture, { member, members, circle: id }));
      })
      .map(({ id }) => ({
        severity: 'warning',
        elements: [id],
        message: { key: 'isolated-circle', values: { circle: [id] } },
      }));
  },
};

function leadsOut(
  picture: Picture,
  { member, members, circle }: { member: NodeId; members: ReadonlySet<NodeId>; circle: NodeId },
): boolean {
  for (const { other } of picture.outOf(member, 'contact')) if (!members.has(other.id)) return true;
  for (const { other } of picture.into(member, 'contact')) if (!members.has(other.id)) return true;
  for (const group of groupsOf(picture, member)) {
    if (group.kind === 'circle' && group.id !== circle) return true;
  }
  return false;
}
