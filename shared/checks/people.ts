/**
 * Who belongs where, as far as a picture shows it. Everybody is counted once, however many links say the same.
 */
import type { NodeId } from '../model/ids.ts';
import { isCalled, says } from './captions.ts';
import type { Picture, PictureLink, PictureNode } from './picture.ts';
import { liesIn } from './places.ts';

/** The persons who are members of the group itself. */
export function personsIn(picture: Picture, group: NodeId): Set<NodeId> {
  const persons = new Set<NodeId>();
  for (const { other } of picture.into(group, 'membership')) {
    if (other.kind === 'person') persons.add(other.id);
  }
  return persons;
}

/** The group and the groups that belong to it, downwards. */
function groupsWithin(picture: Picture, group: NodeId): Set<NodeId> {
  const groups = new Set([group]);
  // A set's iteration reaches what is added meanwhile.
  for (const id of groups) {
    for (const { other } of picture.into(id, 'membership')) if (other.kind !== 'person') groups.add(other.id);
  }
  return groups;
}

/** The persons of the group and of the groups that belong to it, downwards. */
export function personsWithin(picture: Picture, group: NodeId): Set<NodeId> {
  const persons = new Set<NodeId>();
  for (const id of groupsWithin(picture, group)) {
    for (const person of personsIn(picture, id)) persons.add(person);
  }
  return persons;
}

/** The groups that a person or group belongs to. */
export function groupsOf(picture: Picture, member: NodeId): Set<PictureNode> {
  const groups = new Set<PictureNode>();
  for (const { other } of picture.outOf(member, 'membership')) groups.add(other);
  return groups;
}

/** The ids of the groups that a person or group belongs to, in a fixed order. */
export function homesOf(picture: Picture, member: NodeId): NodeId[] {
  return [...groupsOf(picture, member)].map(({ id }) => id).sort();
}

/** The groups that a person or group belongs to, and those that these belong to, upwards. */
export function groupsAround(picture: Picture, member: NodeId): Set<PictureNode> {
  const groups = groupsOf(picture, member);
  for (const group of groups) for (const above of groupsOf(picture, group.id)) groups.add(above);
  return groups;
}

/** The links that make somebody a member of a group; by mistake there can be two. */
export function memberships(
  picture: Picture,
  { member, group }: { member: NodeId; group: NodeId },
): PictureLink[] {
  return [...picture.outOf(member, 'membership')]
    .filter(({ other }) => other.id === group)
    .map(({ link }) => link)
    .sort(byId);
}

/**
 * The cell in which a person is counted and votes; null for somebody in no cell. Who only helps in a cell does
 * not vote there; who is in several votes where they work, else where they are drawn.
 */
export function votingCell(picture: Picture, person: PictureNode): PictureNode | null {
  const cells = [...picture.outOf(person.id, 'membership')]
    .filter(({ other, link }) => other.kind === 'cell' && !says(link, 'helps'))
    .map(({ other }) => other);
  const rank = (cell: PictureNode) =>
    (isCalled(cell, 'factoryCell') ? 0 : 2) + (liesIn(person, cell) ? 0 : 1);
  return cells.sort((a, b) => rank(a) - rank(b) || byId(a, b))[0] ?? null;
}

/** An order that does not depend on how a picture came about. */
export function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
