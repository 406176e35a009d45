/**
 * `level`: a fraction is guided by the party body of the same level. Levels stand in captions after " · "; who
 * says none is not judged. Where one guiding body has the right level, it is obvious who should guide.
 */
import { levelOf } from '../captions.ts';
import type { Check } from '../check.ts';
import type { CheckResult, Repair } from '../finding.ts';
import { byId } from '../people.ts';
import type { Picture, PictureNode } from '../picture.ts';
import { fractionsIn, organizationsOf } from './fractionsOf.ts';
import { guidingBody, levelOfFraction } from './guides.ts';

export const level: Check = {
  reads: {
    nodes: ['cell', 'organization', 'body'],
    links: ['membership', 'guidance'],
    texts: true,
    places: false,
  },
  find: (picture) => fractionsIn(picture).flatMap((fraction) => found(picture, fraction)),
};

function found(picture: Picture, fraction: PictureNode): CheckResult[] {
  const own = levelOfFraction(picture, fraction);
  if (own === null) return [];
  const steps = [...picture.into(fraction.id, 'guidance')];
  const guides = [...new Set(steps.map(({ other }) => other))].sort(byId);
  const right = guidingBody(picture, own);
  return guides
    .filter((guide) => {
      const other = levelOf(guide);
      return other !== null && other !== own;
    })
    .map((guide) => {
      const wrong = steps.filter(({ other }) => other === guide).map(({ link }) => link.id);
      const organizations = organizationsOf(picture, fraction.id).map(({ id }) => id);
      const repair = right && rightlyGuided({ fraction, right, wrong: wrong.sort(), guides });
      return {
        severity: 'warning',
        elements: [fraction.id, guide.id, ...wrong],
        message: {
          key: 'level',
          values: { fraction: [fraction.id], organization: organizations, guide: [guide.id] },
        },
        ...(repair && { repair }),
      };
    });
}

function rightlyGuided({
  fraction,
  right,
  wrong,
  guides,
}: {
  fraction: PictureNode;
  right: PictureNode;
  wrong: Extract<Repair, { kind: 'remove' }>['links'];
  guides: readonly PictureNode[];
}): Repair {
  const message = { key: 'repair-guide', values: { guide: [right.id], group: [fraction.id] } } as const;
  if (guides.includes(right)) return { kind: 'remove', links: wrong, message };
  const add = [{ kind: 'guidance', source: right.id, target: fraction.id }] as const;
  return { kind: 'move', remove: wrong, add, message };
}
