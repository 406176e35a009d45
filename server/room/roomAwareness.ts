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
  readonly principal: Principal;
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
  readonly #now: () => number;
  /**
   * By audience. One clock for all would count, for each reader, what others do whom it knows nothing of; and one
   * for a viewpoint what facilitators hear who look through it unseen.
   */
  readonly #clocks = new Map<string, number>();

  /** Clocks begin at the time of the first use, in milliseconds, and so are higher than any used before. */
  constructor(now: () => number) {
    this.#now = now;
    this.#hands = new Hands(now);
  }

  get hasChanged(): boolean {
    return this.#changed.size > 0;
  }

  /** Takes what a client says of itself. False when it said nothing that counts. */
  hear(handle: Seat, entries: readonly PresenceEntry[]): boolean {
    const own = this.#ownEntry(handle, entries);
    if (own === undefined) return false;
    const { viewpoint, role } = handle.principal;
    const said = parsePresence(own.state);
    const looksIn = role === 'facilitator' && viewpoint !== 'facilitator';
    const isSeenHere = said !== null && (!looksIn || said.present === true);
    const before = this.#known.get(handle);
    this.#note(handle, before ?? { client: own.client, said: null, isSeenHere: false, hand: null });
    const hand =
      said === null ? (before?.hand ?? null) : this.#hands.hear(handle.principal, said.hand === true);
    this.#known.set(handle, { client: own.client, said, isSeenHere, hand });
    return true;
  }

  /** Takes down the hand of whoever speaks under a client id. Answers with whose it was; empty for nobody's. */
  lowerHand(client: number): Seat[] {
    const lowered: Seat[] = [];
    for (const [handle, known] of this.#known) {
      if (known.client !== client || known.hand === null) continue;
      this.#hands.lower(handle.principal);
      this.#note(handle, known);
      this.#known.set(handle, { ...known, hand: null });
      lowered.push(handle);
    }
    return lowered;
  }

  leave(handle: Seat): boolean {
    const before = this.#known.get(handle);
    if (before === undefined) return false;
    this.#note(handle, before);
    return this.#known.delete(handle);
  }

  /** Between two tellings newcomers may have been greeted: whoever saw any of it must hear what comes of it. */
  #note(handle: Seat, before: KnownPeer): void {
    const { client, said, isSeenHere, hand } = this.#changed.get(handle) ?? before;
    this.#changed.set(handle, {
      client,
      hand,
      said: said ?? before.said,
      isSeenHere: isSeenHere || before.isSeenHere,
    });
  }

  /** Tells one seat of everybody it may know of. */
  greet(handle: Seat): void {
    const entries: PresenceEntry[] = [];
    const clock = this.#clock(audienceOf(handle));
    for (const other of this.#known.keys()) {
      const entry = this.#entryFor(handle, other);
      if (entry !== null && entry.state !== GONE) entries.push({ ...entry, clock });
    }
    if (entries.length > 0) handle.post(presenceFrame(entries));
  }

  /** Tells everybody what changed since the last call. */
  tell(seats: Iterable<Seat>): void {
    const changed = [...this.#changed];
    this.#changed.clear();
    if (changed.length === 0) return;
    const ticked = new Set<string>();
    const frames = new Map<string, Uint8Array | null>();
    for (const handle of seats) {
      if (!handle.isListening) continue;
      const own = this.#known.get(handle)?.client;
      const mine = changed.some(([other, { client }]) => other === handle || client === own);
      const audience = audienceOf(handle);
      let frame = mine ? undefined : frames.get(audience);
      if (frame === undefined) {
        const entries = changed.flatMap(([other, before]) => this.#entryFor(handle, other, before) ?? []);
        if (entries.length > 0 && !ticked.has(audience)) {
          ticked.add(audience);
          this.#clocks.set(audience, this.#clock(audience) + 1);
        }
        const clock = this.#clock(audience);
        frame = entries.length === 0 ? null : presenceFrame(entries.map((entry) => ({ ...entry, clock })));
        if (!mine) frames.set(audience, frame);
      }
      if (frame !== null) handle.post(frame);
    }
  }

  #clock(audience: string): number {
    const known = this.#clocks.get(audience);
    if (known !== undefined) return known;
    const first = this.#now();
    this.#clocks.set(audience, first);
    return first;
  }

  /** What a seat is told of another: null when nothing. `before` is what it may have been told earlier. */
  #entryFor(handle: Seat, other: Seat, before?: KnownPeer): Omit<PresenceEntry, 'clock'> | null {
    const now = this.#known.get(other);
    const client = (now ?? before)?.client;
    // One's own id may also be that of a line one has given up.
    if (other === handle || client === undefined || client === this.#known.get(handle)?.client) return null;
    if (now?.said != null && this.#reaches(other, { handle, known: now })) {
      const state = rebuild({ ...now, said: now.said }, other);
      const told = handle.view === other.view ? state : withBoardIds(state, other.view);
      return { client, state: JSON.stringify(told) };
    }
    const saw = before?.said != null && this.#reaches(other, { handle, known: before });
    return saw && !this.#speaks(client, handle) ? { client, state: GONE } : null;
  }

  /** Whether somebody the seat is told of speaks under the client id: who came back before they had left. */
  #speaks(client: number, handle: Seat): boolean {
    for (const [other, known] of this.#known) {
      if (known.client === client && known.said !== null && this.#reaches(other, { handle, known }))
        return true;
    }
    return false;
  }

  #reaches(from: Seat, { handle, known }: { handle: Seat; known: KnownPeer }): boolean {
    if (handle.principal.viewpoint === 'facilitator') return true;
    return from.view === handle.view && known.isSeenHere;
  }

  /**
   * A connection speaks under one client id: the first it names that is nobody else's. The rest is echo; and
   * so is, once it has been told of others, whatever another speaks under already.
   */
  #ownEntry(handle: Seat, entries: readonly PresenceEntry[]): PresenceEntry | undefined {
    const client = this.#known.get(handle)?.client;
    if (client !== undefined) return entries.find((entry) => entry.client === client);
    const isEcho = (id: number) => handle.isListening && this.#speaks(id, handle);
    const own = entries.find(
      (entry) =>
        entry.state !== GONE &&
        handle.view.doc.mayWriteAs(entry.client, handle.principal) &&
        !isEcho(entry.client),
    );
    if (own !== undefined) handle.view.doc.owners.addAwarenessId(own.client, handle.principal);
    return own;
  }
}

