/**
 * Pan and zoom: fit, zoom steps, scrolling elements into sight, in the part of the canvas that no bar or
 * panel covers. Without animation where the reader prefers reduced motion.
 */
import type { useReactFlow, Viewport } from '@xyflow/react';
import type { Position, Size } from '../../shared/model/element.ts';
import { freeArea, type Rect, scaleIn, widthOf } from './freeArea.ts';

export type Flow = ReturnType<typeof useReactFlow>;

export const MIN_ZOOM = 0.1;
export const MAX_ZOOM = 4;
/** Below it the canvas is drawn at low detail. */
export const FAR_ZOOM = 0.4;
/** The bounds of an empty board. */
const NOWHERE = 1e8;

/** The zoom at which initials can be read; names of people from 0.75 on. */
const LEGIBLE_ZOOM = 0.45;
/** Margin around fitted content: names stand outside of their shapes. */
const MARGIN_PX = 28;
const FIT_MS = 420;
const STEP_MS = 160;
const GLIDE_MS = 320;

/** Bars and panels that cover the canvas; messages that disappear are left out. */
const COVERS = '.board-middle :is(.bar, .inspector, .why, .reveal-panel)';

function duration(ms: number): number {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : ms;
}

function canvasBox(): DOMRect {
  return document.querySelector('.board-canvas')?.getBoundingClientRect() ?? new DOMRect();
}

/** Measured from the corner of the canvas. */
function free(content: Size): Rect {
  const { left, top, width, height } = canvasBox();
  const bars = [...document.querySelectorAll(COVERS)].flatMap((element) => {
    const box = element.getBoundingClientRect();
    return box.width === 0
      ? []
      : [{ left: box.left - left, top: box.top - top, right: box.right - left, bottom: box.bottom - top }];
  });
  return freeArea({ left: 0, top: 0, right: width, bottom: height }, { bars, content });
}

function centred(rect: Rect, { place, zoom }: { place: Position; zoom: number }): Viewport {
  return {
    x: (rect.left + rect.right) / 2 - place.x * zoom,
    y: (rect.top + rect.bottom) / 2 - place.y * zoom,
    zoom,
  };
}

function within(zoom: number): number {
  return Math.min(MAX_ZOOM, Math.max(MIN_ZOOM, zoom));
}

interface Fitting {
  /** Where to look when the whole board would be too small to read; null for the middle. */
  readonly rather?: Position | null;
  readonly ms?: number;
}

/**
 * Zooming out at one go, a large board would draw every node before it turns out that they are too small to
 * be drawn: the view passes through low detail first.
 */
function go(flow: Flow, { viewport, ms }: { viewport: Viewport; ms: number }): void {
  const leaps = ms === 0 && flow.getZoom() >= FAR_ZOOM && viewport.zoom < FAR_ZOOM;
  if (!leaps) {
    void flow.setViewport(viewport, { duration: ms });
    return;
  }
  void flow.setViewport({ x: NOWHERE, y: NOWHERE, zoom: viewport.zoom });
  requestAnimationFrame(() => void flow.setViewport(viewport));
}

/** Shows the whole board in the part of the canvas that nothing covers. */
export function fitBoard(flow: Flow, { ms = FIT_MS }: Fitting = {}): void {
  const fit = fitOf(flow);
  if (fit !== null) go(flow, { viewport: fit.viewport, ms: duration(ms) });
}

/** The first view of a board: all of it, or on a small screen as much as can be read. */
export function openBoard(flow: Flow, { rather = null }: Fitting = {}): void {
  const fit = fitOf(flow);
  if (fit === null) return;
  const { viewport, rect, middle } = fit;
  if (viewport.zoom >= LEGIBLE_ZOOM || widthOf(rect) > 720) go(flow, { viewport, ms: 0 });
  else void flow.setViewport(centred(rect, { place: rather ?? middle, zoom: LEGIBLE_ZOOM }));
}

/** Fits some nodes into the uncovered part of the canvas. Returns whether there are any. */
export function fitNodes(flow: Flow, ids: ReadonlySet<string>): boolean {
  const fit = fitOf(flow, ids);
  if (fit !== null) go(flow, { viewport: fit.viewport, ms: duration(FIT_MS) });
  return fit !== null;
}

