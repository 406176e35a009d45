/** A tie, which says no more than that there is something: dots, without direction. */
import { BARE, LINE_WIDTH, type LinkShape } from './linkShape.ts';

export const tie: LinkShape = {
  gaps: { start: 2, end: 2 },
  reach: BARE,
  strokes: [
    {
      className: 'link-line',
      paint: { stroke: 'edge', strokeWidth: LINE_WIDTH, strokeDasharray: '0.1 5', strokeLinecap: 'round' },
    },
  ],
  tail: [],
  head: [],
  isDrawnAtLowDetail: false,
  thumbnail: { stroke: 'edge', strokeWidth: 1, strokeDasharray: '2.5 2' },
};
