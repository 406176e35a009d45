/** A channel: a double line between two open ports. */
import type { LinkEnd, LinkShape } from './linkShape.ts';

const PORT: LinkEnd = {
  tag: 'circle',
  x: 0,
  y: 0,
  radius: 3.2,
  className: 'link-end is-stroked',
  paint: { fill: 'ground', stroke: 'edge', strokeWidth: 1.5 },
};

export const channel: LinkShape = {
  gaps: { start: 5, end: 5 },
  reach: { start: 4, end: 4 },
  strokes: [
    { className: 'link-line', paint: { stroke: 'edge', strokeWidth: 5 } },
    { className: 'link-core', paint: { stroke: 'ground', strokeWidth: 2 } },
  ],
  tail: [PORT],
  head: [PORT],
  isDrawnAtLowDetail: true,
  thumbnail: { stroke: 'edge', strokeWidth: 1 },
};
