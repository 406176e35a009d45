/** `one-person`: an institution that hangs on one person, with nobody else in it or in what belongs to it. */
import { isCalled } from '../captions.ts';
import { type Check, GROUPS_AND_PERSONS } from '../check.ts';
import { personsWithin } from '../people.ts';

export const onePerson: Check = {
  reads: {
    nodes: GROUPS_AND_PERSONS,
    links: ['membership'],
    texts: true,
    places: false,
  },
  find: (picture) =>
    [...picture.ofKind('organization')].flatMap((institution) => {
      if (!isCalled(institution, 'institution')) return [];
      const [person, ...others] = personsWithin(picture, institution.id);
      if (person === undefined || others.length > 0) return [];
      return [
        {
          severity: 'warning',
          elements: [institution.id, person],
          message: { key: 'one-person', values: { institution: [institution.id], person: [person] } },
        },
      ];
    }),
};
