/**
 * Reads node-link JSON: a list of nodes and one of links (or edges) with source and target, by id, by name, or by
 * place in the list.
 */
import * as v from 'valibot';
import { extraNames, foundLink, foundNode, ValueList } from '../../attributes.ts';
import type { TextFiles } from '../../fileFormat.ts';
import { entryLines, parseJson } from '../../parseJson.ts';
import {
  type FoundLink,
  type FoundNode,
  type ReadResult,
  refused,
  Troubles,
  tooMany,
} from '../../reading.ts';
import { LinkEntrySchema, NodeLinkSchema } from './nodeLinkSchema.ts';

const EntrySchema = v.record(v.string(), v.unknown());
export function readNodeLink([{ text }]: TextFiles): ReadResult {
  const data = parseJson(text);
  if (!data.ok) return data;
  const parsed = v.safeParse(NodeLinkSchema, data.value);
  if (!parsed.success) return refused('unknown-format');
  const { nodes, links, edges = [] } = parsed.output;
  const name = links === undefined ? 'edges' : 'links';
  const ends = links ?? edges;
  const full = tooMany({ nodes: nodes.length, links: ends.length });
  if (full !== null) return { ok: false, error: full };
  if (nodes.length === 0) return refused('no-nodes');
  const troubles = new Troubles();
  const lines = entryLines(text, ['nodes', name]);
  const found: FoundNode[] = [];
  /** By id or name; a number that is not an id is a place in the list. */
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
    const link = v.safeParse(LinkEntrySchema, entry);
    if (!link.success) {
      troubles.add('bad-value', { line, what: v.getDotPath(link.issues[0]) ?? '' });
      continue;
    }
    const { source, target, ...rest } = link.output;
    const values = valuesOf(rest).values;
    foundLinks.push(foundLink({ source: keyOf(source), target: keyOf(target), line, values }, troubles));
  }
  const unused = extraNames([...found, ...foundLinks]);
  if (unused.length > 0) troubles.add('not-used', { line: null, what: unused.join(', ') });
  const value = { title: '', nodes: found, links: foundLinks, troubles: troubles.list, isToScale: false };
  return { ok: true, value };
}

/** What is neither text nor number nor truth has no place in a field. */
function valuesOf(entry: Readonly<Record<string, unknown>>): ValueList {
  const values = new ValueList();
  for (const [name, value] of Object.entries(entry))
    if (['string', 'number', 'boolean'].includes(typeof value)) values.set(name, String(value));
  return values;
}
