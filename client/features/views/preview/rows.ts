/**
 * A preview as a list to read: viewpoints whose views change in the same way stand in one row, everyone and
 * groups before persons, what changes most first. Pure.
 */
import type { ViewChange } from '../../../../shared/explain/preview.ts';
import type { ElementId, Viewpoint } from '../../../../shared/model/ids.ts';

export interface PreviewRow {
  /** At least one; groups first. */
  readonly viewpoints: readonly Viewpoint[];
  readonly gained: readonly ElementId[];
  readonly lost: readonly ElementId[];
}

/** `isPerson` tells whether a viewpoint is one person's. */
export function previewRows(
  changes: readonly ViewChange[],
  isPerson: (viewpoint: Viewpoint) => boolean,
): PreviewRow[] {
  const alike = new Map<string, { viewpoints: Viewpoint[]; change: ViewChange }>();
  for (const change of changes) {
    const key = `${[...change.gained].sort().join()}|${[...change.lost].sort().join()}`;
    const row = alike.get(key);
    if (row === undefined) alike.set(key, { viewpoints: [change.viewpoint], change });
    else row.viewpoints.push(change.viewpoint);
  }
  const rows = [...alike.values()].map(({ viewpoints, change: { gained, lost } }) => ({
    viewpoints: viewpoints.sort((a, b) => Number(isPerson(a)) - Number(isPerson(b))),
    gained,
    lost,
  }));
  const rank = ({ viewpoints: [first = 'everyone'] }: PreviewRow) =>
    first === 'everyone' ? 0 : isPerson(first) ? 2 : 1;
  const size = ({ gained, lost }: PreviewRow) => gained.length + lost.length;
  return rows.sort((a, b) => rank(a) - rank(b) || size(b) - size(a));
}
