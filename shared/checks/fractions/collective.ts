/**
 * `collective`: an organization that belongs to another as a whole names a delegate: one of its people whose
 * own membership in the other says so.
 */

import type { NodeId } from '../../model/ids.ts';
import { says } from '../captions.ts';
import { type Check, GROUPS_AND_PERSONS } from '../check.ts';
import { KNOWLEDGE_LINKS, Knowledge } from '../knowledge.ts';
import type { Picture } from '../picture.ts';
import { organizationsOf, peopleOf } from './fractionsOf.ts';

export const collective: Check = {
  reads: {
    nodes: GROUPS_AND_PERSONS,
    links: KNOWLEDGE_LINKS,
    texts: true,
    places: false,
  },
  find: (picture) => {
    const knows = new Knowledge(picture);
    return [...picture.ofKind('organization')].flatMap((organization) =>
      organizationsOf(picture, organization.id)
        .filter(
          (parent) =>
            parent !== organization &&
            knows.members(organization) &&
            knows.members(parent) &&
            !hasDelegate(picture, { organization: organization.id, parent: parent.id }),
        )
        .map((parent) => ({
          severity: 'warning',
          elements: [organization.id, parent.id],
          message: {
            key: 'collective',
            values: { organization: [organization.id], parent: [parent.id] },
          },
        })),
    );
  },
};

function hasDelegate(
  picture: Picture,
  { organization, parent }: { organization: NodeId; parent: NodeId },
): boolean {
  const people = peopleOf(picture, organization);
  for (const { link, other } of picture.into(parent, 'membership')) {
    if (people.has(other.id) && says(link, 'delegate')) return true;
  }
  return false;
}
