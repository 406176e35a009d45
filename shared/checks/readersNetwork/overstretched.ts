/** `overstretched`: a distributor who hands the paper to more readers than one person can keep up with. */
import type { Check } from '../check.ts';
import { handsTo } from '../handing.ts';

export const overstretched: Check = {
  reads: { nodes: ['person'], links: ['channel'], texts: false, places: false },
  find: (picture, { mostReaders: most }) =>
    [...picture.ofKind('person')].flatMap(({ id }) => {
      const readers = [...handsTo(picture, id)].sort();
      if (readers.length <= most) return [];
      return [
        {
          severity: 'warning',
          elements: [id, ...readers],
          message: { key: 'overstretched', values: { person: [id], count: readers.length, most } },
        },
      ];
    }),
};
