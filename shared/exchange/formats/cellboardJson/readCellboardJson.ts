/**
 * Cellboard's own format: everything a viewpoint sees, nothing lost, one element on each line so that line
 * numbers and comparisons of two files mean something. A version it does not know is refused, not guessed at.
 */
import * as v from 'valibot';
import { complaint, draftEntries, type LinkDraft, type NodeDraft } from '../../../model/element.ts';
import { isId, ViewpointSchema } from '../../../model/ids.ts';
import { LIMITS } from '../../../model/limits.ts';
import type { ExchangeContent, ExchangeLink, ExchangeNode } from '../../content.ts';
import { entryLines, lineOfFault } from '../../jsonLines.ts';
import { type FoundLink, type FoundNode, type Read, refused, Troubles } from '../../reading.ts';
import { wellFormed } from '../../words.ts';

const CELLBOARD_FORMAT = 'cellboard';
const CELLBOARD_VERSION = 1;

export function writeCellboard({ title, policy, nodes, links }: ExchangeContent): string {
  const head = { format: CELLBOARD_FORMAT, version: CELLBOARD_VERSION, title, ...(policy && { policy }) };
  const list = (name: string, entries: readonly object[]) =>
    `"${name}": [${entries.map((entry) => `\n  ${JSON.stringify(entry)}`).join(',')}\n ]`;
  const top = JSON.stringify(head).slice(1, -1);
  return `{${top},\n ${list('nodes', nodes.map(nodeEntry))},\n ${list('links', links.map(linkEntry))}\n}\n`;
}

/** Always in the same order, defaults left out. */
function nodeEntry(node: ExchangeNode): object {
  const { id, kind, label, caption, notes, position, size, color, locked, disclosure, audience, owner } =
    node;
  return {
    id,
    kind,
    label,
    ...(caption !== '' && { caption }),
    ...(notes !== '' && { notes }),
    position,
    ...(size && { size }),
    ...(color !== undefined && { color }),
    ...(locked && { locked }),
    ...(disclosure && { disclosure }),
    ...(audience && { audience }),
    ...(owner && { owner }),
  };
}

function linkEntry(link: ExchangeLink): object {
  const { id, kind, source, target, label, caption, locked, audience, owner } = link;
  return {
    id,
    kind,
    source,
    target,
    ...(label !== '' && { label }),
    ...(caption !== '' && { caption }),
    ...(locked && { locked }),
    ...(audience && { audience }),
    ...(owner && { owner }),
  };
}

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

/** Whether a parsed JSON value says that it is of this format. */
export function isCellboard(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'format' in data && data.format === CELLBOARD_FORMAT;
}

export function readCellboard(text: string): Read {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (fault) {
    return refused('not-json', lineOfFault(text, fault));
  }
  const head = v.safeParse(HeadSchema, data);
  if (!head.success) return refused('unknown-format', { what: complaint(head.issues) });
  const { version, title, nodes, links } = head.output;
  if (version > CELLBOARD_VERSION) return refused('newer', { what: String(version) });
  if (nodes.length > LIMITS.nodes) return refused('too-many-nodes', { what: String(nodes.length) });
  if (links.length > LIMITS.links) return refused('too-many-links', { what: String(links.length) });
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
  const reading = { title, nodes: foundNodes, links: foundLinks, troubles: troubles.list };
  return { ok: true, reading: { format: 'cellboard', ...reading, isToScale: true } };
}
