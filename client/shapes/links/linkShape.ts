/** What a kind of link says about how it is drawn: on the canvas, in images, in samples and thumbnails. Pure. */
import type { CirclePrimitive, PathPrimitive, SvgPaint } from '../primitives.ts';

/** A length at each end of a line. */
interface AtEnds {
  readonly start: number;
  readonly end: number;
}

export interface LinkShape {
  /** How far the line keeps from the shapes it joins; what stands at its ends reaches into the gap. */
  readonly gaps: AtEnds;
  /** How far what stands at the ends, and its stroke, reaches beyond them. */
  readonly reach: AtEnds;
  /** The strokes of the line, one over the other. */
  readonly strokes: readonly LinkStroke[];
  /** What stands at its start and at its end. */
  readonly tail: readonly LinkEnd[];
  readonly head: readonly LinkEnd[];
  /** Whether it is drawn on a board that is seen from afar. */
  readonly isDrawnAtLowDetail: boolean;
  /** Its line in the thumbnail of a board. */
  readonly thumbnail: SvgPaint;
}

/** `link-line` takes the accent colour where the link is in hand; `link-core` lies over it and stays. */
interface LinkStroke {
  readonly className: 'link-line' | 'link-core';
  readonly paint: SvgPaint;
  /** Where the link is in hand, if that is more than another colour. */
  readonly hotPaint?: SvgPaint;
}

/** Drawn around the origin, pointing to the right. The class says whether its fill or its stroke takes the accent colour. */
export type LinkEnd = (CirclePrimitive | PathPrimitive) & {
  readonly className: 'link-end is-filled' | 'link-end is-stroked';
};

export const BARE = { start: 1, end: 1 };
export const LINE_WIDTH = 1.75;
