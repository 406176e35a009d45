/**
 * The places taken at a board, by the view they read, and what is to be told them at the end of the turn: one
 * frame for each view, answers to those who ask, presence. It reads views and writes frames; what a view shows
 * is not its business.
 */
import type { CloseCode } from '../../shared/closeCodes.ts';
import type { NodeId, Viewpoint } from '../../shared/model/ids.ts';
import type { Notice } from '../../shared/protocol.ts';
import type { View } from '../view/view.ts';
import type { DrainedUpdate } from '../yjs/viewDoc.ts';
import type { Principal } from './connectionHandle.ts';
import { noticeFrame, type PresenceEntry, step1Frame, step2Frame, updateFrame } from './messages.ts';
import { RoomAwareness } from './roomAwareness.ts';
import type { RoomConnection } from './roomConnection.ts';

/** Presence is told at most this often: thirty times a second is smooth. */
const PRESENCE_INTERVAL_MS = 33;

export interface BroadcasterOptions {
  /** Milliseconds since 1970; presence clocks begin here, higher than any used before. */
  readonly now: () => number;
  readonly after: (milliseconds: number, run: () => void) => () => void;
  /** Told when there is something to say. */
  readonly onNews: () => void;
}

/** What answers to states may take of one turn of a room: an answer can be the whole of a large view. */
const MAX_ANSWERING_MS = 15;

/** From so many bytes on the frame of a whole doc is kept. */
const MAX_KEPT_BYTES = 16 * 1024;

/** Frames for one place, in order. */
export interface OutgoingFrame {
  readonly connection: RoomConnection;
  readonly frames: readonly Uint8Array[];
}

export class Broadcaster {
  readonly #connections = new Set<RoomConnection>();
  readonly #readers = new Map<View, Set<RoomConnection>>();
  /** Places with frames waiting. */
  readonly #addressed = new Set<RoomConnection>();
  readonly #awareness: RoomAwareness<RoomConnection>;
  /** Those who asked who is here. */
  readonly #greeted = new Set<RoomConnection>();
  /** Views with readers who still wait for an answer to their state. */
  readonly #unanswered = new Set<View>();
  #answeringMs = 0;
  readonly #wholes = new WeakMap<Uint8Array, Uint8Array>();
  readonly #options: BroadcasterOptions;
  #presencePause: (() => void) | null = null;

  constructor(options: BroadcasterOptions) {
    this.#options = options;
    this.#awareness = new RoomAwareness(options.now);
  }

  get size(): number {
    return this.#connections.size;
  }

  isReading(view: View): boolean {
    return this.#readers.has(view);
  }

  enter(connection: RoomConnection): void {
    this.#connections.add(connection);
    const readers = this.#readers.get(connection.view);
    if (readers === undefined) this.#readers.set(connection.view, new Set([connection]));
    else readers.add(connection);
    connection.view.doc.owners.arrive(connection.principal);
  }

