/**
 * `delegates`: those who send delegates to the same body send them in proportion to their members, by the
 * largest remainder. How many are sent is the number in the delegation's label; links without one are left
 * out. A member counts once, in the cell where they vote; bodies are elected, and add nobody. For the whole
 * board only: other views do not show everybody who counts.
 */
import type { NodeId } from '../../model/ids.ts';
import { numberIn, says } from '../captions.ts';
import { type Check, GROUPS_AND_PERSONS } from '../check.ts';
import type { CheckResult } from '../finding.ts';
import { votingCell } from '../people.ts';
import type { Picture, PictureLink } from '../picture.ts';
import { dueSeats } from './largestRemainder.ts';

export const delegates: Check = {
  reads: {
    nodes: GROUPS_AND_PERSONS,
    links: ['membership', 'delegation'],
    texts: true,
    places: true,
  },
  find: (picture) =>
    picture.whole ? [...picture.ofKind('body')].flatMap((body) => found(picture, body)) : [],
};

function found(picture: Picture, { id: body }: { id: NodeId }): CheckResult[] {
  const sent = new Map<NodeId, { seats: number; links: PictureLink[] }>();
  for (const { link, other } of picture.into(body, 'delegation')) {
    const seats = numberIn(link.label);
    if (seats === null) continue;
    const before = sent.get(other.id) ?? { seats: 0, links: [] };
    sent.set(other.id, { seats: before.seats + seats, links: [...before.links, link] });
  }
  const groups = [...sent].map(([id, { seats, links }]) => ({
    id,
    seats,
    links,
    members: voters(picture, id).size,
  }));
  const due = dueSeats(groups);
  return groups.flatMap(({ id, seats, links }, index) => {
    const { least, most } = due[index] ?? { least: seats, most: seats };
    if (seats >= least && seats <= most) return [];
    return [
      {
        severity: 'warning',
        elements: [id, ...links.map((link) => link.id).sort(), body],
        message: {
          key: 'delegates',
          values: { group: [id], sent: seats, due: seats < least ? least : most },
        },
      },
    ];
  });
}

/** Everybody who votes in the group or in one that belongs to it. */
function voters(picture: Picture, group: NodeId): Set<NodeId> {
  const groups = new Set([group]);
  for (const id of groups) {
    for (const { other } of picture.into(id, 'membership')) {
      if (other.kind !== 'person' && other.kind !== 'body') groups.add(other.id);
    }
  }
  const persons = new Set<NodeId>();
  for (const id of groups) {
    for (const { link, other } of picture.into(id, 'membership')) {
      if (other.kind !== 'person' || says(link, 'helps')) continue;
      const cell = votingCell(picture, other);
      if (cell === null || groups.has(cell.id)) persons.add(other.id);
    }
  }
  return persons;
}
