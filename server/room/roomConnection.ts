/**
 * A place taken at a board: one connection, the view it reads, and the frames waiting for the end of the
 * turn. Frames go out in the order in which they were posted, and none after the place is closed.
 */
import type { CloseCode } from '../../shared/closeCodes.ts';
import { WIRE_LIMITS } from '../../shared/protocol.ts';
import type { View } from '../view/view.ts';
import type { ConnectionHandle, Principal, Transport } from './connectionHandle.ts';
import type { AwarenessPeer } from './roomAwareness.ts';

/** Changes held at most: seconds of drawing. */
const MAX_EARLY_UPDATES = 1_000;

export interface RoomConnectionOptions {
  readonly principal: Principal;
  readonly view: View;
  readonly transport: Transport;
  readonly hear: (frame: Uint8Array) => void;
  /** Told when frames begin to wait. */
  readonly posted: () => void;
  readonly left: () => void;
}

export class RoomConnection implements ConnectionHandle, AwarenessPeer {
  readonly principal: Principal;
  readonly view: View;
  /** Whether the client has the whole view and is sent what changes. */
  isListening = false;
  /** Whether the server has yet to ask what the client has. */
  owesStep1 = true;
  /** The state since which the client wants to know, as it encoded it. */
  asksSince: Uint8Array | 'the beginning' | null = null;
  /** Whether the client waits to hear that its writing is saved. */
  wasWritten = false;
  /**
   * Changes that came before the client said all it has, and build on that: somebody who was offline and goes
   * on drawing sends them in this order. Null once it has answered: from then on nothing may be missing.
   */
  #early: Uint8Array[] | null = [];
  readonly #transport: Transport;
  readonly #hear: (frame: Uint8Array) => void;
  readonly #posted: () => void;
  readonly #left: () => void;
  #posts: Uint8Array[] = [];
  #isOpen = true;

  constructor({ principal, view, transport, hear, posted, left }: RoomConnectionOptions) {
    this.principal = principal;
    this.view = view;
    this.#transport = transport;
    this.#hear = hear;
    this.#posted = posted;
    this.#left = left;
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  receive(frame: Uint8Array): void {
    if (this.#isOpen) this.#hear(frame);
  }

  /** Keeps a change until the client has answered. False when it has, or when there are too many. */
  hold(update: Uint8Array): boolean {
    if (this.#early === null) return false;
    const bytes = this.#early.reduce((sum, { length }) => sum + length, update.length);
    if (bytes > WIRE_LIMITS.frameBytes || this.#early.length >= MAX_EARLY_UPDATES) return false;
    this.#early.push(update);
    return true;
  }

  /** What was held, once. */
  release(): Uint8Array[] {
    const early = this.#early ?? [];
    this.#early = null;
    return early;
  }

  /** Puts work that was done for this connection to the account of its session. */
  charge(workMs: number): void {
    if (this.#isOpen) this.#transport.charge?.(workMs);
  }

  post(frame: Uint8Array): void {
    if (!this.#isOpen) return;
    this.#posts.push(frame);
    this.#posted();
  }

  takePosts(): Uint8Array[] {
    const posts = this.#posts;
    this.#posts = [];
    return posts;
  }

  deliver(frames: readonly Uint8Array[]): void {
    if (frames.length > 1 && this.#transport.together !== undefined)
      this.#transport.together(() => this.#send(frames));
    else this.#send(frames);
  }

  #send(frames: readonly Uint8Array[]): void {
    for (const frame of frames) {
      if (!this.#isOpen) return;
      this.#transport.send(frame);
    }
  }

  close(code: CloseCode): void {
    if (!this.#isOpen) return;
    this.leave();
    this.#transport.close(code);
  }

  leave(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#posts = [];
    this.#left();
  }
}
