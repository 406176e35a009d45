/**
 * `factory-majority`: more than half of a district bureau and of an area committee are members of factory
 * cells; exactly half is too few. Who also sits in a street cell counts as from the factory, and once. A body
 * without members has no majority to judge.
 */
import type { NodeId } from '../../model/ids.ts';
import { isCalled } from '../captions.ts';
import { type Check, GROUPS_AND_PERSONS } from '../check.ts';
import { KNOWLEDGE_LINKS, Knowledge } from '../knowledge.ts';
import { groupsOf, homesOf, personsIn } from '../people.ts';
import type { Picture } from '../picture.ts';

export const factoryMajority: Check = {
  reads: {
    nodes: GROUPS_AND_PERSONS,
    links: KNOWLEDGE_LINKS,
    texts: true,
    places: false,
  },
  find: (picture) => {
    const knows = new Knowledge(picture);
    return [...picture.ofKind('body')].flatMap((body) => {
      if (!isCalled(body, 'districtBureau', 'areaCommittee') || !knows.members(body)) return [];
      const members = [...personsIn(picture, body.id)];
      const others = members.filter((member) => !worksInFactory(picture, member));
      if (!others.every((member) => knows.around(member))) return [];
      const fromFactories = members.length - others.length;
      if (members.length === 0 || fromFactories * 2 > members.length) return [];
      return [
        {
          severity: 'warning',
          elements: [body.id, ...others.sort()],
          message: {
            key: 'factory-majority',
            values: {
              body: [body.id],
              group: homesOf(picture, body.id),
              count: members.length,
              fromFactories,
            },
          },
        },
      ];
    });
  },
};

function worksInFactory(picture: Picture, member: NodeId): boolean {
  return [...groupsOf(picture, member)].some(
    (group) => group.kind === 'cell' && isCalled(group, 'factoryCell'),
  );
}
