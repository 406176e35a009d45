/** Selects an element and brings it to the middle of the canvas that no panel covers. */
import type { Position } from '../../../shared/model/element.ts';
import { select } from '../../state/ui.ts';
import { type Flow, showPlace } from '../../state/viewport.ts';
import type { Workspace } from '../../state/workspace.ts';

/** Names can be read from here on. */
const READABLE_ZOOM = 0.8;

function placeOf({ store, scene }: Workspace, id: string): Position | null {
  const place = scene.drawnAt(id);
  const link = store.links.get(id);
  if (place !== null || link === undefined) return place;
  const [a, b] = [scene.drawnAt(link.source), scene.drawnAt(link.target)];
  return a === null || b === null ? null : { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}

export function showElement(workspace: Workspace, { id, flow }: { id: string; flow: Flow }): void {
  const place = placeOf(workspace, id);
  if (place === null) return;
  select(workspace.ui, [id]);
  showPlace(flow, { place, zoom: Math.max(flow.getZoom(), READABLE_ZOOM) });
}

/** Puts the focus on a node of the canvas, once it is there. */
export function focusElement(id: string): void {
  requestAnimationFrame(() =>
    document
      .querySelector<HTMLElement>(`.canvas [data-id="${CSS.escape(id)}"]`)
      ?.focus({ preventScroll: true }),
  );
}
