/** What a thumbnail is made of, and its parser: thumbnails are stored and sent. */
import * as v from 'valibot';
import { LINK_KINDS, NODE_KINDS } from '../model/kinds.ts';

const place = {
  x: v.number(),
  y: v.number(),
  /** Index into the palette; null where the node has none. */
  color: v.nullable(v.number()),
};

export const ThumbnailShapeSchema = v.variant('kind', [
  v.object({ kind: v.literal('circle'), ...place, radius: v.number() }),
  v.object({ kind: v.literal('hexagon'), ...place, radius: v.number() }),
  v.object({
    kind: v.literal('rect'),
    of: v.picklist(NODE_KINDS),
    ...place,
    width: v.number(),
    height: v.number(),
  }),
  v.object({ kind: v.literal('dot'), ...place, radius: v.number() }),
  v.object({
    kind: v.literal('line'),
    of: v.picklist(LINK_KINDS),
    x1: v.number(),
    y1: v.number(),
    x2: v.number(),
    y2: v.number(),
  }),
]);

/** What is to be drawn, in order: regions, lines, other shapes, dots. `x` and `y` are centres. */
export type ThumbnailShape = v.InferOutput<typeof ThumbnailShapeSchema>;
