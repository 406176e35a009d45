/** Delegation: dashes and dots with an open arrow. */
import { LINE_WIDTH, type LinkShape } from './linkShape.ts';

export const delegation: LinkShape = {
  gaps: { start: 2, end: 5 },
  reach: { start: 1, end: 2 },
  strokes: [
    {
      className: 'link-line',
      paint: { stroke: 'edge', strokeWidth: LINE_WIDTH, strokeDasharray: '11 4 2 4' },
    },
  ],
  tail: [],
  head: [
    {
      tag: 'path',
      d: 'M-6 -4.5L1 0L-6 4.5',
      className: 'link-end is-stroked',
      paint: { stroke: 'edge', strokeWidth: LINE_WIDTH, strokeLinecap: 'round', strokeLinejoin: 'round' },
    },
  ],
  isDrawnAtLowDetail: false,
  thumbnail: { stroke: 'edge', strokeWidth: 1, strokeDasharray: '4 1.6 1 1.6' },
};
