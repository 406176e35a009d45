/**
 * `no-audience`: a channel, publication, site, page or broadcast from which no channel leads to anybody: to no
 * person, and to no group with anybody in it, directly or through what hands it on.
 */
import { isCalled } from '../captions.ts';
import { type Check, GROUPS_AND_PERSONS } from '../check.ts';
import { downstream } from '../handing.ts';
import type { PictureNode } from '../picture.ts';

export const noAudience: Check = {
  reads: {
    nodes: GROUPS_AND_PERSONS,
    links: ['channel', 'membership'],
    texts: true,
    places: false,
  },
  find: (picture) =>
    [...picture.ofKind('body'), ...picture.ofKind('organization')].flatMap((medium) => {
      if (!isMedium(medium)) return [];
      const { id } = medium;
      const { persons, groups } = downstream(picture, id);
      // In a part of a board, a group that seems empty need not be.
      const reachesGroup = !picture.whole && groups.size > 0;
      if (persons.size > 0 || reachesGroup) return [];
      return [
        {
          severity: 'warning',
          elements: [id],
          message: { key: 'no-audience', values: { medium: [id] } },
        },
      ];
    }),
};

const isMedium = (node: PictureNode) =>
  isCalled(node, 'channel', 'publication', 'website', 'page', 'broadcast');
