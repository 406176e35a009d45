/**
 * Restorations by participants, judged by the rules of today: what was deleted may come back by an undo or from
 * a page that was offline, long after policy, disclosures, memberships or rights have changed. It comes back as it
 * was only where the participant might delete it today and sees no more by it than the deletion took away; else it
 * comes back as if it were drawn now. A participant's view never grows by a restoration beyond what drawing shows.
 */
import type { ElementId, Viewpoint } from '../../shared/model/ids.ts';
import type { BinEntry } from '../store/store.ts';
import type { Edit } from '../yjs/edits.ts';
import {
  applyEdits,
  changesOf,
  type EditContext,
  type EditResult,
  entryToRestore,
  type PutEdit,
  type RestorationMode,
} from './applyEdits.ts';

/** From the most that may come back to the least. */
const MODES: readonly RestorationMode[] = ['as-was', 'anew', 'bare'];

/** Ids kept of what one act took from a view, over all its entries. */
const MAX_LOST_IDS = 20_000;

/** Tells the edits that bring something back from those that do not. Facilitators' restorations need no judging. */
export function splitRestorations(
  edits: readonly Edit[],
  context: EditContext,
): { readonly returning: readonly PutEdit[]; readonly others: readonly Edit[] } {
  if (context.view.viewpoint === 'facilitator') return { returning: [], others: edits };
  const returns = (edit: Edit): edit is PutEdit =>
    edit.type === 'put' && entryToRestore(context, edit) !== null;
  return { returning: edits.filter(returns), others: edits.filter((edit) => !returns(edit)) };
}

/** Carries restorations out, as much of each act as today's rules allow. */
export function restoreJudged(edits: readonly PutEdit[], context: EditContext): EditResult {
  const { board, view, visibilityIndex } = context;
  const ids = new Set(edits.map(({ name }) => view.idAliases.boardId(name)));
  const entries = new Map(
    [...ids].flatMap((id) => board.entriesToRestore(id)).map((entry) => [entry.id, entry] as const),
  );
  const expected = expectedBack(ids, entries.values());
  for (const restoration of MODES) {
    const { result, came } = visibilityIndex.observe(view, () =>
      applyAndUpdateViews(edits, { ...context, restoration }),
    );
    // What is back and not seen is answered like what cannot come back.
    const isUnseen = changesOf(result).some(
      ({ id, after }) => after !== undefined && ids.has(id) && !view.shows(id),
    );
    if (restoration === 'bare' || (!isUnseen && [...came].every((id) => expected.has(id)))) return result;
    visibilityIndex.update(board.revert(changesOf(result), [...entries.values()]));
  }
  throw new Error('The last mode is always taken.');
}

/** Applies edits and updates what every view shows of them. */
export function applyAndUpdateViews(edits: readonly Edit[], context: EditContext): EditResult {
  const result = applyEdits(edits, context);
  context.visibilityIndex.update(changesOf(result));
  return result;
}

/** What the participant may see anew: what it brings back, and what it saw go with that. */
function expectedBack(ids: ReadonlySet<ElementId>, entries: Iterable<BinEntry>): ReadonlySet<ElementId> {
  const expected = new Set(ids);
  for (const { id, wasSeen, lostWith } of entries) {
    if (wasSeen === true) expected.add(id);
    for (const lost of lostWith ?? []) expected.add(lost);
  }
  return expected;
}

/** The entries of a participant's deletions, with what they took from its view. */
export function annotatedEntries(
  entries: readonly BinEntry[],
  { viewpoint, went }: { viewpoint: Viewpoint; went: ReadonlySet<ElementId> },
): BinEntry[] {
  const own = entries.filter(({ deletedBy }) => deletedBy === viewpoint);
  const binned = new Set(own.map(({ id }) => id));
  const lost = [...went].filter((id) => !binned.has(id));
  const tops = own.filter(({ goneWith }) => goneWith === null).length;
  const isKept = lost.length > 0 && lost.length * tops <= MAX_LOST_IDS;
  return own.map((entry) => ({
    ...entry,
    wasSeen: went.has(entry.id),
    ...(isKept && entry.goneWith === null && { lostWith: lost }),
  }));
}
