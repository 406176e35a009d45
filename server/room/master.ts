/**
 * The board, the views that look at it, and the ledger of what is to be kept: an act is carried out on the
 * board, entered in the ledger, and every view takes note. It sends nothing and knows no connection.
 */
import type { BoardId, NodeId, Viewpoint } from '../../shared/model/ids.ts';
import { isViewpointKind } from '../../shared/model/kinds.ts';
import { Board } from '../board/board.ts';
import type { BoardCommit, StoredBoard, ViewCommit } from '../store/store.ts';
import type { Edit } from '../view/edits.ts';
import { Outlook } from '../view/outlook.ts';
import type { View } from '../view/view.ts';
import { changesOf, enact, type Refused } from './enact.ts';
import { Ledger } from './ledger.ts';
import type { Attendee } from './seat.ts';

export interface Performance {
  readonly refused: readonly Refused[];
  /** Viewpoints that were open and are no longer on the board. */
  readonly vanished: readonly Viewpoint[];
}

export class Master {
  readonly board: Board;
  readonly outlook: Outlook;
  readonly #ledger = new Ledger();
  readonly #newId: () => NodeId;

  constructor(stored: StoredBoard, newId: () => NodeId) {
    this.board = new Board(stored);
    this.outlook = new Outlook(this.board.graph);
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
    { view, attendee, at }: { view: View; attendee: Attendee; at: number },
  ): Performance {
    const { board, outlook } = this;
    const enacted = enact(edits, { board, outlook, view, role: attendee.role, now: at, newId: this.#newId });
    const { outcomes, changed, refused } = enacted;
    const changes = changesOf(enacted);
    const deed = { attendee, at };
    this.#ledger.enter(outcomes, deed);
    const metaFields = (['title', 'policy'] as const).filter((field) => changed[field]);
    if (metaFields.length > 0) this.#ledger.enterMeta(metaFields, deed);
    outlook.settle(changes);
    if (changed.policy) outlook.policyChanged();
    if (changed.title) outlook.titleChanged();
    const gone = changes.filter(({ after }) => after === undefined).map(({ id }) => id as NodeId);
    return {
      refused,
      vanished: gone.filter((id) => outlook.view(id) !== undefined && !this.hasViewpoint(id)),
    };
  }

  /** What is to be kept since the last call; null when nothing is. */
  close(id: BoardId, views: readonly ViewCommit[]): BoardCommit | null {
    const { title, policy } = this.board;
    return this.#ledger.close(id, { meta: { title, policy }, views });
  }
}
