/**
 * The places taken at a board, by the view they read, and what is to be told them at the end of the turn: one
 * frame for each view, answers to those who ask, presence. It reads views and writes frames; what a view shows
 * is not its business.
 */
import type { CloseCode } from '../../shared/closeCodes.ts';
import type { NodeId, Viewpoint } from '../../shared/model/ids.ts';
import type { Notice } from '../../shared/protocol.ts';
import type { Drained, View } from '../view/view.ts';
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

/** From so many bytes on the frame of a whole doc is kept. */
const MAX_KEPT_BYTES = 16 * 1024;

/** Frames for one place, in order. */
export interface OutgoingFrame {
  readonly place: RoomConnection;
  readonly frames: readonly Uint8Array[];
}

export class Broadcaster {
  readonly #places = new Set<RoomConnection>();
  readonly #readers = new Map<View, Set<RoomConnection>>();
  /** Places with frames waiting. */
  readonly #addressed = new Set<RoomConnection>();
  readonly #presences: RoomAwareness<RoomConnection>;
  readonly #wholes = new WeakMap<Uint8Array, Uint8Array>();
  readonly #options: BroadcasterOptions;
  #presencePause: (() => void) | null = null;

  constructor(options: BroadcasterOptions) {
    this.#options = options;
    this.#presences = new RoomAwareness(options.now);
  }

  get size(): number {
    return this.#places.size;
  }

  isReading(view: View): boolean {
    return this.#readers.has(view);
  }

  enter(place: RoomConnection): void {
    this.#places.add(place);
    const readers = this.#readers.get(place.view);
    if (readers === undefined) this.#readers.set(place.view, new Set([place]));
    else readers.add(place);
    place.view.authors.arrive(place.attendee);
  }

  /** False when the place was not taken. */
  leave(place: RoomConnection): boolean {
    if (!this.#places.delete(place)) return false;
    const readers = this.#readers.get(place.view);
    if (readers?.delete(place) && readers.size === 0) this.#readers.delete(place.view);
    place.view.authors.leave(place.attendee);
    if (this.#presences.leave(place)) this.#presenceSoon();
    return true;
  }

  dismiss(who: (attendee: Principal) => boolean, code: CloseCode): void {
    for (const place of [...this.#places]) if (who(place.attendee)) place.close(code);
  }

  /** A place has frames waiting. */
  note(place: RoomConnection): void {
    this.#addressed.add(place);
  }

  tell(place: RoomConnection, notice: Notice): void {
    place.post(noticeFrame(notice));
  }

  /** Tells everybody the same. */
  tellAll(notice: Notice): void {
    for (const place of this.#places) this.tell(place, notice);
  }

  /** Participants who look through a viewpoint; facilitators who look in are not among them. */
  participantsAt(viewpoint: Viewpoint): RoomConnection[] {
    return [...this.#places].filter(
      ({ attendee }) => attendee.viewpoint === viewpoint && attendee.role !== 'facilitator',
    );
  }

  /**
   * Calls participants, and other facilitators, to nodes. Each is told of those nodes alone that they see; whoever
   * sees none of them is told nothing.
   */
  callTo(nodes: readonly NodeId[], from: Principal): void {
    for (const [view, places] of this.#readers) {
      const names = nodes.filter((id) => view.shows(id)).map((id) => view.names.of(id));
      if (names.length === 0) continue;
      const notice: Notice = { type: 'called', elements: names.sort() };
      for (const place of places) {
        const { role, session, home } = place.attendee;
        const looksIn = role === 'facilitator' && home !== place.attendee.viewpoint;
        if (session !== from.session && !looksIn) this.tell(place, notice);
      }
    }
  }

  /** Takes down the hand of whoever speaks under a client id. False when there is none. */
  lowerHand(client: number): boolean {
    const lowered = this.#presences.lowerHand(client);
    for (const place of lowered) this.tell(place, { type: 'hand-lowered' });
    if (lowered.length > 0) this.#presenceSoon();
    return lowered.length > 0;
  }

  /** The sessions of everybody who is here. */
  sessions(): Set<string> {
    return new Set([...this.#places].map(({ attendee }) => attendee.session));
  }

  hearPresence(place: RoomConnection, entries: readonly PresenceEntry[]): void {
    if (this.#presences.hear(place, entries)) this.#presenceSoon();
  }

  greet(place: RoomConnection): void {
    this.#presences.greet(place);
  }

  /** Tells who is here, unless it was told a moment ago. */
  tellPresence(): void {
    if (this.#presencePause === null && this.#presences.hasChanged) this.#presences.tell(this.#places);
  }

  /** Addresses everybody who reads a view that has been brought up to date. */
  address(view: View, drained: Drained | null): void {
    let frame: Uint8Array | null = null;
    let saved: Uint8Array | null = null;
    for (const place of this.#readers.get(view) ?? []) {
      if (drained !== null && place.isListening && drained.soleAuthor !== place) {
        frame ??= updateFrame(drained.update);
        place.post(frame);
      }
      if (place.owesStep1) place.post(step1Frame(view.encodeState()));
      place.owesStep1 = false;
      if (place.asksSince !== null) this.#answer(place, place.asksSince);
      if (!place.wasWritten) continue;
      saved ??= noticeFrame({ type: 'saved', state: base64(view.encodeState()) });
      place.post(saved);
      place.wasWritten = false;
    }
  }

  /** Everything that waits to be sent. */
  takePosts(): OutgoingFrame[] {
    const posts = [...this.#addressed].map((place) => ({ place, frames: place.takePosts() }));
    this.#addressed.clear();
    return posts;
  }

  stop(): void {
    this.#presencePause?.();
  }

  #answer(place: RoomConnection, since: Uint8Array | 'the beginning'): void {
    const { view } = place;
    if (since === 'the beginning') {
      const { base, tail } = view.whole;
      place.post(this.#wholeFrame(base));
      if (tail !== null) place.post(updateFrame(tail));
    } else place.post(step2Frame(view.encodeSince(since)));
    place.asksSince = null;
    if (place.isListening) return;
    place.isListening = true;
    this.#presences.greet(place);
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
      if (this.#presences.hasChanged) this.#options.onNews();
    });
  }
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
}
