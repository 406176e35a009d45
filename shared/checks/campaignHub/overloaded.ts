/**
 * `overloaded`: a person in more than a set number of roles. A role is a seat in a body, an organization or a
 * cell, or a membership that says what somebody is there; two links into one group are one role.
 */
import { type Check, GROUPS_AND_PERSONS } from '../check.ts';
import { byId } from '../people.ts';
import type { PictureNode } from '../picture.ts';

export const overloaded: Check = {
  reads: {
    nodes: GROUPS_AND_PERSONS,
    links: ['membership'],
    texts: true,
    places: false,
  },
  find: (picture, { mostRoles: most }) =>
    [...picture.ofKind('person')].flatMap(({ id }) => {
      const groups = new Set<PictureNode>();
      for (const { link, other } of picture.outOf(id, 'membership')) {
        const isPlace = other.kind === 'area' || other.kind === 'circle';
        if (!isPlace || (link.caption ?? '') !== '') groups.add(other);
      }
      if (groups.size <= most) return [];
      return [
        {
          severity: 'warning',
          elements: [id, ...[...groups].sort(byId).map((group) => group.id)],
          message: { key: 'overloaded', values: { person: [id], count: groups.size, most } },
        },
      ];
    }),
};
