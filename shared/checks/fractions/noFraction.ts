/**
 * `no-fraction`: an organization with members but no fraction in it. Fractions are detached, so in most views
 * they only seem to be missing: it is found on the whole board, and by a guiding body at its own level.
 */
import { isCalled, levelOf } from '../captions.ts';
import type { Check } from '../check.ts';
import type { Picture, PictureNode } from '../picture.ts';
import { fractionsAt, peopleOf } from './fractionsOf.ts';

export const noFraction: Check = {
  reads: {
    nodes: ['person', 'cell', 'organization', 'body'],
    links: ['membership'],
    texts: true,
    places: false,
  },
  find: (picture) =>
    [...picture.ofKind('organization')]
      .filter(
        (organization) =>
          knowsFractions(picture, organization) &&
          fractionsAt(picture, organization.id).length === 0 &&
          peopleOf(picture, organization.id).size > 0,
      )
      .map(({ id }) => ({
        severity: 'note',
        elements: [id],
        message: { key: 'no-fraction', values: { organization: [id] } },
      })),
};

function knowsFractions(picture: Picture, organization: PictureNode): boolean {
  if (picture.whole) return true;
  for (const body of picture.ofKind('body')) {
    if (body.id !== picture.viewer) continue;
    const level = levelOf(body);
    return isCalled(body, 'guidingBody') && level !== null && level === levelOf(organization);
  }
  return false;
}
