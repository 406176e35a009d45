/** `unguided`: a fraction is guided by the party body of its level. One that nobody guides is on its own. */
import type { Check } from '../check.ts';
import { Knowledge } from '../knowledge.ts';
import { fractionsIn, organizationsOf } from './fractionsOf.ts';
import { guidingBody, levelOfFraction } from './guides.ts';

export const unguided: Check = {
  reads: {
    nodes: ['circle', 'cell', 'area', 'organization', 'body'],
    links: ['membership', 'guidance'],
    texts: true,
    places: false,
  },
  find: (picture) => {
    const knows = new Knowledge(picture);
    return fractionsIn(picture)
      .filter((cell) => knows.standsIn(cell) && [...picture.into(cell.id, 'guidance')].length === 0)
      .map((cell) => {
        const guide = guidingBody(picture, levelOfFraction(picture, cell));
        const organizations = organizationsOf(picture, cell.id).map(({ id }) => id);
        return {
          severity: 'warning',
          elements: [cell.id, ...organizations],
          message: { key: 'unguided', values: { fraction: [cell.id], organization: organizations } },
          ...(guide && {
            repair: {
              kind: 'link',
              link: { kind: 'guidance', source: guide.id, target: cell.id },
              message: { key: 'repair-guide', values: { guide: [guide.id], group: [cell.id] } },
            },
          }),
        };
      });
  },
};
