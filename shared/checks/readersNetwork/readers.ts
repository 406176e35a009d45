/** Papers, readers and study groups, as captions, channels and memberships tell them. */
import type { NodeId } from '../../model/ids.ts';
import { isCalled } from '../captions.ts';
import { downstream } from '../handing.ts';
import { byId, personsIn } from '../people.ts';
import type { Picture, PictureNode } from '../picture.ts';

export function papersIn(picture: Picture): PictureNode[] {
  return [...picture.ofKind('organization'), ...picture.ofKind('body')]
    .filter((node) => isCalled(node, 'paper'))
    .sort(byId);
}

export function networksIn(picture: Picture): PictureNode[] {
  return [...picture.ofKind('circle')].filter((circle) => isCalled(circle, 'network'));
}

/** Everybody who sits in a study group. */
export function inStudyGroups(picture: Picture): Set<NodeId> {
  const persons = new Set<NodeId>();
  for (const cell of picture.ofKind('cell')) {
    if (!isCalled(cell, 'studyGroup')) continue;
    for (const person of personsIn(picture, cell.id)) persons.add(person);
  }
  return persons;
}

/** Those whom a paper reaches, who are in a network, or who are called readers. */
export function readersIn(picture: Picture): Set<NodeId> {
  const readers = new Set<NodeId>();
  for (const { id } of papersIn(picture)) {
    for (const person of downstream(picture, id).persons) readers.add(person);
  }
  for (const { id } of networksIn(picture)) {
    for (const person of personsIn(picture, id)) readers.add(person);
  }
  for (const person of picture.ofKind('person')) if (isCalled(person, 'reader')) readers.add(person.id);
  return readers;
}
