/**
 * `thin-bridge`: a workplace, barracks or school that the paper reaches through one person. Without them, no
 * way is left along channels from any paper to anybody there; within a site, the paper may go from hand to
 * hand. Of several such persons in a row, the one nearest to the site is named.
 */

import { hangsOnParent, type Visit, walk } from '../../graph/cutPoints.ts';
import { Net } from '../../graph/net.ts';
import type { NodeId } from '../../model/ids.ts';
import { isGroupKind } from '../../model/kinds.ts';
import { isCalled } from '../captions.ts';
import { type Check, GROUPS_AND_PERSONS } from '../check.ts';
import { personsWithin } from '../people.ts';
import type { Picture } from '../picture.ts';
import { papersIn } from './readers.ts';

/** Stands for all papers; no element has an id with a space. */
const PAPERS = 'the papers' as NodeId;

export const thinBridge: Check = {
  reads: {
    nodes: GROUPS_AND_PERSONS,
    links: ['channel', 'membership'],
    texts: true,
    places: false,
  },
  find: (picture) => {
    const sites = sitesIn(picture);
    return walk(ways(picture, sites), PAPERS).flatMap((visit) => {
      if (!sites.has(visit.id)) return [];
      const person = lastStep(picture, visit);
      if (person === null) return [];
      return [
        {
          severity: 'warning',
          elements: [visit.id, person],
          message: { key: 'thin-bridge', values: { site: [visit.id], person: [person] } },
        },
      ];
    });
  },
};

function sitesIn(picture: Picture): Set<NodeId> {
  const areas = [...picture.ofKind('area')];
  return new Set(
    areas.filter((area) => isCalled(area, 'workplace', 'barracks', 'school')).map(({ id }) => id),
  );
}

/** Papers, people, the groups that channels lead to, and the sites, each joined to its people. */
function ways(picture: Picture, sites: ReadonlySet<NodeId>): Net<NodeId> {
  const net = new Net<NodeId>();
  const groups = new Set(sites);
  const papers = new Set(papersIn(picture).map(({ id }) => id));
  for (const paper of papers) net.join(PAPERS, paper);
  for (const { source, target } of picture.linksOf('channel')) {
    net.join(source, target);
    for (const end of [source, target]) {
      if (!papers.has(end) && isGroupKind(picture.nodes.get(end)?.kind ?? 'note')) groups.add(end);
    }
  }
  for (const group of groups) {
    for (const person of personsWithin(picture, group)) net.join(group, person);
  }
  return net;
}

/** The last person on the way from the papers to the site whom no way goes round; null where there is none. */
function lastStep(picture: Picture, site: Visit<NodeId>): NodeId | null {
  let reached = false;
  let last: NodeId | null = null;
  for (let visit: Visit<NodeId> | null = site; visit !== null; visit = visit.parent) {
    if (visit.id === PAPERS) reached = true;
    const { parent } = visit;
    if (last !== null || parent === null || !hangsOnParent(visit)) continue;
    if (picture.nodes.get(parent.id)?.kind === 'person') last = parent.id;
  }
  return reached ? last : null;
}
