/**
 * `bridge`: one person whose removal cuts circles off from the rest. People hold circles together by sitting in
 * them and by knowing each other; what a cell holds together does not count, since nobody outside knows of it.
 * A circle with one person in it cannot be cut off from them. For the whole board only: in any other view there
 * can always be a way round that is hidden.
 */

import { hangsOnParent, type Visit, walk } from '../../graph/cutPoints.ts';
import { Net } from '../../graph/net.ts';
import type { NodeId } from '../../model/ids.ts';
import type { Check } from '../check.ts';
import type { CheckResult } from '../finding.ts';
import { byId, personsIn } from '../people.ts';
import type { Picture } from '../picture.ts';

/** How many of the circles that are cut off are highlighted; all are counted. */
const MAX_SHOWN = 12;

export const bridge: Check = {
  reads: { nodes: ['person', 'circle'], links: ['membership', 'contact'], texts: false, places: false },
  find: (picture) => (picture.whole ? bridges(picture) : []),
};

function bridges(picture: Picture): CheckResult[] {
  const { net, circles } = acquaintance(picture);
  const order = walk(net);
  const places = order.filter(({ id }) => circles.has(id)).sort(byId);
  const hanging = new Map<Visit<NodeId>, Visit<NodeId>[]>();
  for (const visit of order) {
    if (visit.parent === null || circles.has(visit.parent.id) || !hangsOnParent(visit)) continue;
    const subtrees = hanging.get(visit.parent);
    if (subtrees === undefined) hanging.set(visit.parent, [visit]);
    else subtrees.push(visit);
  }
  const partOf = parts(order);
  return [...hanging].flatMap(([person, subtrees]) => {
    const reached = places.filter((place) => partOf.get(place) === partOf.get(person));
    const cut = cutOff(reached, subtrees);
    if (cut.length === 0) return [];
    const shown = cut.slice(0, MAX_SHOWN);
    return [
      {
        severity: 'warning',
        elements: [person.id, ...shown],
        message: { key: 'bridge', values: { person: [person.id], circles: shown, count: cut.length } },
      },
    ];
  });
}

/** Persons joined to those they know and to the circles they share with somebody. */
function acquaintance(picture: Picture): { net: Net<NodeId>; circles: Set<NodeId> } {
  const net = new Net<NodeId>();
  const circles = new Set<NodeId>();
  for (const { source, target } of picture.linksOf('contact')) net.join(source, target);
  for (const { id } of picture.ofKind('circle')) {
    const members = personsIn(picture, id);
    if (members.size < 2) continue;
    circles.add(id);
    for (const member of members) net.join(id, member);
  }
  return { net, circles };
}

/** For each visit the one its walk began with. */
function parts(order: readonly Visit<NodeId>[]): Map<Visit<NodeId>, Visit<NodeId>> {
  const partOf = new Map<Visit<NodeId>, Visit<NodeId>>();
  for (const visit of order) partOf.set(visit, (visit.parent && partOf.get(visit.parent)) ?? visit);
  return partOf;
}

/** The circles outside the largest of the pieces that remain; of equal ones, the first that is named stays. */
function cutOff(circles: readonly Visit<NodeId>[], subtrees: readonly Visit<NodeId>[]): NodeId[] {
  const pieces = new Map<Visit<NodeId> | null, NodeId[]>();
  for (const circle of circles) {
    const piece =
      subtrees.find(({ entered, left }) => circle.entered >= entered && circle.entered < left) ?? null;
    const ids = pieces.get(piece);
    if (ids === undefined) pieces.set(piece, [circle.id]);
    else ids.push(circle.id);
  }
  const [largest] = [...pieces.values()].sort((a, b) => b.length - a.length);
  return [...pieces.values()]
    .filter((piece) => piece !== largest)
    .flat()
    .sort();
}
