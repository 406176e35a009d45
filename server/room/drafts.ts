/**
 * The elements of one HTTP call, as edits of a view: those without an id are given one, and those that do not parse
 * are set aside with a reason, so that the rest is made all the same.
 */
import * as v from 'valibot';
import { LinkDraftSchema, NodeDraftSchema } from '../../shared/model/element.ts';
import { newLinkId, newNodeId } from '../../shared/model/ids.ts';
import { LIMITS } from '../../shared/model/limits.ts';
import type { Edit } from '../yjs/edits.ts';
import type { RefusedEdit } from './applyEdits.ts';

export type DraftEdit = Extract<Edit, { type: 'put' }>;

/** Throws a TypeError with a message for the caller when the lists are no lists, or too long. */
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
        edits.push({ type: 'put', root, name: id, fields: statedIn(draft, fields) });
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
    drafts: list(nodes, { name: 'nodes', maxLength: LIMITS.nodes }),
    schema: NodeDraftSchema,
    newId: () => newNodeId(),
  });
  read('links', {
    drafts: list(links, { name: 'links', maxLength: LIMITS.links }),
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

function list(value: unknown, { name, maxLength }: { name: string; maxLength: number }): readonly unknown[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw new TypeError(`"${name}" must be a list.`);
  if (value.length > maxLength) throw new TypeError(`"${name}" takes at most ${maxLength} entries.`);
  return value;
}

/** The fields that a draft itself has, as they were parsed: without the defaults. */
function statedIn(draft: unknown, fields: Record<string, unknown>): Record<string, unknown> {
  const stated = new Set(typeof draft === 'object' && draft !== null ? Object.keys(draft) : []);
  const entries = Object.entries(fields).filter(([field]) => stated.has(field));
  return Object.fromEntries(
    entries.map(([field, value]) => [field, typeof value === 'string' ? wellFormed(value) : value]),
  );
}

/** Half a surrogate pair, which JSON can hold, would read otherwise on every page: UTF-8 has no bytes for it. */
function wellFormed(text: string): string {
  return Buffer.from(text).toString();
}

function nameOf(draft: unknown): string | null {
  const id = typeof draft === 'object' && draft !== null && 'id' in draft ? draft.id : undefined;
  return typeof id === 'string' && id.length <= 64 ? id : null;
}
