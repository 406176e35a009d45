/**
 * `dead-end`: a reader with no path to a study group. The path leads through people: those who hand the paper
 * on, know each other or are in one network, as far as somebody who sits in a study group. It does not lead
 * through the paper itself. One finding for all readers of a part that has no such person.
 */

import { Net } from '../../graph/net.ts';
import type { NodeId } from '../../model/ids.ts';
import { type Check, GROUPS_AND_PERSONS } from '../check.ts';
import { personsIn } from '../people.ts';
import type { Picture } from '../picture.ts';
import { inStudyGroups, networksIn, readersIn } from './readers.ts';

export const deadEnd: Check = {
  reads: {
    nodes: GROUPS_AND_PERSONS,
    links: ['channel', 'contact', 'membership'],
    texts: true,
    places: false,
  },
  find: (picture) => {
    const readers = readersIn(picture);
    const arrived = inStudyGroups(picture);
    return acquainted(picture, readers)
      .filter((part) => !part.some((id) => arrived.has(id)))
      .flatMap((part) => {
        const lost = part.filter((id) => readers.has(id)).sort();
        if (lost.length === 0) return [];
        return [
          {
            severity: 'warning',
            elements: lost,
            message: { key: 'dead-end', values: { readers: lost, count: lost.length } },
          },
        ];
      });
  },
};

/** Readers and whoever else is connected, in parts. */
function acquainted(picture: Picture, readers: ReadonlySet<NodeId>): NodeId[][] {
  const net = new Net<NodeId>();
  for (const reader of readers) net.at(reader);
  const isPerson = (id: NodeId) => picture.nodes.get(id)?.kind === 'person';
  for (const kind of ['channel', 'contact'] as const) {
    for (const { source, target } of picture.linksOf(kind)) {
      if (isPerson(source) && isPerson(target)) net.join(source, target);
    }
  }
  for (const { id } of networksIn(picture)) {
    for (const person of personsIn(picture, id)) net.join(id, person);
  }
  return net.parts();
}
