/** Selects an element and brings it to the middle of the canvas that no panel covers. */
import type { useReactFlow } from '@xyflow/react';
import type { Position } from '../../shared/model/element.ts';
import type { LinkId, NodeId } from '../../shared/model/ids.ts';
import { select } from '../board/ui.ts';
import type { Workspace } from '../board/workspace.ts';

const GLIDE_MS = 320;
/** Names can be read from here on. */
const READABLE_ZOOM = 0.8;
/** Narrower pages have the inspector below. */
const BESIDE_FROM_PX = 720;
const INSPECTOR_PX = 304;

export type Flow = ReturnType<typeof useReactFlow>;

export function placeOf({ store, scene }: Workspace, id: string): Position | null {
  const place = scene.drawnAt(id as NodeId);
  const link = store.links.get(id as LinkId);
  if (place !== null || link === undefined) return place;
  const [a, b] = [scene.drawnAt(link.source), scene.drawnAt(link.target)];
  return a === null || b === null ? null : { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}

export function showElement(workspace: Workspace, { id, flow }: { id: string; flow: Flow }): void {
  const place = placeOf(workspace, id);
  if (place === null) return;
  select(workspace.ui, [id]);
  const zoom = Math.max(flow.getZoom(), READABLE_ZOOM);
  const covered = window.innerWidth > BESIDE_FROM_PX ? INSPECTOR_PX : 0;
  const side = document.documentElement.dir === 'rtl' ? -1 : 1;
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  void flow.setCenter(place.x + (side * covered) / 2 / zoom, place.y, {
    zoom,
    duration: still ? 0 : GLIDE_MS,
  });
}

/** Puts the focus on a node of the canvas, once it is there. */
export function focusElement(id: string): void {
  requestAnimationFrame(() =>
    document
      .querySelector<HTMLElement>(`.canvas [data-id="${CSS.escape(id)}"]`)
      ?.focus({ preventScroll: true }),
  );
}
