/** `no-study-group`: a network none of whose people sits in a study group. An empty network has none who could. */
import type { Check } from '../check.ts';
import { personsIn } from '../people.ts';
import { inStudyGroups, networksIn } from './readers.ts';

export const noStudyGroup: Check = {
  reads: { nodes: ['person', 'circle', 'cell'], links: ['membership'], texts: true, places: false },
  find: (picture) => {
    const arrived = inStudyGroups(picture);
    return networksIn(picture)
      .filter(({ id }) => {
        const people = [...personsIn(picture, id)];
        return people.length > 0 && !people.some((person) => arrived.has(person));
      })
      .map(({ id }) => ({
        severity: 'warning',
        elements: [id],
        message: { key: 'no-study-group', values: { network: [id] } },
      }));
  },
};
