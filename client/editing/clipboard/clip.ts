/**
 * The clipboard format: nodes and the links among them as JSON text with a marker and a version. Pure. Text
 * from outside is validated before use; its ids only tell which link joins what.
 */

import * as v from 'valibot';
import {
  draftEntries,
  FIELD_SCHEMAS,
  type LinkDraft,
  type NodeDraft,
} from '../../../shared/model/element.ts';
import { FIELD_LISTS, type NamedField, valueIn } from '../../../shared/model/fieldLists.ts';
import type { ElementRoot, FieldsWith } from '../../../shared/model/fields.ts';
import type { ReadonlyIdMap } from '../../../shared/model/idCollections.ts';
import { type NodeId, NodeIdSchema } from '../../../shared/model/ids.ts';
import { mayJoin } from '../../../shared/model/kinds.ts';
import { LIMITS } from '../../../shared/model/limits.ts';
import type { LinkSnapshot, NodeSnapshot } from '../../sync/snapshot.ts';

const MARKER = 'elements';
const VERSION = 1;
/** The most that one paste may hold: its update has to fit into one frame. */
const MAX_NODES = 2_000;
const MAX_LINKS = 5_000;
const MAX_TEXT = 4_000_000;

const isCopied = (field: NamedField) => field.isCopied !== false;
const COPIED: Readonly<Record<ElementRoot, readonly NamedField[]>> = {
  nodes: FIELD_LISTS.nodes.filter(isCopied),
  links: FIELD_LISTS.links.filter(isCopied),
};

type ClipNode = Omit<NodeDraft, 'id' | FieldsWith<'nodes', { isCopied: false }>> & {
  readonly id: NodeId;
};
type ClipLink = Omit<LinkDraft, 'id' | FieldsWith<'links', { isCopied: false }>>;

// Entries made in a loop over the table have the table's types, which inference cannot follow.
const ClipNodeSchema = v.object({
  ...draftEntries('nodes', isCopied),
  id: NodeIdSchema,
  position: FIELD_SCHEMAS.position,
}) as v.GenericSchema as v.GenericSchema<unknown, ClipNode>;
const ClipLinkSchema = v.object(draftEntries('links', isCopied)) as v.GenericSchema as v.GenericSchema<
  unknown,
  ClipLink
>;
const ClipSchema = v.object({
  cellboard: v.literal(MARKER),
  version: v.literal(VERSION),
  nodes: v.pipe(v.array(ClipNodeSchema), v.minLength(1), v.maxLength(MAX_NODES)),
  links: v.pipe(v.array(ClipLinkSchema), v.maxLength(MAX_LINKS)),
});

export interface Clip {
  readonly nodes: readonly ClipNode[];
  readonly links: readonly ClipLink[];
}

export type Pasted =
  | { readonly type: 'clip'; readonly clip: Clip }
  /** Plain text, cut to the length of a note. */
  | { readonly type: 'text'; readonly text: string }
  /** A clip, but not readable: another version, or damaged. */
  | { readonly type: 'unreadable' }
  | { readonly type: 'nothing' };

export interface ClipSource {
  readonly nodes: ReadonlyIdMap<NodeId, NodeSnapshot>;
  readonly links: Iterable<LinkSnapshot>;
}

/** The chosen nodes and the links among them; null where none of the ids is a node's. */
export function clipOf({ nodes, links }: ClipSource, ids: Iterable<string>): Clip | null {
  const chosen = new Map<NodeId, ClipNode>();
  for (const id of ids) {
    const node = nodes.get(id);
    if (node !== undefined) chosen.set(node.id, { ...(copied('nodes', node) as ClipNode), id: node.id });
  }
  if (chosen.size === 0) return null;
  const inner: ClipLink[] = [];
  for (const link of links) {
    if (chosen.has(link.source) && chosen.has(link.target)) inner.push(copied('links', link) as ClipLink);
  }
  return { nodes: [...chosen.values()], links: inner };
}

/** The fields of an element that a clip holds, without those it lacks. */
function copied(root: ElementRoot, element: object): object {
  const has = COPIED[root].filter((field) => valueIn(element, field) !== null);
  return Object.fromEntries(has.map((field) => [field.name, valueIn(element, field)]));
}

export function writeClip({ nodes, links }: Clip): string {
  return JSON.stringify({ cellboard: MARKER, version: VERSION, nodes, links });
}

export function readClip(text: string): Pasted {
  const words = text.trim();
  if (words === '') return { type: 'nothing' };
  if (words.length <= MAX_TEXT && words.startsWith('{')) {
    const data = parseJson(words);
    if (typeof data === 'object' && data !== null && 'cellboard' in data) {
      const parsed = v.safeParse(ClipSchema, data);
      return parsed.success ? { type: 'clip', clip: onlySound(parsed.output) } : { type: 'unreadable' };
    }
  }
  return { type: 'text', text: cut(words) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Without links that lead out of the clip or join what they may not. */
function onlySound({ nodes, links }: Clip): Clip {
  const kinds = new Map(nodes.map(({ id, kind }) => [id, kind]));
  return {
    nodes: [...new Map(nodes.map((node) => [node.id, node])).values()],
    links: links.filter(({ kind, source, target }) => {
      const [from, to] = [kinds.get(source), kinds.get(target)];
      if (from === undefined || to === undefined || source === target) return false;
      return mayJoin(kind, { source: from, target: to });
    }),
  };
}

/** Cuts to the length of a label, never within a surrogate pair. */
function cut(words: string): string {
  return words.slice(0, LIMITS.labelLength).replace(/[\uD800-\uDBFF]$/, '');
}
