/**
 * `intermediary`: a cell is guided directly by the centre, by nothing else and by nobody besides. What guides
 * it has to be called a centre; where it is not called anything, it has to stand below nobody.
 */
import type { NodeId } from '../../model/ids.ts';
import { hasCaption, isCalled } from '../captions.ts';
import type { Check } from '../check.ts';
import type { CheckResult, Repair } from '../finding.ts';
import { byId } from '../people.ts';
import type { Picture, PictureNode, PictureStep } from '../picture.ts';

export const intermediary: Check = {
  reads: {
    nodes: ['circle', 'cell', 'area', 'organization', 'body'],
    links: ['guidance'],
    texts: true,
    places: false,
  },
  find: (picture) => {
    const centres = [...picture.ofKind('body')].filter((body) => isCalled(body, 'centre'));
    return [...picture.ofKind('cell')].flatMap((cell) => judged(picture, { cell, centres }));
  },
};

interface Judged {
  readonly cell: PictureNode;
  readonly centres: readonly PictureNode[];
}

function judged(picture: Picture, { cell, centres }: Judged): CheckResult[] {
  const steps = [...picture.into(cell.id, 'guidance')];
  const guides = [...new Set(steps.map(({ other }) => other))].sort(byId);
  const wrong = guides.filter((guide) => standsBetween(picture, { guide, centres }));
  if (wrong.length === 0 && guides.length > 1) {
    const ids = guides.map(({ id }) => id);
    return [
      {
        severity: 'warning',
        elements: [cell.id, ...ids],
        message: { key: 'intermediary-two', values: { cell: [cell.id], guides: ids } },
      },
    ];
  }
  const centre = centres.length === 1 ? centres[0] : undefined;
  return wrong.map((guide) => {
    const between = steps.filter(({ other }) => other === guide);
    const repair = guidedByCentre({ cell, between, centre, isGuided: guides.some((one) => one === centre) });
    return {
      severity: 'warning',
      elements: [cell.id, guide.id, ...between.map(({ link }) => link.id).sort()],
      message: { key: 'intermediary', values: { cell: [cell.id], guide: [guide.id] } },
      ...(repair && { repair }),
    };
  });
}

function standsBetween(
  picture: Picture,
  { guide, centres }: { guide: PictureNode; centres: readonly PictureNode[] },
): boolean {
  if (guide.kind !== 'body') return true;
  if (hasCaption(guide)) return !isCalled(guide, 'centre');
  return centres.length > 0 || [...picture.into(guide.id, 'guidance')].length > 0;
}

/** Only where there is one centre is it obvious who should guide. */
function guidedByCentre({
  cell,
  between,
  centre,
  isGuided,
}: {
  cell: PictureNode;
  between: readonly PictureStep[];
  centre: PictureNode | undefined;
  isGuided: boolean;
}): Repair | null {
  if (centre === undefined) return null;
  const remove = between.map(({ link }) => link.id).sort();
  const source: NodeId = centre.id;
  const message = {
    key: 'repair-guide',
    values: { guide: [source], group: [cell.id] },
  } as const;
  if (isGuided) return { kind: 'remove', links: remove, message };
  return { kind: 'move', remove, add: [{ kind: 'guidance', source, target: cell.id }], message };
}
