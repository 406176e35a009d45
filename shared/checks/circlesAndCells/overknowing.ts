/**
 * `overknowing`: a person whose view holds more than a set share of the board's persons and groups. Views are
 * reckoned by the rules of visibility themselves, which takes the whole board and its policy. Where everybody
 * sees as much, one finding says so instead of one for each.
 */
import type { NodeId, Viewpoint } from '../../model/ids.ts';
import { LINK_KINDS, NODE_KINDS } from '../../model/kinds.ts';
import { visibility } from '../../visibility/sight.ts';
import type { Check } from '../check.ts';
import { graphOf } from '../records.ts';

export const overknowing: Check = {
  code: 'overknowing',
  model: 'circles-and-cells',
  reads: { nodes: NODE_KINDS, links: LINK_KINDS, texts: false, places: false },
  find: (picture, { overknowingShare }) => {
    const { whole, policy, nodes } = picture;
    if (!whole || policy === null) return [];
    const graph = graphOf(picture, policy);
    const counts = new Set([...nodes.values()].filter(({ kind }) => kind !== 'note').map(({ id }) => id));
    const shareSeen = (viewpoint: Viewpoint) => {
      let seen = 0;
      for (const id of visibility(graph, viewpoint).keys()) if (counts.has(id as NodeId)) seen += 1;
      return seen / counts.size;
    };
    const limit = Math.round(100 * overknowingShare);
    const forAll = shareSeen('everyone');
    if (forAll > overknowingShare) {
      return [
        {
          code: 'overknowing',
          severity: 'note',
          elements: [],
          message: { key: 'overknowing-all', values: { percent: Math.round(100 * forAll), limit } },
        },
      ];
    }
    return [...picture.ofKind('person')].flatMap(({ id }) => {
      const share = shareSeen(id);
      if (share <= overknowingShare) return [];
      const values = { person: [id], percent: Math.round(100 * share), limit };
      return [
        {
          code: 'overknowing',
          severity: 'warning',
          elements: [id],
          message: { key: 'overknowing', values },
        },
      ];
    });
  },
};