  /** False when the place was not taken. */
  leave(connection: RoomConnection): boolean {
    if (!this.#connections.delete(connection)) return false;
    const readers = this.#readers.get(connection.view);
    if (readers?.delete(connection) && readers.size === 0) this.#readers.delete(connection.view);
    connection.view.doc.owners.leave(connection.principal);
    this.#greeted.delete(connection);
    if (this.#awareness.leave(connection)) this.#presenceSoon();
    return true;
  }

  dismiss(who: (principal: Principal) => boolean, code: CloseCode): void {
    for (const connection of [...this.#connections]) if (who(connection.principal)) connection.close(code);
  }

  /** A place has frames waiting. */
  note(connection: RoomConnection): void {
    this.#addressed.add(connection);
  }

  tell(connection: RoomConnection, notice: Notice): void {
    connection.post(noticeFrame(notice));
  }

  /** Tells everybody the same. */
  tellAll(notice: Notice): void {
    for (const connection of this.#connections) this.tell(connection, notice);
  }

  /** Participants who look through a viewpoint; facilitators who look in are not among them. */
  participantsAt(viewpoint: Viewpoint): RoomConnection[] {
    return [...this.#connections].filter(
      ({ principal }) => principal.viewpoint === viewpoint && principal.role !== 'facilitator',
    );
  }

  /**
   * Calls participants, and other facilitators, to nodes. Each is told of those nodes alone that they see; whoever
   * sees none of them is told nothing.
   */
  callTo(nodes: readonly NodeId[], from: Principal): void {
    for (const [view, connections] of this.#readers) {
      const names = nodes.filter((id) => view.shows(id)).map((id) => view.idAliases.of(id));
      if (names.length === 0) continue;
      const notice: Notice = { type: 'called', elements: names.sort() };
      for (const connection of connections) {
        const { role, session, home } = connection.principal;
        const looksIn = role === 'facilitator' && home !== connection.principal.viewpoint;
        if (session !== from.session && !looksIn) this.tell(connection, notice);
      }
    }
  }

  /** Takes down the hand of whoever speaks under a client id. False when there is none. */
  lowerHand(client: number): boolean {
    const lowered = this.#awareness.lowerHand(client);
    for (const connection of lowered) this.tell(connection, { type: 'hand-lowered' });
    if (lowered.length > 0) this.#presenceSoon();
    return lowered.length > 0;
  }

  /** The sessions of everybody who is here. */
  sessions(): Set<string> {
    return new Set([...this.#connections].map(({ principal }) => principal.session));
  }

  hearPresence(connection: RoomConnection, entries: readonly PresenceEntry[]): void {
    if (this.#awareness.hear(connection, entries)) this.#presenceSoon();
  }

  /** Tells a connection at the end of the turn who is here, once however often it asked. */
  greet(connection: RoomConnection): void {
    this.#greeted.add(connection);
  }

  /** Tells who is here, unless it was told a moment ago. */
  tellPresence(): void {
    for (const connection of this.#greeted) this.#awareness.greet(connection);
    this.#greeted.clear();
    if (this.#presencePause === null && this.#awareness.hasChanged) this.#awareness.tell(this.#connections);
  }

  /** Addresses everybody who reads a view that has been brought up to date. */
  address(view: View, drained: DrainedUpdate | null): void {
    let frame: Uint8Array | null = null;
    let saved: Uint8Array | null = null;
    for (const connection of this.#readers.get(view) ?? []) {
      if (drained !== null && connection.isListening && drained.soleSender !== connection) {
        frame ??= updateFrame(drained.update);
        connection.post(frame);
      }
      if (connection.owesStep1) connection.post(step1Frame(view.doc.encodeState()));
      connection.owesStep1 = false;
      if (connection.asksSince !== null) this.#answerInTime(connection, connection.asksSince);
      if (!connection.wasWritten) continue;
      saved ??= noticeFrame({ type: 'saved', state: base64(view.doc.encodeState()) });
      connection.post(saved);
      connection.wasWritten = false;
    }
  }

  /** Everything that waits to be sent. */
  takePosts(): OutgoingFrame[] {
    const posts = [...this.#addressed].map((connection) => ({ connection, frames: connection.takePosts() }));
    this.#addressed.clear();
    return posts;
  }

  stop(): void {
    this.#presencePause?.();
  }

  /** Work done for a view alone is paid for by those who read it. */
  chargeReaders(view: View, workMs: number): void {
    const readers = this.#readers.get(view);
    for (const connection of readers ?? []) connection.charge(workMs / (readers?.size ?? 1));
  }

  /** Views whose readers are to be addressed again in the next turn; starts the time for answers afresh. */
  takeUnanswered(): View[] {
    const views = [...this.#unanswered];
    this.#unanswered.clear();
    this.#answeringMs = 0;
    return views;
  }

  /** Answers, or leaves it to the next turn where answers have had their time of this one. The asker pays. */
  #answerInTime(connection: RoomConnection, since: Uint8Array | 'the beginning'): void {
    if (this.#answeringMs >= MAX_ANSWERING_MS) {
      this.#unanswered.add(connection.view);
      return;
    }
    const began = performance.now();
    this.#answer(connection, since);
    const workMs = performance.now() - began;
    this.#answeringMs += workMs;
    connection.charge(workMs);
  }

  #answer(connection: RoomConnection, since: Uint8Array | 'the beginning'): void {
    const { view } = connection;
    if (since === 'the beginning') {
      const { base, tail } = view.doc.encodeInParts();
      connection.post(this.#wholeFrame(base));
      if (tail !== null) connection.post(updateFrame(tail));
    } else connection.post(step2Frame(view.doc.encodeSince(since)));
    connection.asksSince = null;
    if (connection.isListening) return;
    connection.isListening = true;
    this.#awareness.greet(connection);
  }

  /** One frame serves all who come while the snapshot lasts; a small one is sooner put together than kept. */
  #wholeFrame(base: Uint8Array): Uint8Array {
    if (base.length < MAX_KEPT_BYTES) return step2Frame(base);
    let frame = this.#wholes.get(base);
    if (frame === undefined) {
      frame = step2Frame(base);
      this.#wholes.set(base, frame);
    }
    return frame;
  }

  #presenceSoon(): void {
    this.#presencePause ??= this.#options.after(PRESENCE_INTERVAL_MS, () => {
      this.#presencePause = null;
      if (this.#awareness.hasChanged) this.#options.onNews();
    });
  }
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
}
