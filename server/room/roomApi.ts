/** What a room offers to the HTTP interface and to sockets, and where they find it. */
import type { CloseCode } from '../../shared/closeCodes.ts';
import type { LinkRecord, NodeRecord } from '../../shared/model/element.ts';
import type { BoardId, ElementId, Viewpoint } from '../../shared/model/ids.ts';
import type { Policy } from '../../shared/policies/policies.ts';
import type { Access, Refusal } from '../../shared/protocol.ts';
import type { ConnectionHandle, Transport } from './connectionHandle.ts';
import type { Principal } from './principal.ts';

export type Projected<Record> = Omit<Partial<Record>, 'id'> & {
  readonly id: string;
  readonly access: Access;
};

/** A board as one viewpoint sees it, texts as plain strings. */
export interface ElementsAnswer {
  readonly title: string;
  readonly policy?: Policy;
  readonly nodes: readonly Projected<NodeRecord>[];
  readonly links: readonly Projected<LinkRecord>[];
}

export interface CreateResult {
  /** In the order given, without those refused. */
  readonly created: readonly string[];
  readonly refused: readonly { readonly id: string; readonly reason: Refusal }[];
}

/** Drawings to decline, and what to say to their makers: plain text, maybe empty. */
export interface Decline {
  readonly elements: readonly ElementId[];
  readonly word: string;
}

export interface RoomApi {
  /** Connects a client. Null when there is no such viewpoint. */
  join(principal: Principal, transport: Transport): Promise<ConnectionHandle | null>;
  /** Null when there is no such viewpoint. */
  elements(viewpoint: Viewpoint): Promise<ElementsAnswer | null>;
  /**
   * Adds elements under the principal's rights; resolves once they are durable. The lists are what a caller
   * sent, not yet parsed. Throws a TypeError with a message for the caller when they are not two arrays.
   */
  create(principal: Principal, drafts: { nodes: unknown; links: unknown }): Promise<CreateResult>;
  /** Why each element is visible. Null when there is no such viewpoint. */
  visibility(viewpoint: Viewpoint): Promise<Record<ElementId, readonly string[]> | null>;
  hasViewpoint(viewpoint: Viewpoint): boolean;
  /** Resolves once everything that can be read of the board now is durable. */
  saved(): Promise<void>;
  readonly title: string;
  /** Takes unconfirmed drawings off the board and tells their owners; resolves once that is durable. */
  decline(principal: Principal, what: Decline): Promise<void>;
  /** Calls those who see some of the elements to what they see of them. */
  call(principal: Principal, elements: readonly ElementId[]): void;
  /** Takes down the hand raised under an awareness client id. False when there is none. */
  lowerHand(client: number): boolean;
  /** The sessions of all who are connected. */
  sessionsHere(): ReadonlySet<string>;
  /** Closes the connections of those whom the predicate names. */
  dismiss(who: (principal: Principal) => boolean, code: CloseCode): void;
}

export interface RoomProvider {
  /** Null when there is no such board. */
  room(board: BoardId): Promise<RoomApi | null>;
}
