/**
 * `isolated-fraction`: a fraction works among others. An organization where it makes up more than a set share
 * has hardly anyone else. Who is in two of its fractions counts once.
 */
import type { NodeId } from '../../model/ids.ts';
import type { Check } from '../check.ts';
import { personsIn } from '../people.ts';
import { fractionsAt, peopleOf } from './fractionsOf.ts';

export const isolatedFraction: Check = {
  reads: {
    nodes: ['person', 'cell', 'organization'],
    links: ['membership'],
    texts: false,
    places: false,
  },
  find: (picture, { isolatedShare }) => {
    return [...picture.ofKind('organization')].flatMap(({ id }) => {
      const people = peopleOf(picture, id);
      const fractions = fractionsAt(picture, id).map((fraction) => fraction.id);
      const inFraction = new Set<NodeId>();
      for (const fraction of fractions) {
        for (const person of personsIn(picture, fraction)) if (people.has(person)) inFraction.add(person);
      }
      if (inFraction.size === 0 || inFraction.size <= isolatedShare * people.size) return [];
      return [
        {
          severity: 'warning',
          elements: [id, ...fractions],
          message: {
            key: 'isolated-fraction',
            values: { organization: [id], count: people.size, inFraction: inFraction.size },
          },
        },
      ];
    });
  },
};
