/**
 * Awareness (y-protocols), who is here and what they hold, for each view. What a client says of itself is parsed and
 * rebuilt from known fields, and what cannot be forged is added. Presence flows up and never down: facilitators are
 * told of all, participants of their own viewpoint. Clocks are the server's own.
 */
import * as v from 'valibot';
import type { ElementId } from '../../shared/model/ids.ts';
import { PresenceSchema, type SharedPresence, WIRE_LIMITS } from '../../shared/protocol.ts';
import type { View } from '../view/view.ts';
import { type PresenceEntry, presenceFrame } from './messages.ts';
import type { Principal } from './principal.ts';
import { RaisedHands } from './raisedHands.ts';

/** A connection, as far as awareness goes. */
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
  /** Whether participants of its own viewpoint are told. */
  readonly isSeenHere: boolean;
}

const GONE = 'null';

export class RoomAwareness<Peer extends AwarenessPeer> {
  readonly #known = new Map<Peer, KnownPeer>();
  /** Peers that have changed since the last telling, with what may have been told of them before. */
  readonly #changed = new Map<Peer, KnownPeer>();
  readonly #hands: RaisedHands;
  readonly #now: () => number;
  /**
   * By audience. One clock for all would show each reader how much is done by others of whom it knows nothing; one for
   * a viewpoint, how much is told to facilitators who look through it unseen.
   */
  readonly #clocks = new Map<string, number>();

  /** Clocks begin at the time of the first use, in milliseconds, and so are higher than any used before. */
  constructor(now: () => number) {
    this.#now = now;
    this.#hands = new RaisedHands(now);
  }

  get hasChanged(): boolean {
    return this.#changed.size > 0;
  }

  /** Takes what a client says of itself. False when it said nothing that counts. */
  hear(peer: Peer, entries: readonly PresenceEntry[]): boolean {
    const own = this.#ownEntry(peer, entries);
    if (own === undefined) return false;
    const { viewpoint, role } = peer.principal;
    const said = parsePresence(own.state);
    const looksIn = role === 'facilitator' && viewpoint !== 'facilitator';
    const isSeenHere = said !== null && (!looksIn || said.present === true);
    const before = this.#known.get(peer);
    this.#note(peer, before ?? { client: own.client, said: null, isSeenHere: false, hand: null });
    const hand =
      said === null ? (before?.hand ?? null) : this.#hands.hear(peer.principal, said.hand === true);
    this.#known.set(peer, { client: own.client, said, isSeenHere, hand });
    return true;
  }

  /** Takes down the hand raised under a client id. Answers whose it was; none where there is none. */
  lowerHand(client: number): Peer[] {
    const lowered: Peer[] = [];
    for (const [peer, known] of this.#known) {
      if (known.client !== client || known.hand === null) continue;
      this.#hands.lower(peer.principal);
      this.#note(peer, known);
      this.#known.set(peer, { ...known, hand: null });
      lowered.push(peer);
    }
    return lowered;
  }

  leave(peer: Peer): boolean {
    const before = this.#known.get(peer);
    if (before === undefined) return false;
    this.#note(peer, before);
    return this.#known.delete(peer);
  }

  /** Between two tellings newcomers may have been greeted: they too must be told what came of what they were told. */
  #note(peer: Peer, before: KnownPeer): void {
    const { client, said, isSeenHere, hand } = this.#changed.get(peer) ?? before;
    this.#changed.set(peer, {
      client,
      hand,
      said: said ?? before.said,
      isSeenHere: isSeenHere || before.isSeenHere,
    });
  }

  /** Tells one peer of all others that it may know of. */
  greet(peer: Peer): void {
    const entries: PresenceEntry[] = [];
    const clock = this.#clock(audienceOf(peer));
    for (const other of this.#known.keys()) {
      const entry = this.#entryFor(peer, other);
      if (entry !== null && entry.state !== GONE) entries.push({ ...entry, clock });
    }
    if (entries.length > 0) peer.post(presenceFrame(entries));
  }

  /** Tells each peer what changed since the last call. */
  tell(peers: Iterable<Peer>): void {
    const changed = [...this.#changed];
    this.#changed.clear();
    if (changed.length === 0) return;
    const ticked = new Set<string>();
    const frames = new Map<string, Uint8Array | null>();
    for (const peer of peers) {
      if (!peer.isListening) continue;
      const own = this.#known.get(peer)?.client;
      const mine = changed.some(([other, { client }]) => other === peer || client === own);
      const audience = audienceOf(peer);
      let frame = mine ? undefined : frames.get(audience);
      if (frame === undefined) {
        const entries = changed.flatMap(([other, before]) => this.#entryFor(peer, other, before) ?? []);
        if (entries.length > 0 && !ticked.has(audience)) {
          ticked.add(audience);
          this.#clocks.set(audience, this.#clock(audience) + 1);
        }
        const clock = this.#clock(audience);
        frame = entries.length === 0 ? null : presenceFrame(entries.map((entry) => ({ ...entry, clock })));
        if (!mine) frames.set(audience, frame);
      }
      if (frame !== null) peer.post(frame);
    }
  }

  #clock(audience: string): number {
    const known = this.#clocks.get(audience);
    if (known !== undefined) return known;
    const first = this.#now();
    this.#clocks.set(audience, first);
    return first;
  }

  /** What a peer is told of another; null when nothing. `before` is what it may have been told earlier. */
  #entryFor(peer: Peer, other: Peer, before?: KnownPeer): Omit<PresenceEntry, 'clock'> | null {
    const now = this.#known.get(other);
    const client = (now ?? before)?.client;
    // The peer's own client id may also be that of a connection it has given up.
    if (other === peer || client === undefined || client === this.#known.get(peer)?.client) return null;
    if (now?.said != null && this.#reaches(other, { peer, known: now })) {
      const state = rebuild({ ...now, said: now.said }, other);
      const told = peer.view === other.view ? state : withBoardIds(state, other.view);
      return { client, state: JSON.stringify(told) };
    }
    const saw = before?.said != null && this.#reaches(other, { peer, known: before });
    return saw && !this.#isUsed(client, peer) ? { client, state: GONE } : null;
  }

  /** Whether another that the peer is told of uses the client id: it reconnected before it had left. */
  #isUsed(client: number, peer: Peer): boolean {
    for (const [other, known] of this.#known) {
      if (known.client === client && known.said !== null && this.#reaches(other, { peer, known }))
        return true;
    }
    return false;
  }

  #reaches(from: Peer, { peer, known }: { peer: Peer; known: KnownPeer }): boolean {
    if (peer.principal.viewpoint === 'facilitator') return true;
    return from.view === peer.view && known.isSeenHere;
  }

  /**
   * A connection uses one client id: the first it names that belongs to no other author. The rest is echo; and so
   * is, once it has been told of others, an id that another uses already.
   */
  #ownEntry(peer: Peer, entries: readonly PresenceEntry[]): PresenceEntry | undefined {
    const client = this.#known.get(peer)?.client;
    if (client !== undefined) return entries.find((entry) => entry.client === client);
    const isEcho = (id: number) => peer.isListening && this.#isUsed(id, peer);
    const own = entries.find(
      (entry) =>
        entry.state !== GONE &&
        peer.view.doc.mayWriteAs(entry.client, peer.principal) &&
        !isEcho(entry.client),
    );
    if (own !== undefined) peer.view.doc.owners.addAwarenessId(own.client, peer.principal);
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
