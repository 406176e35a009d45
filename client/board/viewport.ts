/** Moving the view: fit, zoom steps. Jumps where the reader asked for less motion. */
import type { useReactFlow } from '@xyflow/react';
import type { Position, Size } from '../../shared/model/element.ts';

type Flow = Pick<ReturnType<typeof useReactFlow>, 'fitView' | 'zoomTo' | 'getZoom' | 'screenToFlowPosition'>;

export const MIN_ZOOM = 0.1;
export const MAX_ZOOM = 4;

/** Room for the bars that lie over the canvas. */
export const FIT_OPTIONS = {
  padding: { top: '32px', bottom: '68px', left: '80px', right: '40px' },
  maxZoom: 1,
  minZoom: MIN_ZOOM,
} as const;

function duration(ms: number): number {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : ms;
}

/** Shows the whole board in the part of the canvas that no panel covers. */
export function fitBoard(flow: Flow): void {
  const covered = document.querySelector('.inspector')?.clientWidth ?? 0;
  const side = document.documentElement.dir === 'rtl' ? 'left' : 'right';
  const padding = {
    ...FIT_OPTIONS.padding,
    [side]: `${Number.parseInt(FIT_OPTIONS.padding[side], 10) + covered}px`,
  };
  void flow.fitView({
    ...FIT_OPTIONS,
    padding: padding as typeof FIT_OPTIONS.padding,
    duration: duration(420),
  });
}

export function zoomBy(flow: Flow, factor: number): void {
  zoomTo(flow, flow.getZoom() * factor);
}

export function zoomTo(flow: Flow, zoom: number): void {
  void flow.zoomTo(Math.min(MAX_ZOOM, Math.max(MIN_ZOOM, zoom)), { duration: duration(160) });
}

/** The part of the board that is on the screen, told by its middle. */
export function viewOf(flow: Pick<Flow, 'screenToFlowPosition'>): Position & Size {
  const { left, top, right, bottom } =
    document.querySelector('.board-canvas')?.getBoundingClientRect() ?? new DOMRect();
  const start = flow.screenToFlowPosition({ x: left, y: top });
  const end = flow.screenToFlowPosition({ x: right, y: bottom });
  const size = { width: end.x - start.x, height: end.y - start.y };
  return { x: start.x + size.width / 2, y: start.y + size.height / 2, ...size };
}
