/**
 * `unrooted`: a cell lives in circles, so at least one of its members sits in one. A cell that nobody is in yet
 * has nobody who could.
 */
import { type Check, GROUPS_AND_PERSONS } from '../check.ts';
import { KNOWLEDGE_LINKS, Knowledge } from '../knowledge.ts';
import { groupsOf, personsIn } from '../people.ts';

export const unrooted: Check = {
  reads: { nodes: GROUPS_AND_PERSONS, links: KNOWLEDGE_LINKS, texts: false, places: false },
  find: (picture) => {
    const knows = new Knowledge(picture);
    return [...picture.ofKind('cell')]
      .filter((cell) => {
        const members = [...personsIn(picture, cell.id)];
        if (members.length === 0 || !knows.members(cell)) return false;
        if (!members.every((member) => knows.around(member))) return false;
        return members.every((member) =>
          [...groupsOf(picture, member)].every((group) => group.kind !== 'circle'),
        );
      })
      .map(({ id }) => ({
        severity: 'warning',
        elements: [id],
        message: { key: 'unrooted', values: { cell: [id] } },
      }));
  },
};
