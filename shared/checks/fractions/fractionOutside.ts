/**
 * `fraction-outside`: a fraction is formed by those who belong to the organization it works in. Where it works
 * in several, belonging to one of them is enough.
 */
import { type Check, GROUPS_AND_PERSONS } from '../check.ts';
import { KNOWLEDGE_LINKS, Knowledge } from '../knowledge.ts';
import { personsIn } from '../people.ts';
import { fractionsIn, organizationsOf, peopleOf } from './fractionsOf.ts';

export const fractionOutside: Check = {
  reads: {
    nodes: GROUPS_AND_PERSONS,
    links: KNOWLEDGE_LINKS,
    texts: true,
    places: false,
  },
  find: (picture) => {
    const knows = new Knowledge(picture);
    return fractionsIn(picture).flatMap(({ id: fraction }) => {
      const organizations = organizationsOf(picture, fraction);
      const [first] = organizations;
      if (first === undefined || !organizations.every((one) => knows.members(one))) return [];
      const inside = organizations.map(({ id }) => peopleOf(picture, id));
      return [...personsIn(picture, fraction)]
        .filter((person) => inside.every((people) => !people.has(person)))
        .map((person) => ({
          severity: 'warning',
          elements: [person, fraction, first.id],
          message: {
            key: 'fraction-outside',
            values: { person: [person], fraction: [fraction], organization: [first.id] },
          },
          ...(organizations.length === 1 && {
            repair: {
              kind: 'link',
              link: { kind: 'membership', source: person, target: first.id },
              message: { key: 'repair-join', values: { member: [person], group: [first.id] } },
            },
          }),
        }));
    });
  },
};
