/** How a paper or a broadcast gets to people: along channels, from hand to hand. */
import type { NodeId } from '../model/ids.ts';
import { personsWithin } from './people.ts';
import type { Picture } from './picture.ts';

export interface Downstream {
  /** Those whom it reaches, as persons or as members of a group that it reaches. */
  readonly persons: ReadonlySet<NodeId>;
  /** The groups that it reaches. */
  readonly groups: ReadonlySet<NodeId>;
}

/** Everybody and everything that channels lead to from the start, which is not among them. */
export function downstream(picture: Picture, start: NodeId): Downstream {
  const seen = new Set([start]);
  const persons = new Set<NodeId>();
  const groups = new Set<NodeId>();
  // A set's iteration reaches what is added meanwhile.
  for (const id of seen) {
    const kind = picture.nodes.get(id)?.kind;
    if (id !== start && kind === 'person') persons.add(id);
    else if (id !== start && kind !== 'note') {
      groups.add(id);
      for (const person of personsWithin(picture, id)) seen.add(person);
    }
    for (const { other } of picture.outOf(id, 'channel')) seen.add(other.id);
  }
  return { persons, groups };
}

/** The persons to whom somebody hands a paper on directly. */
export function handsTo(picture: Picture, person: NodeId): Set<NodeId> {
  const readers = new Set<NodeId>();
  for (const { other } of picture.outOf(person, 'channel')) {
    if (other.kind === 'person' && other.id !== person) readers.add(other.id);
  }
  return readers;
}
