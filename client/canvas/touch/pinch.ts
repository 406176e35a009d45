/**
 * Touch gestures of the view: two fingers pan and zoom (pinch) wherever they are put down, on nodes too; one
 * finger pans where nothing is to be dragged. What a first finger had begun is cancelled.
 */
import type { Position } from '../../../shared/model/element.ts';
import { type Flow, MAX_ZOOM, MIN_ZOOM } from '../../state/viewport.ts';

export interface PinchOptions {
  readonly flow: Pick<Flow, 'getViewport' | 'setViewport'>;
  /** Whether a single finger pans from there as well. */
  readonly pansFrom: (target: Element) => boolean;
  /** A tap at a place where a single finger pans. */
  readonly onTap: (target: Element) => void;
  /** Cancels what a first finger had begun. */
  readonly onStart: () => void;
}

interface Grip {
  readonly middle: Position;
  readonly apart: number;
}

/** A touch that moves less than this is a tap. */
const MAX_MOVE_PX = 8;
/** A touch that lasts longer than this is a press. */
const TAP_MS = 400;
/** The least distance of two fingers that is reckoned with. */
const MIN_APART_PX = 24;

/** The viewport after a pinch: the point of the board between the fingers stays between them. Pure. */
export function pinched(
  viewport: { readonly x: number; readonly y: number; readonly zoom: number },
  { from, to }: { readonly from: Grip; readonly to: Grip },
): { x: number; y: number; zoom: number } {
  const zoom = Math.min(MAX_ZOOM, Math.max(MIN_ZOOM, (viewport.zoom * to.apart) / from.apart));
  const part = zoom / viewport.zoom;
  return {
    x: to.middle.x - (from.middle.x - viewport.x) * part,
    y: to.middle.y - (from.middle.y - viewport.y) * part,
    zoom,
  };
}

/** Returns what ends it. */
export function watchPinch(
  element: HTMLElement,
  { flow, pansFrom, onTap, onStart }: PinchOptions,
): () => void {
  /** A gesture lasts from the first finger down to the last one up. */
  let taken = false;
  let pans = false;
  let grip: Grip | null = null;
  /** Where and when a single finger was put down. */
  let touched: { readonly target: Element; readonly atMs: number } | null = null;

  const gripOf = ({ touches }: TouchEvent): Grip | null => {
    const [a, b] = touches;
    if (a === undefined) return null;
    const { left, top } = element.getBoundingClientRect();
    if (b === undefined) return { middle: { x: a.clientX - left, y: a.clientY - top }, apart: 1 };
    return {
      middle: { x: (a.clientX + b.clientX) / 2 - left, y: (a.clientY + b.clientY) / 2 - top },
      apart: Math.max(MIN_APART_PX, Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY)),
    };
  };
  const take = (event: TouchEvent) => {
    event.stopPropagation();
    if (event.cancelable) event.preventDefault();
  };
  const onTouchStart = (event: TouchEvent) => {
    const several = event.touches.length > 1;
    const target = event.target instanceof Element ? event.target : null;
    touched = several || target === null ? null : { target, atMs: event.timeStamp };
    if (!several && (target === null || !pansFrom(target))) return;
    // A single finger may yet turn out to tap.
    if (several) take(event);
    else event.stopPropagation();
    grip = gripOf(event);
    pans = several;
    taken = true;
    if (!several) return;
    element.setAttribute('data-pinching', '');
    onStart();
  };
  const onTouchMove = (event: TouchEvent) => {
    if (!taken) return;
    take(event);
    const now = gripOf(event);
    if (now === null || grip === null) return;
    pans ||= apart(now, grip) > MAX_MOVE_PX;
    if (!pans) return;
    // From two fingers to one the view stays where it is.
    if ((now.apart === 1) === (grip.apart === 1))
      void flow.setViewport(pinched(flow.getViewport(), { from: grip, to: now }));
    grip = now;
  };
  const onTouchEnd = (event: TouchEvent) => {
    if (!taken) return;
    // A touch that has moved the view is no tap.
    if (pans && event.cancelable) event.preventDefault();
    grip = gripOf(event);
    if (event.touches.length > 0) return;
    taken = false;
    // The element beneath has not got the touch events: it is sent the click.
    const isTap = touched !== null && !pans && event.type === 'touchend';
    if (isTap && touched !== null && event.timeStamp - touched.atMs < TAP_MS) onTap(touched.target);
    element.removeAttribute('data-pinching');
  };

  const options = { capture: true, passive: false };
  element.addEventListener('touchstart', onTouchStart, options);
  element.addEventListener('touchmove', onTouchMove, options);
  element.addEventListener('touchend', onTouchEnd, options);
  element.addEventListener('touchcancel', onTouchEnd, options);
  return () => {
    element.removeEventListener('touchstart', onTouchStart, options);
    element.removeEventListener('touchmove', onTouchMove, options);
    element.removeEventListener('touchend', onTouchEnd, options);
    element.removeEventListener('touchcancel', onTouchEnd, options);
  };
}

function apart(a: Grip, b: Grip): number {
  return Math.hypot(a.middle.x - b.middle.x, a.middle.y - b.middle.y);
}
