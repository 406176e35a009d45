/**
 * What stands on the clipboard: nodes and the links among them as a JSON text with a marker and a version.
 * Pure. Text from outside is nothing until it has been parsed; ids in it only say which link joins what.
 */
import * as v from 'valibot';
import { FIELD_SCHEMAS, LinkDraftSchema, NodeDraftSchema } from '../../../shared/model/element.ts';
import { type NodeId, NodeIdSchema } from '../../../shared/model/ids.ts';
import { mayJoin } from '../../../shared/model/kinds.ts';
import { LIMITS } from '../../../shared/model/limits.ts';
import type { LinkSnapshot, NodeSnapshot } from '../../sync/snapshot.ts';

const MARKER = 'elements';
const VERSION = 1;
/** What one paste may bring: its update has to fit into one frame. */
const MAX_NODES = 2_000;
const MAX_LINKS = 5_000;
const MAX_TEXT = 4_000_000;

const ClipNodeSchema = v.object({
  ...v.omit(NodeDraftSchema, ['locked', 'owner']).entries,
  id: NodeIdSchema,
  position: FIELD_SCHEMAS.position,
});
const ClipLinkSchema = v.object(
  v.pick(LinkDraftSchema, ['kind', 'source', 'target', 'label', 'caption']).entries,
);
const ClipSchema = v.object({
  cellboard: v.literal(MARKER),
  version: v.literal(VERSION),
  nodes: v.pipe(v.array(ClipNodeSchema), v.minLength(1), v.maxLength(MAX_NODES)),
  links: v.pipe(v.array(ClipLinkSchema), v.maxLength(MAX_LINKS)),
});

export type ClipNode = v.InferOutput<typeof ClipNodeSchema>;
type ClipLink = v.InferOutput<typeof ClipLinkSchema>;

export interface Clip {
  readonly nodes: readonly ClipNode[];
  readonly links: readonly ClipLink[];
}

export type Pasted =
  | { readonly type: 'clip'; readonly clip: Clip }
  /** Plain words, at most as long as a note holds. */
  | { readonly type: 'text'; readonly text: string }
  /** Meant for a board, but not readable: another version, or damaged. */
  | { readonly type: 'unreadable' }
  | { readonly type: 'nothing' };

export interface ClipSource {
  readonly nodes: ReadonlyMap<NodeId, NodeSnapshot>;
  readonly links: Iterable<LinkSnapshot>;
  /** A facilitator's alone to know: whom the node is reserved for. */
  readonly audienceOf?: (id: NodeId) => ClipNode['audience'];
}

/** The chosen nodes and the links among them; null where none of the ids is a node's. */
export function clipOf({ nodes, links, audienceOf }: ClipSource, ids: Iterable<string>): Clip | null {
  const chosen = new Map<NodeId, ClipNode>();
  for (const id of ids) {
    const node = nodes.get(id as NodeId);
    if (node === undefined) continue;
    const { kind, label, caption, notes, position, size, color, disclosure } = node;
    const audience = audienceOf?.(node.id);
    chosen.set(node.id, {
      id: node.id,
      kind,
      label,
      caption,
      notes,
      position,
      ...(size === null ? {} : { size }),
      ...(color === null ? {} : { color }),
      ...(disclosure === null ? {} : { disclosure }),
      ...(audience === undefined ? {} : { audience }),
    });
  }
  if (chosen.size === 0) return null;
  const inner: ClipLink[] = [];
  for (const { kind, source, target, label, caption } of links) {
    if (chosen.has(source) && chosen.has(target)) inner.push({ kind, source, target, label, caption });
  }
  return { nodes: [...chosen.values()], links: inner };
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

/** As much as a label holds, without half of a character at its end. */
function cut(words: string): string {
  return words.slice(0, LIMITS.labelLength).replace(/[\uD800-\uDBFF]$/, '');
}
