/** A contact of two people: dashes, without direction. */
import { BARE, LINE_WIDTH, type LinkShape } from './linkShape.ts';

export const contact: LinkShape = {
  gaps: { start: 2, end: 2 },
  reach: BARE,
  strokes: [
    {
      className: 'link-line',
      paint: { stroke: 'edge', strokeWidth: LINE_WIDTH, strokeDasharray: '6 4' },
    },
  ],
  tail: [],
  head: [],
  isDrawnAtLowDetail: false,
  thumbnail: { stroke: 'edge', strokeWidth: 1, strokeDasharray: '2.5 2' },
};
