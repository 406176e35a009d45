/** A membership that is not drawn by lying in the group: a thin line with a dot at the group. */
import type { LinkShape } from './linkShape.ts';

export const membership: LinkShape = {
  gaps: { start: 2, end: 2.5 },
  reach: { start: 1, end: 3.5 },
  strokes: [
    {
      className: 'link-line',
      paint: { stroke: 'edge-soft', strokeWidth: 1.25 },
      hotPaint: { stroke: 'edge-soft', strokeWidth: 1.75 },
    },
  ],
  tail: [],
  head: [
    { tag: 'circle', x: 0, y: 0, radius: 2.6, className: 'link-end is-filled', paint: { fill: 'edge-soft' } },
  ],
  isDrawnAtLowDetail: false,
  thumbnail: { stroke: 'edge-soft', strokeWidth: 0.8 },
};
