/**
 * The two ends of a connection to a room: what the room needs of a client's side, and what it offers in return. A
 * WebSocket is one way to connect, the arrays of a test another.
 */
import type { CloseCode } from '../../shared/closeCodes.ts';
import type { Principal } from './principal.ts';

/** How a room reaches a client. No call throws. */
export interface Transport {
  send(frame: Uint8Array): void;
  /** Told of work that was done for the connection besides reading its frames, in milliseconds. */
  charge?(workMs: number): void;
  /** What is sent within may go out together. */
  together?(send: () => void): void;
  /** Nothing is sent afterwards. */
  close(code: CloseCode): void;
}

/** A connection that has joined a room. */
export interface ConnectionHandle {
  readonly principal: Principal;
  /** Takes one message of the client. Never throws: a violation of the protocol closes the connection. */
  receive(frame: Uint8Array): void;
  /** The client is gone; safe to call twice. */
  leave(): void;
}
