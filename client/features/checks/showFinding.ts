/** Selects the elements of a finding and scrolls all of them into sight. */
import type { ElementId } from '../../../shared/model/ids.ts';
import { select } from '../../state/ui.ts';
import { type Flow, showBox } from '../../state/viewport.ts';
import type { Workspace } from '../../state/workspace.ts';

/** Closer than that a finding is not brought. */
const MAX_ZOOM = 1.1;

export function showFinding(workspace: Workspace, { ids, flow }: { ids: readonly ElementId[]; flow: Flow }) {
  const box = boxOf(workspace, ids);
  if (box === null) return;
  select(
    workspace.ui,
    ids.filter((id) => workspace.store.element(id) !== undefined),
  );
  // The inspector of the selection opens first, so that what it covers is known.
  requestAnimationFrame(() => showBox(flow, { box, most: Math.max(MAX_ZOOM, flow.getZoom()) }));
}

function boxOf({ store, scene }: Workspace, ids: readonly ElementId[]) {
  const nodes = new Set<string>();
  for (const id of ids) {
    const link = store.links.get(id);
    if (link === undefined) nodes.add(id);
    else nodes.add(link.source).add(link.target);
  }
  const shapes = [...nodes].map((id) => scene.restingShape(id)).filter((shape) => shape !== null);
  if (shapes.length === 0) return null;
  const left = Math.min(...shapes.map(({ x, width }) => x - width / 2));
  const right = Math.max(...shapes.map(({ x, width }) => x + width / 2));
  const top = Math.min(...shapes.map(({ y, height }) => y - height / 2));
  const bottom = Math.max(...shapes.map(({ y, height }) => y + height / 2));
  return { x: (left + right) / 2, y: (top + bottom) / 2, width: right - left, height: bottom - top };
}
