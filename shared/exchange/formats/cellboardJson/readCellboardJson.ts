/** Reads Cellboard JSON. A version it does not know is refused, not guessed at. */
import * as v from 'valibot';
import { complaint, draftEntries, type LinkDraft, type NodeDraft } from '../../../model/element.ts';
import { FIELD_LISTS } from '../../../model/fieldLists.ts';
import type { ElementRoot } from '../../../model/fields.ts';
import { isId, ViewpointSchema } from '../../../model/ids.ts';
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
import { wellFormed } from '../../words.ts';
import { CELLBOARD_FORMAT, CELLBOARD_VERSION } from './version.ts';

const HeadSchema = v.looseObject({
  format: v.literal(CELLBOARD_FORMAT),
  version: v.number(),
  title: v.optional(v.string(), ''),
  nodes: v.array(v.unknown()),
  links: v.optional(v.array(v.unknown()), []),
});

/**
 * As elements are wished for, though texts of any length and any number of viewpoints pass: the plan cuts what is too
 * long instead of losing the element.
 */
function entrySchema(root: ElementRoot, id: v.ObjectEntries): v.GenericSchema {
  const entries = draftEntries(root, ({ files }) => files !== 'none');
  for (const { name, type } of FIELD_LISTS[root]) {
    if (entries[name] === undefined) continue;
    if (type.tag === 'text') entries[name] = v.optional(v.string());
    if (type.tag === 'viewpoints') entries[name] = v.optional(v.array(ViewpointSchema));
  }
  return v.object({ ...id, ...entries });
}

const key = v.custom<string>(isId, 'An id is 1 to 64 letters, digits, "-" or "_".');
/** A loop over the table is as exact as the table, which inference cannot see. */
const NodeEntrySchema = entrySchema('nodes', { id: key }) as v.GenericSchema<
  unknown,
  Omit<NodeDraft, 'id'> & { readonly id: string }
>;
const LinkEntrySchema = entrySchema('links', {}) as v.GenericSchema<unknown, LinkDraft>;

/** The values that are there, texts without halves of characters. */
function foundFields(fields: object): object {
  const told = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(
    told.map(([name, value]) => [name, typeof value === 'string' ? wellFormed(value) : value]),
  );
}

export function readCellboard([{ text }]: TextFiles): ReadResult {
  const data = parseJson(text);
  if (!data.ok) return data;
  const head = v.safeParse(HeadSchema, data.value);
  if (!head.success) return refused('unknown-format', { what: complaint(head.issues) });
  const { version, title, nodes, links } = head.output;
  if (version > CELLBOARD_VERSION) return refused('newer', { what: String(version) });
  const full = tooMany({ nodes: nodes.length, links: links.length });
  if (full !== null) return { ok: false, error: full };
  const troubles = new Troubles();
  const lines = entryLines(text, ['nodes', 'links']);
  const foundNodes: FoundNode[] = [];
  for (const [index, entry] of nodes.entries()) {
    const line = lines['nodes']?.[index] ?? null;
    const parsed = v.safeParse(NodeEntrySchema, entry);
    if (!parsed.success) {
      troubles.add('bad-value', { line, what: complaint(parsed.issues) });
      continue;
    }
    const { id, kind, label, position, ...fields } = parsed.output;
    // The schema gives a place to nodes without one; a layout finds a better one.
    const placed = 'position' in Object(entry) ? { position } : {};
    foundNodes.push({
      key: id,
      line,
      type: kind,
      label: wellFormed(label ?? ''),
      ...foundFields(fields),
      ...placed,
    });
  }
  const foundLinks: FoundLink[] = [];
  for (const [index, entry] of links.entries()) {
    const line = lines['links']?.[index] ?? null;
    const parsed = v.safeParse(LinkEntrySchema, entry);
    if (!parsed.success) {
      troubles.add('bad-value', { line, what: complaint(parsed.issues) });
      continue;
    }
    const { kind, source, target, label, ...fields } = parsed.output;
    foundLinks.push({
      line,
      type: kind,
      source,
      target,
      label: wellFormed(label ?? ''),
      ...foundFields(fields),
    });
  }
  const found = { title, nodes: foundNodes, links: foundLinks, troubles: troubles.list };
  return { ok: true, value: { ...found, isToScale: true } };
}
