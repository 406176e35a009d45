/** Reads Cellboard JSON. A version it does not know is refused, not guessed at. */
import * as v from 'valibot';
import { complaint, draftEntries, type LinkDraft, type NodeDraft } from '../../../model/element.ts';
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

const TolerantText = v.optional(v.string(), '');
/** Lengths are the plan's to see to, which cuts what is too long instead of losing it. */
const EntrySchemas = {
  nodes: v.object({
    ...draftEntries('nodes'),
    id: v.custom<string>(isId, 'An id is 1 to 64 letters, digits, "-" or "_".'),
    label: TolerantText,
    caption: TolerantText,
    notes: TolerantText,
    audience: v.optional(v.array(ViewpointSchema)),
    // Entries made in a loop over the table are as exact as the table, which inference cannot see.
  }) as v.GenericSchema as v.GenericSchema<unknown, Omit<NodeDraft, 'id'> & { readonly id: string }>,
  links: v.object({
    ...draftEntries('links'),
    label: TolerantText,
    caption: TolerantText,
    audience: v.optional(v.array(ViewpointSchema)),
  }) as v.GenericSchema as v.GenericSchema<unknown, LinkDraft>,
};

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
    const parsed = v.safeParse(EntrySchemas.nodes, entry);
    if (!parsed.success) {
      troubles.add('bad-value', { line, what: complaint(parsed.issues) });
      continue;
    }
    const { id, kind, label, caption, notes, position, size, color, locked, disclosure, audience, owner } =
      parsed.output;
    foundNodes.push({
      key: id,
      line,
      type: kind,
      label: wellFormed(label),
      caption: wellFormed(caption),
      notes: wellFormed(notes),
      position: 'position' in (entry as object) ? position : null,
      size: size ?? null,
      color: color ?? null,
      locked,
      ...(disclosure && { disclosure }),
      ...(audience && { audience }),
      ...(owner && { owner }),
    });
  }
  const foundLinks: FoundLink[] = [];
  for (const [index, entry] of links.entries()) {
    const line = lines['links']?.[index] ?? null;
    const parsed = v.safeParse(EntrySchemas.links, entry);
    if (!parsed.success) {
      troubles.add('bad-value', { line, what: complaint(parsed.issues) });
      continue;
    }
    const { kind, source, target, label, caption, locked, audience, owner } = parsed.output;
    foundLinks.push({
      line,
      type: kind,
      source,
      target,
      label: wellFormed(label),
      caption: wellFormed(caption),
      locked,
      ...(audience && { audience }),
      ...(owner && { owner }),
    });
  }
  const found = { title, nodes: foundNodes, links: foundLinks, troubles: troubles.list };
  return { ok: true, value: { ...found, isToScale: true } };
}
