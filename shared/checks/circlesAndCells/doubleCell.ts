/**
 * `double-cell`: cells know nothing of each other, so nobody sits in two. A person stays where their disc lies,
 * else in the cell whose name comes first, and can be taken out of the others.
 */
import type { Check } from '../check.ts';
import { byId, groupsOf, memberships } from '../people.ts';
import type { PictureNode } from '../picture.ts';
import { liesIn } from '../places.ts';

export const doubleCell: Check = {
  reads: { nodes: ['person', 'cell'], links: ['membership'], texts: true, places: true },
  find: (picture) =>
    [...picture.ofKind('person')].flatMap((person) => {
      const cells = [...groupsOf(picture, person.id)].filter(({ kind }) => kind === 'cell').sort(byName);
      if (cells.length < 2) return [];
      const home = cells.find((cell) => liesIn(person, cell)) ?? cells[0];
      const others = cells.filter((cell) => cell !== home).map(({ id }) => id);
      const ids = cells.map(({ id }) => id);
      return [
        {
          severity: 'warning',
          elements: [person.id, ...ids],
          message: { key: 'double-cell', values: { person: [person.id], cells: ids } },
          repair: {
            kind: 'remove',
            links: others
              .flatMap((group) => memberships(picture, { member: person.id, group }))
              .map(({ id }) => id),
            message: { key: 'repair-leave', values: { person: [person.id], groups: others } },
          },
        },
      ];
    }),
};

function byName(a: PictureNode, b: PictureNode): number {
  return (a.label ?? '').localeCompare(b.label ?? '', 'en', { numeric: true }) || byId(a, b);
}
