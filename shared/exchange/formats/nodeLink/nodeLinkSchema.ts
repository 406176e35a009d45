/** Schemas of node-link JSON, the format that d3, vega and NetworkX pass around, and its detection by them. */
import * as v from 'valibot';

const list = v.array(v.unknown());
export const NodeLinkSchema = v.looseObject({
  nodes: list,
  links: v.optional(list),
  edges: v.optional(list),
});

/** An id, a place in the list of nodes, or the node itself, which d3 puts there. */
const end = v.union([
  v.string(),
  v.number(),
  v.pipe(
    v.looseObject({ id: v.union([v.string(), v.number()]) }),
    v.transform(({ id }) => id),
  ),
]);
export const LinkEntrySchema = v.looseObject({ source: end, target: end });

/** By the first link: a canvas has other names for the ends of an edge. */
export function isNodeLink(data: unknown): boolean {
  const parsed = v.safeParse(NodeLinkSchema, data);
  if (!parsed.success) return false;
  const { links, edges } = parsed.output;
  const [first] = links ?? edges ?? [];
  return first === undefined ? links !== undefined : v.is(LinkEntrySchema, first);
}