/** Scrolls some nodes into sight where a part of them is covered or outside; otherwise nothing moves. */
export function bringNodesIntoSight(flow: Flow, ids: ReadonlySet<string>): void {
  const fit = fitOf(flow, ids);
  if (fit === null) return;
  const { rect, middle, bounds, viewport } = fit;
  const { left, top } = canvasBox();
  const start = flow.flowToScreenPosition({
    x: middle.x - bounds.width / 2,
    y: middle.y - bounds.height / 2,
  });
  const zoom = flow.getZoom();
  const [x, y] = [start.x - left, start.y - top];
  const isSeen =
    x >= rect.left &&
    y >= rect.top &&
    x + bounds.width * zoom <= rect.right &&
    y + bounds.height * zoom <= rect.bottom;
  if (!isSeen) void flow.setViewport(viewport, { duration: duration(FIT_MS) });
}

function fitOf(flow: Flow, only?: ReadonlySet<string>) {
  const nodes = flow.getNodes().filter(({ id }) => only === undefined || only.has(id));
  if (nodes.length === 0) return null;
  const { x, y, width, height } = flow.getNodesBounds(nodes);
  const content = { width, height };
  const whole = free({ width: width + 2 * MARGIN_PX, height: height + 2 * MARGIN_PX });
  const rect = {
    left: whole.left + MARGIN_PX,
    top: whole.top + MARGIN_PX,
    right: whole.right - MARGIN_PX,
    bottom: whole.bottom - MARGIN_PX,
  };
  const middle = { x: x + width / 2, y: y + height / 2 };
  const zoom = within(Math.min(1, scaleIn(rect, content)));
  return { rect, middle, bounds: content, viewport: centred(rect, { place: middle, zoom }) };
}

/** Centres a place of the board in the uncovered part. */
export function showPlace(flow: Flow, { place, zoom }: { place: Position; zoom: number }): void {
  const viewport = centred(free({ width: 1e6, height: 1e6 }), { place, zoom });
  void flow.setViewport(viewport, { duration: duration(GLIDE_MS) });
}

/** Brings a box of the board, given by its middle, into the uncovered part; zoomed in at most to `most`. */
export function showBox(flow: Flow, { box, most }: { box: Position & Size; most: number }): void {
  const { x, y, width, height } = box;
  const content = { width: width + 2 * MARGIN_PX, height: height + 2 * MARGIN_PX };
  const rect = free(content);
  const zoom = within(Math.min(most, scaleIn(rect, content)));
  void flow.setViewport(centred(rect, { place: { x, y }, zoom }), { duration: duration(GLIDE_MS) });
}

/** Scrolls by the least distance that uncovers a place; `room` is kept around it. */
export function bringIntoSight(
  flow: Flow,
  { place, room = MARGIN_PX }: { place: Position; room?: number },
): void {
  const rect = free({ width: 1e6, height: 1e6 });
  const { left, top } = canvasBox();
  const at = flow.flowToScreenPosition(place);
  const [x, y] = [at.x - left, at.y - top];
  const dx = into(x, { least: rect.left + room, most: rect.right - room });
  const dy = into(y, { least: rect.top + room, most: rect.bottom - room });
  if (dx === 0 && dy === 0) return;
  const viewport = flow.getViewport();
  const moved = { ...viewport, x: viewport.x + dx, y: viewport.y + dy };
  void flow.setViewport(moved, { duration: duration(GLIDE_MS) });
}

/** The distance of a number from an interval; from its middle where the interval is empty. */
function into(value: number, { least, most }: { least: number; most: number }): number {
  if (least > most) return (least + most) / 2 - value;
  return value < least ? least - value : value > most ? most - value : 0;
}

export function zoomBy(flow: Flow, factor: number): void {
  zoomTo(flow, flow.getZoom() * factor);
}

export function zoomTo(flow: Flow, zoom: number): void {
  void flow.zoomTo(within(zoom), { duration: duration(STEP_MS) });
}

/** The visible part of the board, given by its middle. */
export function viewOf(flow: Pick<Flow, 'screenToFlowPosition'>): Position & Size {
  const { left, top, right, bottom } = canvasBox();
  const start = flow.screenToFlowPosition({ x: left, y: top });
  const end = flow.screenToFlowPosition({ x: right, y: bottom });
  const size = { width: end.x - start.x, height: end.y - start.y };
  return { x: start.x + size.width / 2, y: start.y + size.height / 2, ...size };
}

/** The view as sent to peers: its middle and zoom, so that windows of any size agree. */
export function middleOfView(flow: Flow): Viewport {
  const { x, y } = viewOf(flow);
  return { x, y, zoom: flow.getZoom() };
}

/** Applies a peer's view. */
export function takeView(flow: Flow, { x, y, zoom }: Viewport, ms: number): void {
  const { width, height } = canvasBox();
  const viewport = centred({ left: 0, top: 0, right: width, bottom: height }, { place: { x, y }, zoom });
  void flow.setViewport(viewport, { duration: duration(ms) });
}