/** Those who are told the same. */
function audienceOf({ principal }: AwarenessPeer): string {
  return `${principal.role} ${principal.viewpoint}`;
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
  { view, principal }: AwarenessPeer,
): SharedPresence {
  const { present: _own, hand: _said, selection, drag, resize, editing, ...rest } = said;
  const shows = (name: string) => view.shows(view.idAliases.boardId(name));
  return {
    ...rest,
    ...(selection !== undefined && { selection: selection.filter(shows) }),
    ...(drag != null && { drag: { ...drag, ids: drag.ids.filter(shows) } }),
    ...(resize != null && shows(resize.id) && { resize }),
    ...(editing != null && shows(editing.id) && { editing }),
    ...(hand !== null && { hand }),
    role: principal.role,
    viewpoint: principal.viewpoint,
  };
}

/** For facilitators, who know elements by their ids on the board. */
function withBoardIds(state: SharedPresence, { idAliases }: View): SharedPresence {
  if (idAliases.isEmpty) return state;
  const boardId = (name: string): ElementId => idAliases.boardId(name);
  const { selection, drag, resize, editing, ...rest } = state;
  return {
    ...rest,
    ...(selection !== undefined && { selection: selection.map(boardId) }),
    ...(drag != null && { drag: { ...drag, ids: drag.ids.map(boardId) } }),
    ...(resize != null && { resize: { ...resize, id: boardId(resize.id) } }),
    ...(editing != null && { editing: { ...editing, id: boardId(editing.id) } }),
  };
}
