/**
 * `unconfirmed`: a higher body may appoint a committee until delegates confirm it. A body that is called
 * appointed is unconfirmed as long as no delegation leads to it.
 */
import type { NodeId } from '../../model/ids.ts';
import { isCalled } from '../captions.ts';
import { type Check, GROUPS_AND_PERSONS } from '../check.ts';
import type { Repair } from '../finding.ts';
import { KNOWLEDGE_LINKS, Knowledge } from '../knowledge.ts';
import { groupsOf, homesOf } from '../people.ts';
import type { Picture } from '../picture.ts';

export const unconfirmed: Check = {
  reads: {
    nodes: GROUPS_AND_PERSONS,
    links: [...KNOWLEDGE_LINKS, 'delegation'],
    texts: true,
    places: false,
  },
  find: (picture) => {
    const knows = new Knowledge(picture);
    return [...picture.ofKind('body')]
      .filter(
        (body) =>
          isCalled(body, 'appointed') &&
          knows.delegation(body) &&
          [...picture.into(body.id, 'delegation')].length === 0,
      )
      .map(({ id }) => {
        const repair = election(picture, id);
        return {
          severity: 'note',
          elements: [id],
          message: { key: 'unconfirmed', values: { body: [id], group: homesOf(picture, id) } },
          ...(repair && { repair }),
        };
      });
  },
};

/** A body that belongs to one group alone is elected by that. */
function election(picture: Picture, body: NodeId): Repair | null {
  const [group, ...others] = groupsOf(picture, body);
  if (group === undefined || others.length > 0) return null;
  return {
    kind: 'link',
    link: { kind: 'delegation', source: group.id, target: body },
    message: { key: 'repair-elect', values: { group: [group.id], body: [body] } },
  };
}
