/**
 * `bureau-size`: cells, districts and local groups elect a bureau of three to five. Too many are too many in
 * any view; too few only where all members are seen, as the bureau of a cell is by the cell itself.
 */

import { isCalled } from '../captions.ts';
import { type Check, GROUPS_AND_PERSONS } from '../check.ts';
import { KNOWLEDGE_LINKS, Knowledge } from '../knowledge.ts';
import { groupsOf, homesOf, personsIn } from '../people.ts';

export const bureauSize: Check = {
  reads: {
    nodes: GROUPS_AND_PERSONS,
    links: KNOWLEDGE_LINKS,
    texts: true,
    places: false,
  },
  find: (picture, { bureauLeast: least, bureauMost: most }) => {
    const knows = new Knowledge(picture);
    return [...picture.ofKind('body')].flatMap((body) => {
      if (!isCalled(body, 'bureau')) return [];
      const { size: count } = personsIn(picture, body.id);
      const isOwn = [...groupsOf(picture, body.id)].some(
        ({ id, kind }) => kind === 'cell' && id === picture.viewer,
      );
      const tooFew = count < least && (isOwn || knows.members(body));
      if (!tooFew && count <= most) return [];
      return [
        {
          severity: 'warning',
          elements: [body.id],
          message: {
            key: 'bureau-size',
            values: { body: [body.id], group: homesOf(picture, body.id), count, least, most },
          },
        },
      ];
    });
  },
};
