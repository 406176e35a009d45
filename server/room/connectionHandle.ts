/**
 * The two sides of a place at a board: what a room needs of whoever connects, and what it offers in return.
 * Sockets are one way to connect, a test's arrays another.
 */
import type { CloseCode } from '../../shared/closeCodes.ts';
import type { LinkRecord, NodeRecord } from '../../shared/model/element.ts';
import type { ElementId, Viewpoint } from '../../shared/model/ids.ts';
import type { Policy } from '../../shared/policies/policies.ts';
import type { Access, Refusal, Role } from '../../shared/protocol.ts';

/** Who acts: what a session grants, and the viewpoint opened with it. */
export interface Principal {
  readonly session: string;
  readonly invite: string;
  readonly role: Role;
  /** The viewpoint the session holds. */
  readonly home: Viewpoint;
  /** The viewpoint opened: the same, or for a facilitator any. */
  readonly viewpoint: Viewpoint;
  /** A facilitator looks through another viewpoint and has not asked to edit there. */
  readonly looksOnly?: true;
}

/** How a room reaches whoever connected. Neither call throws. */
export interface Transport {
  send(frame: Uint8Array): void;
  /** Told of work that was done for the connection besides reading its frames, in milliseconds. */
  charge?(workMs: number): void;
  /** What is sent within may go out together. */
  together?(send: () => void): void;
  /** Nothing is sent on the line afterwards. */
  close(code: CloseCode): void;
}

/** A place taken at a board. */
export interface ConnectionHandle {
  readonly principal: Principal;
  /** Takes one message from the line. Never throws: a peer's violation closes the line. */
  receive(frame: Uint8Array): void;
  /** Ends the place; safe to call twice. */
  leave(): void;
}

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

/** Drawings to decline, and what to say to whoever made them: plain text, maybe empty. */
export interface Decline {
  readonly elements: readonly ElementId[];
  readonly word: string;
}

/** What a room offers to the HTTP interface and to whoever seats connections. */
export interface RoomApi {
  /** Resolves when the place is taken; null when there is no such viewpoint. */
  join(principal: Principal, transport: Transport): Promise<ConnectionHandle | null>;
  /** Null when there is no such viewpoint. */
  elements(viewpoint: Viewpoint): Promise<ElementsAnswer | null>;
  /**
   * Adds elements under the attendee's rights; resolves once they are durable. The lists are what a caller
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
  /** Takes down the hand of whoever speaks under an awareness client id. False when there is none. */
  lowerHand(client: number): boolean;
  /** The sessions of everybody who is here. */
  sessionsHere(): ReadonlySet<string>;
  /** Closes the lines of those the predicate names. */
  dismiss(who: (principal: Principal) => boolean, code: CloseCode): void;
}
