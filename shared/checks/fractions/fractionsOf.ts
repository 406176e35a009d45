/** Fractions and the organizations they work in, as captions and memberships tell them. */
import type { NodeId } from '../../model/ids.ts';
import { isCalled } from '../captions.ts';
import { byId, groupsOf, personsIn } from '../people.ts';
import type { Picture, PictureNode } from '../picture.ts';

/** A cell that is called a fraction or belongs to an organization. */
export function fractionsIn(picture: Picture): PictureNode[] {
  return [...picture.ofKind('cell')].filter(
    (cell) => isCalled(cell, 'fraction') || organizationsOf(picture, cell.id).length > 0,
  );
}

/** The organizations that a fraction, a person or another organization belongs to. */
export function organizationsOf(picture: Picture, member: NodeId): PictureNode[] {
  return [...groupsOf(picture, member)].filter(({ kind }) => kind === 'organization').sort(byId);
}

/** The fractions at work in an organization. */
export function fractionsAt(picture: Picture, organization: NodeId): PictureNode[] {
  const fractions = new Set<PictureNode>();
  for (const { other } of picture.into(organization, 'membership')) {
    if (other.kind === 'cell') fractions.add(other);
  }
  return [...fractions].sort(byId);
}

/**
 * The persons who belong to an organization, also through an organization that belongs to it. Those of a
 * fraction do not belong to it by being in the fraction.
 */
export function peopleOf(picture: Picture, organization: NodeId): Set<NodeId> {
  const organizations = new Set([organization]);
  const persons = new Set<NodeId>();
  for (const id of organizations) {
    for (const person of personsIn(picture, id)) persons.add(person);
    for (const { other } of picture.into(id, 'membership')) {
      if (other.kind === 'organization') organizations.add(other.id);
    }
  }
  return persons;
}
