/**
 * The open connections of a room, by the view they read, and the frames that each is owed at the end of a turn: one
 * for each view that changed, answers to those who ask, awareness, notices. What a view shows is decided elsewhere.
 */
import type { CloseCode } from '../../shared/closeCodes.ts';
import { MultiMap } from '../../shared/graph/multiMap.ts';
import type { NodeId, Viewpoint } from '../../shared/model/ids.ts';
import type { Notice } from '../../shared/protocol.ts';
import type { View } from '../view/view.ts';
import type { DrainedUpdate } from '../yjs/viewDoc.ts';
import { noticeFrame, type PresenceEntry, step1Frame, step2Frame, updateFrame } from './messages.ts';
import type { Principal } from './principal.ts';
import { RoomAwareness } from './roomAwareness.ts';
import type { RoomConnection } from './roomConnection.ts';
import type { SyncDues } from './syncState.ts';

/** Awareness is sent at most this often: thirty times a second is smooth. */
const AWARENESS_INTERVAL_MS = 33;

/** What answers to states may take of one turn of a room: an answer can be the whole of a large view. */
const MAX_ANSWERING_MS = 15;

/** Frames of whole docs are cached from so many bytes on: a small one is sooner put together than kept. */
const MIN_CACHED_BYTES = 16 * 1024;

export interface BroadcasterOptions {
  /** Milliseconds since 1970; awareness clocks begin here, higher than any used before. */
  readonly now: () => number;
  /** Runs something after a pause; returns what calls it off. */
  readonly after: (milliseconds: number, run: () => void) => () => void;
  /** Told when there is something to send. */
  readonly onNews: () => void;
}

/** Frames for one connection, in order. */
export interface OutgoingFrames {
  readonly connection: RoomConnection;
  readonly frames: readonly Uint8Array[];
}

export class Broadcaster {
  readonly #options: BroadcasterOptions;
  readonly #connections = new Set<RoomConnection>();
  readonly #readers = new MultiMap<View, RoomConnection>();
  /** Connections with frames that wait. */
  readonly #posted = new Set<RoomConnection>();
  readonly #awareness: RoomAwareness<RoomConnection>;
  /** Those who asked who is here. */
  readonly #greeted = new Set<RoomConnection>();
  /** Views with readers who still wait for an answer to their state, and the time that answers took in this turn. */
  readonly #unanswered = new Set<View>();
  #answeringMs = 0;
  /** Frames of whole docs, by the bytes of the doc. */
  readonly #wholeFrames = new WeakMap<Uint8Array, Uint8Array>();
  /** Calls off the end of the pause in which no awareness is sent; null outside of one. */
  #endAwarenessPause: (() => void) | null = null;

  constructor(options: BroadcasterOptions) {
    this.#options = options;
    this.#awareness = new RoomAwareness(options.now);
  }

  get size(): number {
    return this.#connections.size;
  }

  get connections(): Iterable<RoomConnection> {
    return this.#connections;
  }

  /** Whether any connection reads the view. */
  hasReader(view: View): boolean {
    return this.#readers.has(view);
  }

  enter(connection: RoomConnection): void {
    const { view, principal } = connection;
    this.#connections.add(connection);
    this.#readers.add(view, connection);
    view.doc.owners.arrive(principal);
  }

