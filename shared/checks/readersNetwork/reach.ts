/**
 * `reach`: how many readers a paper reaches, and how many of them hand it on. A note for every paper: there is
 * no right number, but it is worth watching.
 */
import { type Check, GROUPS_AND_PERSONS } from '../check.ts';
import { downstream, handsTo } from '../handing.ts';
import { papersIn } from './readers.ts';

export const reach: Check = {
  reads: {
    nodes: GROUPS_AND_PERSONS,
    links: ['channel', 'membership'],
    texts: true,
    places: false,
  },
  find: (picture) =>
    papersIn(picture).map(({ id }) => {
      const { persons } = downstream(picture, id);
      const hands = [...persons].filter((person) => handsTo(picture, person).size > 0).length;
      return {
        severity: 'note',
        elements: [id],
        message: { key: 'reach', values: { paper: [id], readers: persons.size, hands } },
      };
    }),
};
