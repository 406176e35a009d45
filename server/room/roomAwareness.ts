/**
 * Who is here and what they hold, per view. What a client says of itself is read, checked and rebuilt from
 * known fields; what cannot be forged is added. Presence flows up and never down: facilitators are told of
 * everybody, participants of their own viewpoint. Clocks are the server's own.
 */
import * as v from 'valibot';
import type { ElementId } from '../../shared/model/ids.ts';
import { PresenceSchema, type SharedPresence, WIRE_LIMITS } from '../../shared/protocol.ts';
import type { View } from '../view/view.ts';
import type { Principal } from './connectionHandle.ts';
import { Hands } from './hands.ts';
import { type PresenceEntry, presenceFrame } from './messages.ts';

/** A place as presence sees it. */
export interface AwarenessPeer {
  readonly attendee: Principal;
  readonly view: View;
  readonly isListening: boolean;
  post(frame: Uint8Array): void;
}

type PresenceState = v.InferOutput<typeof PresenceSchema>;

interface KnownPeer {
  readonly client: number;
  /** When the hand that is up was raised, in milliseconds since 1970; null while it is down. */
  readonly hand: number | null;
  /** Null when it says that it is not here. */
  readonly said: PresenceState | null;
  /** Whether those of its own viewpoint are told. */
  readonly isSeenHere: boolean;
}

const GONE = 'null';

export class RoomAwareness<Seat extends AwarenessPeer> {
  readonly #known = new Map<Seat, KnownPeer>();
  /** Who has something new to be told, with what may have been told of them before. */
  readonly #changed = new Map<Seat, KnownPeer>();
  readonly #hands: Hands;
  #clock: number;

  /** Clocks go up from the time at the beginning, and must be higher than any used before. */
  constructor(now: () => number) {
    this.#clock = now();
    this.#hands = new Hands(now);
  }

  get hasChanged(): boolean {
    return this.#changed.size > 0;
  }

  /** Takes what a client says of itself. False when it said nothing that counts. */
  hear(seat: Seat, entries: readonly PresenceEntry[]): boolean {
    const own = this.#ownEntry(seat, entries);
    if (own === undefined) return false;
    const { viewpoint, role } = seat.attendee;
    const said = parsePresence(own.state);
    const looksIn = role === 'facilitator' && viewpoint !== 'facilitator';
    const isSeenHere = said !== null && (!looksIn || said.present === true);
    const before = this.#known.get(seat);
    this.#note(seat, before ?? { client: own.client, said: null, isSeenHere: false, hand: null });
    const hand = said === null ? (before?.hand ?? null) : this.#hands.hear(seat.attendee, said.hand === true);
    this.#known.set(seat, { client: own.client, said, isSeenHere, hand });
    return true;
  }

  /** Takes down the hand of whoever speaks under a client id. Answers with whose it was; empty for nobody's. */
  lowerHand(client: number): Seat[] {
    const lowered: Seat[] = [];
    for (const [seat, known] of this.#known) {
      if (known.client !== client || known.hand === null) continue;
      this.#hands.lower(seat.attendee);
      this.#note(seat, known);
      this.#known.set(seat, { ...known, hand: null });
      lowered.push(seat);
    }
    return lowered;
  }

  leave(seat: Seat): boolean {
    const before = this.#known.get(seat);
    if (before === undefined) return false;
    this.#note(seat, before);
    return this.#known.delete(seat);
  }

