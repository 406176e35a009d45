/**
 * Elements sent in one call, as edits of a view: ids are given where there were none, and what does not parse
 * is set aside with a reason instead of spoiling the rest.
 */
import * as v from 'valibot';
import { LinkDraftSchema, NodeDraftSchema } from '../../shared/model/element.ts';
import { newLinkId, newNodeId } from '../../shared/model/ids.ts';
import { LIMITS } from '../../shared/model/limits.ts';
import type { Edit } from '../yjs/edits.ts';
import type { RefusedEdit } from './applyEdits.ts';

export type DraftEdit = Extract<Edit, { type: 'put' }>;

/** Throws a TypeError with a message for the caller when the lists are no lists. */
export function draftEdits({ nodes, links }: { nodes: unknown; links: unknown }): {
  edits: DraftEdit[];
  malformed: RefusedEdit[];
} {
  const edits: DraftEdit[] = [];
  const malformed: RefusedEdit[] = [];
  const read = (root: DraftEdit['root'], { drafts, schema, newId }: DraftList) => {
    for (const [index, draft] of drafts.entries()) {
      const parsed = v.safeParse(schema, draft);
      if (parsed.success) {
        const { id = newId(), ...fields } = parsed.output;
        edits.push({ type: 'put', root, name: id, fields: given(fields, draft as object) });
      } else {
        const isLong = parsed.issues.some((issue) => issue.type === 'max_length');
        malformed.push({
          name: nameOf(draft) ?? `${root}/${index}`,
          reason: isLong ? 'too-long' : 'invalid',
        });
      }
    }
  };
  read('nodes', {
    drafts: list(nodes, 'nodes', LIMITS.nodes),
    schema: NodeDraftSchema,
    newId: () => newNodeId(),
  });
  read('links', {
    drafts: list(links, 'links', LIMITS.links),
    schema: LinkDraftSchema,
    newId: () => newLinkId(),
  });
  return { edits, malformed };
}

interface DraftList {
  readonly drafts: readonly unknown[];
  readonly schema: typeof NodeDraftSchema | typeof LinkDraftSchema;
  readonly newId: () => string;
}

function list(value: unknown, name: string, most: number): readonly unknown[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw new TypeError(`"${name}" must be a list.`);
  if (value.length > most) throw new TypeError(`"${name}" takes at most ${most} entries.`);
  return value;
}

/** The fields that were there before defaults were filled in. */
function given(fields: Record<string, unknown>, draft: object): Record<string, unknown> {
  const entries = Object.entries(fields).filter(([field]) => field in draft);
  return Object.fromEntries(
    entries.map(([field, value]) => [field, typeof value === 'string' ? wellFormed(value) : value]),
  );
}

/** Half a surrogate pair, which JSON can hold, would read otherwise on every page: UTF-8 has no bytes for it. */
function wellFormed(text: string): string {
  return Buffer.from(text).toString();
}

function nameOf(draft: unknown): string | null {
  const id = typeof draft === 'object' && draft !== null ? (draft as { id?: unknown }).id : undefined;
  return typeof id === 'string' && id.length <= 64 ? id : null;
}
