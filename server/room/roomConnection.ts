/**
 * One connection to a view: who is connected, how far the sync protocol has come (`SyncState`), and the frames that
 * wait for the end of the turn. Frames go out in the order in which they were posted, and none after the connection
 * is closed.
 */
import type { CloseCode } from '../../shared/closeCodes.ts';
import type { View } from '../view/view.ts';
import type { ConnectionHandle, Transport } from './connectionHandle.ts';
import type { Principal } from './principal.ts';
import type { AwarenessPeer } from './roomAwareness.ts';
import type { ConnectionReport } from './roomReport.ts';
import { SyncState } from './syncState.ts';

export interface RoomConnectionOptions {
  readonly principal: Principal;
  readonly view: View;
  readonly transport: Transport;
  /** Told of each frame that comes while the connection is open. */
  readonly onFrame: (frame: Uint8Array) => void;
  /** Told of each frame that begins to wait. */
  readonly onPosted: () => void;
  /** Told once, when the connection is closed, from whichever end. */
  readonly onClosed: () => void;
}

export class RoomConnection implements ConnectionHandle, AwarenessPeer {
  readonly principal: Principal;
  readonly view: View;
  readonly sync = new SyncState();
  readonly #options: RoomConnectionOptions;
  /** Null once the connection is closed. */
  #posted: Uint8Array[] | null = [];

  constructor(options: RoomConnectionOptions) {
    this.principal = options.principal;
    this.view = options.view;
    this.#options = options;
  }

  get isOpen(): boolean {
    return this.#posted !== null;
  }

  get isListening(): boolean {
    return this.sync.isListening;
  }

  report(): ConnectionReport {
    const { session, role, viewpoint, looksOnly = false } = this.principal;
    const { isListening, awaitsSaved } = this.sync;
    return { session, role, viewpoint, looksOnly, isListening, awaitsSaved };
  }

  receive(frame: Uint8Array): void {
    if (this.isOpen) this.#options.onFrame(frame);
  }

  /** Puts work that was done for this connection to the account of its session. */
  charge(workMs: number): void {
    if (this.isOpen) this.#options.transport.charge?.(workMs);
  }

  /** Lets a frame wait for the end of the turn. */
  post(frame: Uint8Array): void {
    if (this.#posted === null) return;
    this.#posted.push(frame);
    this.#options.onPosted();
  }

  /** The frames that wait; they wait no longer. */
  takePosted(): readonly Uint8Array[] {
    const frames = this.#posted;
    if (frames === null) return [];
    this.#posted = [];
    return frames;
  }

  /** Sends frames at once. */
  deliver(frames: readonly Uint8Array[]): void {
    const { transport } = this.#options;
    if (frames.length > 1 && transport.together !== undefined) transport.together(() => this.#send(frames));
    else this.#send(frames);
  }

  #send(frames: readonly Uint8Array[]): void {
    for (const frame of frames) {
      if (!this.isOpen) return;
      this.#options.transport.send(frame);
    }
  }

  close(code: CloseCode): void {
    if (!this.isOpen) return;
    this.leave();
    this.#options.transport.close(code);
  }

  leave(): void {
    if (!this.isOpen) return;
    this.#posted = null;
    this.#options.onClosed();
  }
}
