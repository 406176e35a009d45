/**
 * `unplaced`: every cell belongs to a district or a local group, and every district to an area where there are
 * areas. A region without a caption is given the benefit of the doubt. Where one region alone is drawn around
 * what is unplaced, or there is only one, it is obvious where it belongs.
 */
import { hasCaption, isCalled } from '../captions.ts';
import type { Check } from '../check.ts';
import type { CheckResult } from '../finding.ts';
import { Knowledge } from '../knowledge.ts';
import type { Message } from '../messages/message.ts';
import { groupsAround } from '../people.ts';
import type { Picture, PictureNode } from '../picture.ts';
import { liesIn } from '../places.ts';

export const unplaced: Check = {
  reads: {
    nodes: ['circle', 'cell', 'area', 'organization', 'body'],
    links: ['membership'],
    texts: true,
    places: true,
  },
  find: (picture) => {
    const regions = [...picture.ofKind('area')];
    const places = regions.filter((region) => isCalled(region, 'district', 'localGroup'));
    const areas = regions.filter((region) => isCalled(region, 'area'));
    const cells = without(picture, { members: picture.ofKind('cell'), regions: places }).map((cell) =>
      found(cell, { regions: places, message: { key: 'unplaced', values: { cell: [cell.id] } } }),
    );
    if (areas.length === 0) return cells;
    const districts = regions.filter((region) => isCalled(region, 'district'));
    const outside = without(picture, { members: districts, regions: areas }).map((district) =>
      found(district, {
        regions: areas,
        message: { key: 'unplaced-district', values: { district: [district.id] } },
      }),
    );
    return [...cells, ...outside];
  },
};

/** Those of the members that are known to belong to none of the regions, near or far. */
function without(
  picture: Picture,
  { members, regions }: { members: Iterable<PictureNode>; regions: readonly PictureNode[] },
): PictureNode[] {
  const knows = new Knowledge(picture);
  return [...members].filter(
    (member) =>
      knows.standsIn(member) &&
      ![...groupsAround(picture, member.id)].some(
        (group) => regions.includes(group) || (group.kind === 'area' && !hasCaption(group)),
      ),
  );
}

function found(
  member: PictureNode,
  { regions, message }: { regions: readonly PictureNode[]; message: Message },
): CheckResult {
  const around = regions.filter((region) => liesIn(member, region));
  const [region, ...more] = around.length > 0 ? around : regions;
  const finding = { severity: 'warning', elements: [member.id], message } as const;
  if (region === undefined || more.length > 0) return finding;
  return {
    ...finding,
    repair: {
      kind: 'link',
      link: { kind: 'membership', source: member.id, target: region.id },
      message: { key: 'repair-join', values: { member: [member.id], group: [region.id] } },
    },
  };
}
