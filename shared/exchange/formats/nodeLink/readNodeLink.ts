/**
 * Reads the JSON that d3, vega and NetworkX pass around: a list of nodes and one of links (or edges) with source
 * and target, by id, by name, or by place in the list.
 */
import * as v from 'valibot';
import { LIMITS } from '../../../model/limits.ts';
import { extraNames, foundLink, foundNode, ValueList } from '../../attributes.ts';
import { entryLines, lineOfFault } from '../../jsonLines.ts';
import { type FoundLink, type FoundNode, type Read, refused, Troubles } from '../../reading.ts';

const list = v.array(v.unknown());
const Schema = v.looseObject({ nodes: list, links: v.optional(list), edges: v.optional(list) });
const EntrySchema = v.record(v.string(), v.unknown());
const end = v.union([
  v.string(),
  v.number(),
  v.pipe(
    v.looseObject({ id: v.union([v.string(), v.number()]) }),
    v.transform(({ id }) => id),
  ),
]);
const LinkSchema = v.looseObject({ source: end, target: end });

/** Whether a parsed JSON value looks like one; canvases have other names for the ends of an edge. */
export function isNodeLink(data: unknown): boolean {
  const parsed = v.safeParse(Schema, data);
  if (!parsed.success) return false;
  const links = parsed.output.links ?? parsed.output.edges;
  return (
    links !== undefined &&
    (links.length === 0 ? parsed.output.links !== undefined : v.is(LinkSchema, links[0]))
  );
}

export function readNodeLink(text: string): Read {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (fault) {
    return refused('not-json', lineOfFault(text, fault));
  }
  const parsed = v.safeParse(Schema, data);
  if (!parsed.success) return refused('unknown-format');
  const { nodes, links, edges = [] } = parsed.output;
  const name = links === undefined ? 'edges' : 'links';
  const ends = links ?? edges;
  if (nodes.length > LIMITS.nodes) return refused('too-many-nodes', { what: String(nodes.length) });
  if (ends.length > LIMITS.links) return refused('too-many-links', { what: String(ends.length) });
  if (nodes.length === 0) return refused('no-nodes');
  const troubles = new Troubles();
  const lines = entryLines(text, ['nodes', name]);
  const found: FoundNode[] = [];
  /** By id or name; a number that is nobody's id is a place in the list. */
  const keys = new Map<string, string>();
  const places: (string | undefined)[] = [];
  for (const [index, entry] of nodes.entries()) {
    const line = lines['nodes']?.[index] ?? 1;
    const node = v.safeParse(EntrySchema, entry);
    if (!node.success) {
      troubles.add('bad-value', { line, what: String(entry) });
      places.push(undefined);
      continue;
    }
    const { id, ...rest } = node.output;
    const key = typeof id === 'string' || typeof id === 'number' ? String(id) : String(rest['name'] ?? index);
    places.push(key);
    keys.set(key, key);
    found.push(foundNode({ key, line, values: valuesOf(rest).values }, troubles));
  }
  for (const { key, label } of found) if (!keys.has(label)) keys.set(label, key);
  const keyOf = (given: string | number) =>
    keys.get(String(given)) ?? (typeof given === 'number' ? places[given] : undefined) ?? String(given);
  const foundLinks: FoundLink[] = [];
  for (const [index, entry] of ends.entries()) {
    const line = lines[name]?.[index] ?? 1;
    const link = v.safeParse(LinkSchema, entry);
    if (!link.success) {
      troubles.add('bad-value', { line, what: v.getDotPath(link.issues[0]) ?? '' });
      continue;
    }
    const { source, target, ...rest } = link.output;
    const values = valuesOf(rest).values;
    foundLinks.push(foundLink({ source: keyOf(source), target: keyOf(target), line, values }));
  }
  const unused = extraNames([...found, ...foundLinks]);
  if (unused.length > 0) troubles.add('not-used', { line: null, what: unused.join(', ') });
  const reading = { title: '', nodes: found, links: foundLinks, troubles: troubles.list };
  return { ok: true, reading: { format: 'node-link', ...reading, isToScale: false } };
}

/** What is neither text nor number nor truth has no place in a field. */
function valuesOf(entry: Readonly<Record<string, unknown>>): ValueList {
  const values = new ValueList();
  for (const [name, value] of Object.entries(entry))
    if (['string', 'number', 'boolean'].includes(typeof value)) values.set(name, String(value));
  return values;
}
