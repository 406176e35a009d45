/**
 * A board while it is open, with the index of what its views show and the commit that is being built: edits are
 * performed on the board, added to the commit, and the index is updated. It sends nothing and knows no connection.
 */
import { isConfirmed, isLink } from '../../shared/model/element.ts';
import type { BoardId, ElementId, NodeId, Viewpoint } from '../../shared/model/ids.ts';
import { isViewpointKind } from '../../shared/model/kinds.ts';
import { visibility } from '../../shared/visibility/viewpointVisibility.ts';
import { Board, type Change } from '../board/board.ts';
import type { BoardCommit, PendingNotice, StoredBoard, ViewCommit } from '../store/store.ts';
import type { View } from '../view/view.ts';
import { VisibilityIndex } from '../view/visibilityIndex.ts';
import type { Edit } from '../yjs/edits.ts';
import { changesOf, type EditContext, type EditResult, type RefusedEdit } from './applyEdits.ts';
import { CommitBuilder } from './commitBuilder.ts';
import type { Principal } from './principal.ts';
import { annotatedEntries, applyAndUpdateViews, restoreJudged, splitRestorations } from './restoration.ts';

export interface PerformedEdits {
  readonly refused: readonly RefusedEdit[];
  /** Viewpoints that were open and are no longer on the board. */
  readonly vanished: readonly Viewpoint[];
  /** Whether the timer was set. */
  readonly isTimed: boolean;
}

/** What was declined of one owner's. */
export interface DeclinedDrawings {
  readonly to: Viewpoint;
  /** Of them, what the owner saw. */
  readonly drawings: PendingNotice['drawings'];
}

export class BoardSession {
  readonly board: Board;
  readonly visibilityIndex: VisibilityIndex;
  readonly #commitBuilder = new CommitBuilder();
  readonly #newId: () => NodeId;

  constructor(stored: StoredBoard, newId: () => NodeId) {
    this.board = new Board(stored);
    this.visibilityIndex = new VisibilityIndex(this.board.graph);
    this.#newId = newId;
  }

  hasViewpoint(viewpoint: Viewpoint): boolean {
    if (viewpoint === 'facilitator' || viewpoint === 'everyone') return true;
    const node = this.board.graph.nodes.get(viewpoint);
    return node !== undefined && isViewpointKind(node.kind);
  }

  /** Carries out edits made in a view. `at` is in milliseconds since 1970. */
  perform(
    edits: readonly Edit[],
    { view, principal, at }: { view: View; principal: Principal; at: number },
  ): PerformedEdits {
    const { board, visibilityIndex } = this;
    // The rights are the view's own: a facilitator at another viewpoint has those of an editor there, or none.
    const role = principal.looksOnly ? 'viewer' : principal.role;
    const context: EditContext = { board, visibilityIndex, view, role, now: at, newId: this.#newId };
    const { returning, others } = splitRestorations(edits, context);
    const results = returning.length > 0 ? [restoreJudged(returning, context)] : [];
    if (others.length > 0) results.push(this.#apply(others, context));
    const outcomes = results.flatMap((result) => result.outcomes);
    const refused = results.flatMap((result) => result.refused);
    const changed = new Set(results.flatMap((result) => [...result.changed]));
    const changes = results.flatMap(changesOf);
    const attribution = { principal, at };
    this.#commitBuilder.add(outcomes, attribution);
    if (changed.size > 0) this.#commitBuilder.addMeta([...changed], attribution);
    if (changed.has('policy')) visibilityIndex.policyChanged();
    if (changed.has('locked')) visibilityIndex.lockChanged();
    if (changed.size > 0) visibilityIndex.boardChanged();
    return { refused, vanished: this.#vanished(changes), isTimed: changed.has('timer') };
  }

  /** Applies edits and updates what every view shows; notes what a participant's deletions took from its view. */
  #apply(edits: readonly Edit[], context: EditContext): EditResult {
    const { view, board } = context;
    if (view.viewpoint === 'facilitator' || !edits.some(({ type }) => type === 'delete')) {
      return applyAndUpdateViews(edits, context);
    }
    const { result, went } = this.visibilityIndex.observe(view, () => applyAndUpdateViews(edits, context));
    const outcomes = result.outcomes.map((outcome) => {
      const binned = annotatedEntries(outcome.binned, { viewpoint: view.viewpoint, went });
      board.annotate(binned);
      return { ...outcome, binned };
    });
    return { ...result, outcomes };
  }

  /**
   * Takes unconfirmed drawings off the board. They lie in the bin, from which a facilitator can bring them back.
   * Elements that are no such drawing stay.
   */
  decline(
    ids: readonly ElementId[],
    { principal, at }: { principal: Principal; at: number },
  ): Pick<PerformedEdits, 'vanished'> & { readonly declined: readonly DeclinedDrawings[] } {
    const { board, visibilityIndex } = this;
    const drawings = ids.flatMap((id) => {
      const element = board.graph.get(id);
      return element === undefined || isConfirmed(element) ? [] : [element];
    });
    const declined = [...new Set(drawings.map(({ owner }) => owner))].map((to): DeclinedDrawings => {
      const seen = this.hasViewpoint(to) ? visibility(board.graph, to) : new Map();
      const own = drawings.filter(({ owner, id }) => owner === to && seen.has(id));
      return { to, drawings: own.map(({ kind, label }) => ({ kind, label })) };
    });
    const outcomes = drawings.flatMap(({ id }) =>
      // A link may be gone with its end.
      board.graph.has(id) ? [board.delete({ id, by: 'facilitator', at })] : [],
    );
    const changes = outcomes.flatMap((outcome) => outcome.changes);
    this.#commitBuilder.add(outcomes, { principal, at });
    visibilityIndex.update(changes);
    return { declined, vanished: this.#vanished(changes) };
  }

  /** Keeps a notice until a participant of its viewpoint connects. */
  keepNotice(notice: PendingNotice): void {
    if (!this.hasViewpoint(notice.to)) return;
    this.board.pendingNotices.add(notice);
    this.#commitBuilder.noticesChanged();
  }

  /** The notices that wait for a viewpoint; they wait no longer. */
  takeNotices(viewpoint: Viewpoint): PendingNotice[] {
    const notices = this.board.pendingNotices.take(viewpoint);
    if (notices.length > 0) this.#commitBuilder.noticesChanged();
    return notices;
  }

  /** Open viewpoints that changes took off the board. Notices that wait for one that is gone are dropped. */
  #vanished(changes: readonly Change[]): Viewpoint[] {
    const lost = changes.flatMap(({ before, after }) =>
      after === undefined && before !== undefined && !isLink(before) && !this.hasViewpoint(before.id)
        ? before.id
        : [],
    );
    for (const id of lost) this.takeNotices(id);
    return lost.filter((id) => this.visibilityIndex.view(id) !== undefined);
  }

  /** What is to be stored since the last call; null when nothing is. */
  takeCommit(id: BoardId, views: readonly ViewCommit[]): BoardCommit | null {
    return this.#commitBuilder.take(id, { meta: this.board.meta, views });
  }
}
