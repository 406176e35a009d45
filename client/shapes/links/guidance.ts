/** Guidance: a strong line in the accent colour with a filled arrow. */
import type { LinkShape } from './linkShape.ts';

export const guidance: LinkShape = {
  gaps: { start: 2, end: 10 },
  reach: { start: 1, end: 7 },
  strokes: [{ className: 'link-line', paint: { stroke: 'accent', strokeWidth: 2.25 } }],
  tail: [],
  head: [
    { tag: 'path', d: 'M-3 -4.4L7 0L-3 4.4Z', className: 'link-end is-filled', paint: { fill: 'accent' } },
  ],
  isDrawnAtLowDetail: true,
  thumbnail: { stroke: 'accent', strokeWidth: 1 },
};