  /** Between two tellings newcomers may have been greeted: whoever saw any of it must hear what comes of it. */
  #note(seat: Seat, before: KnownPeer): void {
    const { client, said, isSeenHere, hand } = this.#changed.get(seat) ?? before;
    this.#changed.set(seat, {
      client,
      hand,
      said: said ?? before.said,
      isSeenHere: isSeenHere || before.isSeenHere,
    });
  }

  /** Tells one seat of everybody it may know of. */
  greet(seat: Seat): void {
    const entries: PresenceEntry[] = [];
    for (const other of this.#known.keys()) {
      const entry = this.#entryFor(seat, other);
      if (entry !== null && entry.state !== GONE) entries.push(entry);
    }
    if (entries.length > 0) seat.post(presenceFrame(entries));
  }

  /** Tells everybody what changed since the last call. */
  tell(seats: Iterable<Seat>): void {
    const changed = [...this.#changed];
    this.#changed.clear();
    if (changed.length === 0) return;
    this.#clock += 1;
    const frames = new Map<string, Uint8Array | null>();
    for (const seat of seats) {
      if (!seat.isListening) continue;
      const own = this.#known.get(seat)?.client;
      const mine = changed.some(([other, { client }]) => other === seat || client === own);
      const audience = `${seat.attendee.role} ${seat.attendee.viewpoint}`;
      let frame = mine ? undefined : frames.get(audience);
      if (frame === undefined) {
        const entries = changed.flatMap(([other, before]) => this.#entryFor(seat, other, before) ?? []);
        frame = entries.length === 0 ? null : presenceFrame(entries);
        if (!mine) frames.set(audience, frame);
      }
      if (frame !== null) seat.post(frame);
    }
  }

  /** What a seat is told of another: null when nothing. `before` is what it may have been told earlier. */
  #entryFor(seat: Seat, other: Seat, before?: KnownPeer): PresenceEntry | null {
    const now = this.#known.get(other);
    const client = (now ?? before)?.client;
    // One's own id may also be that of a line one has given up.
    if (other === seat || client === undefined || client === this.#known.get(seat)?.client) return null;
    if (now?.said != null && this.#reaches(other, { seat, known: now })) {
      const state = rebuild({ ...now, said: now.said }, other);
      const told = seat.view === other.view ? state : withBoardIds(state, other.view);
      return { client, clock: this.#clock, state: JSON.stringify(told) };
    }
    const saw = before?.said != null && this.#reaches(other, { seat, known: before });
    return saw && !this.#speaks(client, seat) ? { client, clock: this.#clock, state: GONE } : null;
  }

  /** Whether somebody the seat is told of speaks under the client id: who came back before they had left. */
  #speaks(client: number, seat: Seat): boolean {
    for (const [other, known] of this.#known) {
      if (known.client === client && known.said !== null && this.#reaches(other, { seat, known }))
        return true;
    }
    return false;
  }

  #reaches(from: Seat, { seat, known }: { seat: Seat; known: KnownPeer }): boolean {
    if (seat.attendee.viewpoint === 'facilitator') return true;
    return from.view === seat.view && known.isSeenHere;
  }

  /**
   * A connection speaks under one client id: the first it names that is nobody else's. The rest is echo; and
   * so is, once it has been told of others, whatever another speaks under already.
   */
  #ownEntry(seat: Seat, entries: readonly PresenceEntry[]): PresenceEntry | undefined {
    const client = this.#known.get(seat)?.client;
    if (client !== undefined) return entries.find((entry) => entry.client === client);
    const isEcho = (id: number) => seat.isListening && this.#speaks(id, seat);
    const own = entries.find(
      (entry) =>
        entry.state !== GONE && seat.view.mayWriteAs(entry.client, seat.attendee) && !isEcho(entry.client),
    );
    if (own !== undefined) seat.view.authors.speaks(own.client, seat.attendee);
    return own;
  }
}

function parsePresence(text: string): PresenceState | null {
  if (text === GONE || text.length > WIRE_LIMITS.awarenessBytes) return null;
  try {
    const parsed = v.safeParse(PresenceSchema, JSON.parse(text));
    return parsed.success ? parsed.output : {};
  } catch {
    return {};
  }
}

/** Only what the view shows now may be named. */
function rebuild(
  { said, hand }: { said: PresenceState; hand: number | null },
  { view, attendee }: AwarenessPeer,
): SharedPresence {
  const { present: _own, hand: _said, selection, drag, resize, editing, ...rest } = said;
  const shows = (name: string) => view.shows(view.names.boardId(name));
  return {
    ...rest,
    ...(selection !== undefined && { selection: selection.filter(shows) }),
    ...(drag != null && { drag: { ...drag, ids: drag.ids.filter(shows) } }),
    ...(resize != null && shows(resize.id) && { resize }),
    ...(editing != null && shows(editing.id) && { editing }),
    ...(hand !== null && { hand }),
    role: attendee.role,
    viewpoint: attendee.viewpoint,
  };
}

/** For facilitators, who know elements by their ids on the board. */
function withBoardIds(state: SharedPresence, { names }: View): SharedPresence {
  if (names.isEmpty) return state;
  const boardId = (name: string): ElementId => names.boardId(name);
  const { selection, drag, resize, editing, ...rest } = state;
  return {
    ...rest,
    ...(selection !== undefined && { selection: selection.map(boardId) }),
    ...(drag != null && { drag: { ...drag, ids: drag.ids.map(boardId) } }),
    ...(resize != null && { resize: { ...resize, id: boardId(resize.id) } }),
    ...(editing != null && { editing: { ...editing, id: boardId(editing.id) } }),
  };
}
