/**
 * `small-factory`: where only one or two work, they are attached to the nearest factory cell that is large
 * enough itself. A cell without anybody in it has nobody to attach.
 */
import { isCalled } from '../captions.ts';
import { type Check, GROUPS_AND_PERSONS } from '../check.ts';
import type { CheckResult } from '../finding.ts';
import { KNOWLEDGE_LINKS, Knowledge } from '../knowledge.ts';
import { byId, memberships, personsIn } from '../people.ts';
import type { Picture, PictureNode } from '../picture.ts';
import { distance } from '../places.ts';

export const smallFactory: Check = {
  reads: {
    nodes: GROUPS_AND_PERSONS,
    links: KNOWLEDGE_LINKS,
    texts: true,
    places: true,
  },
  find: (picture, { smallFactory: limit }) => {
    const knows = new Knowledge(picture);
    const factories = [...picture.ofKind('cell')].filter((cell) => isCalled(cell, 'factoryCell'));
    const isSmall = (cell: PictureNode) => knows.members(cell) && personsIn(picture, cell.id).size <= limit;
    const large = factories.filter((cell) => !isSmall(cell));
    return factories
      .filter((cell) => isSmall(cell) && personsIn(picture, cell.id).size > 0)
      .map((cell) => found(picture, { cell, nearest: nearestTo(cell, large) }));
  },
};

function nearestTo(cell: PictureNode, others: readonly PictureNode[]): PictureNode | null {
  const away = (other: PictureNode) => distance(cell, other);
  const [nearest] = [...others].sort((a, b) => away(a) - away(b) || byId(a, b));
  return nearest !== undefined && Number.isFinite(away(nearest)) ? nearest : null;
}

function found(
  picture: Picture,
  { cell, nearest }: { cell: PictureNode; nearest: PictureNode | null },
): CheckResult {
  const people = [...personsIn(picture, cell.id)].sort();
  const count = people.length;
  if (nearest === null) {
    return {
      severity: 'warning',
      elements: [cell.id],
      message: { key: 'small-factory-alone', values: { cell: [cell.id], count } },
    };
  }
  const there = personsIn(picture, nearest.id);
  return {
    severity: 'warning',
    elements: [cell.id, nearest.id],
    message: { key: 'small-factory', values: { cell: [cell.id], count, nearest: [nearest.id] } },
    repair: {
      kind: 'move',
      remove: people
        .flatMap((member) => memberships(picture, { member, group: cell.id }))
        .map(({ id }) => id),
      add: people
        .filter((member) => !there.has(member))
        .map((source) => ({ kind: 'membership', source, target: nearest.id })),
      message: { key: 'repair-join', values: { member: people, group: [nearest.id] } },
    },
  };
}
