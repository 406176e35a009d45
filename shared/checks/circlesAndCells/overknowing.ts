/**
 * `overknowing`: a person whose view holds more than a set share of the board's persons and groups. Views are
 * reckoned by the rules of visibility themselves, which takes the whole board and its policy. Where everybody
 * sees as much, one note says so instead of a finding for each.
 */
import { LINK_KINDS, NODE_KINDS } from '../../model/kinds.ts';
import type { Check } from '../check.ts';
import { Extents } from './extents.ts';

export const overknowing: Check = {
  reads: { nodes: NODE_KINDS, links: LINK_KINDS, texts: false, places: false },
  find: (picture, { overknowingShare }) => {
    const { whole, policy } = picture;
    if (!whole || policy === null) return [];
    const extents = new Extents(picture, policy);
    const most = overknowingShare * extents.whole;
    const percent = (count: number) => Math.round((100 * count) / extents.whole);
    const limit = Math.round(100 * overknowingShare);
    if (extents.everyone > most) {
      const values = { percent: percent(extents.everyone), limit };
      return [{ severity: 'note', elements: [], message: { key: 'overknowing-all', values } }];
    }
    return [...picture.ofKind('person')].flatMap(({ id }) => {
      if (extents.atMost(id) <= most) return [];
      const seen = extents.of(id);
      if (seen <= most) return [];
      const values = { person: [id], percent: percent(seen), limit };
      return [{ severity: 'warning', elements: [id], message: { key: 'overknowing', values } }];
    });
  },
};