  /** False when the connection had not entered, or had left. */
  leave(connection: RoomConnection): boolean {
    if (!this.#connections.delete(connection)) return false;
    const { view, principal } = connection;
    this.#readers.delete(view, connection);
    view.doc.owners.leave(principal);
    this.#greeted.delete(connection);
    if (this.#awareness.leave(connection)) this.#scheduleAwareness();
    return true;
  }

  /** Closes the connections of those whom the predicate names. */
  dismiss(who: (principal: Principal) => boolean, code: CloseCode): void {
    for (const connection of [...this.#connections]) if (who(connection.principal)) connection.close(code);
  }

  /** A frame waits for a connection. */
  posted(connection: RoomConnection): void {
    this.#posted.add(connection);
  }

  notify(connection: RoomConnection, notice: Notice): void {
    connection.post(noticeFrame(notice));
  }

  notifyAll(notice: Notice): void {
    for (const connection of this.#connections) this.notify(connection, notice);
  }

  /** Participants who look through a viewpoint; facilitators who look in are not among them. */
  participantsAt(viewpoint: Viewpoint): RoomConnection[] {
    return [...this.#connections].filter(
      ({ principal }) => principal.viewpoint === viewpoint && principal.role !== 'facilitator',
    );
  }

  /**
   * Calls participants, and other facilitators, to nodes. Each is told of those nodes alone that they see, and
   * nothing if they see none.
   */
  callTo(nodes: readonly NodeId[], from: Principal): void {
    for (const [view, connections] of this.#readers.entries()) {
      const names = nodes.filter((id) => view.shows(id)).map((id) => view.idAliases.of(id));
      if (names.length === 0) continue;
      const notice: Notice = { type: 'called', elements: names.sort() };
      for (const connection of connections) {
        const { role, session, home, viewpoint } = connection.principal;
        const looksIn = role === 'facilitator' && home !== viewpoint;
        if (session !== from.session && !looksIn) this.notify(connection, notice);
      }
    }
  }

  /** Takes down the hand raised under an awareness client id. False when there is none. */
  lowerHand(client: number): boolean {
    const lowered = this.#awareness.lowerHand(client);
    for (const connection of lowered) this.notify(connection, { type: 'hand-lowered' });
    if (lowered.length > 0) this.#scheduleAwareness();
    return lowered.length > 0;
  }

  /** The sessions of all who are connected. */
  sessions(): Set<string> {
    return new Set([...this.#connections].map(({ principal }) => principal.session));
  }

  hearAwareness(connection: RoomConnection, entries: readonly PresenceEntry[]): void {
    if (this.#awareness.hear(connection, entries)) this.#scheduleAwareness();
  }

  /** Tells a connection at the end of the turn who is here, once however often it asked. */
  greet(connection: RoomConnection): void {
    this.#greeted.add(connection);
  }

  /** Posts what changed in awareness, unless that was done a moment ago. */
  postAwareness(): void {
    for (const connection of this.#greeted) this.#awareness.greet(connection);
    this.#greeted.clear();
    if (this.#endAwarenessPause === null && this.#awareness.hasChanged)
      this.#awareness.tell(this.#connections);
  }

  /** Posts to each reader of a view that is up to date: what changed, and what the reader is owed. */
  postUpdates(view: View, drained: DrainedUpdate | null): void {
    let update: Uint8Array | null = null;
    let saved: Uint8Array | null = null;
    for (const connection of this.#readers.get(view)) {
      if (drained !== null && connection.isListening && drained.soleSender !== connection) {
        update ??= updateFrame(drained.update);
        connection.post(update);
      }
      const mayAnswer = this.#answeringMs < MAX_ANSWERING_MS;
      const dues = connection.sync.takeDues({ mayAnswer });
      if (connection.sync.awaitsAnswer) this.#unanswered.add(view);
      if (dues.asks) connection.post(step1Frame(view.doc.encodeState()));
      if (dues.answer !== null) this.#answerCharged(connection, dues.answer);
      if (!dues.saved) continue;
      saved ??= noticeFrame({ type: 'saved', state: base64(view.doc.encodeState()) });
      connection.post(saved);
    }
  }

  /** Everything that waits to be sent. */
  takeOutgoing(): OutgoingFrames[] {
    const outgoing = [...this.#posted].map((connection) => ({ connection, frames: connection.takePosted() }));
    this.#posted.clear();
    return outgoing;
  }

  stop(): void {
    this.#endAwarenessPause?.();
  }

  /** Work done for a view alone is paid for by those who read it. */
  chargeReaders(view: View, workMs: number): void {
    const readers = [...this.#readers.get(view)];
    for (const connection of readers) connection.charge(workMs / readers.length);
  }

  /** Views whose readers are to be addressed again in the next turn; starts the time for answers afresh. */
  takeUnanswered(): View[] {
    const views = [...this.#unanswered];
    this.#unanswered.clear();
    this.#answeringMs = 0;
    return views;
  }

  /** Answers at the cost of who asked. */
  #answerCharged(connection: RoomConnection, answer: NonNullable<SyncDues['answer']>): void {
    const began = performance.now();
    this.#answer(connection, answer);
    const workMs = performance.now() - began;
    this.#answeringMs += workMs;
    connection.charge(workMs);
  }

  #answer(connection: RoomConnection, { since, isFirst }: NonNullable<SyncDues['answer']>): void {
    const { doc } = connection.view;
    if (since === 'the beginning') {
      const { base, tail } = doc.encodeInParts();
      connection.post(this.#wholeFrame(base));
      if (tail !== null) connection.post(updateFrame(tail));
    } else connection.post(step2Frame(doc.encodeSince(since)));
    if (isFirst) this.#awareness.greet(connection);
  }

  /** One frame serves all who come while the encoded doc lasts. */
  #wholeFrame(base: Uint8Array): Uint8Array {
    if (base.length < MIN_CACHED_BYTES) return step2Frame(base);
    let frame = this.#wholeFrames.get(base);
    if (frame === undefined) {
      frame = step2Frame(base);
      this.#wholeFrames.set(base, frame);
    }
    return frame;
  }

  #scheduleAwareness(): void {
    this.#endAwarenessPause ??= this.#options.after(AWARENESS_INTERVAL_MS, () => {
      this.#endAwarenessPause = null;
      if (this.#awareness.hasChanged) this.#options.onNews();
    });
  }
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
}
