/**
 * Presence over a connection's awareness: own changes are throttled to about twenty-five messages a second;
 * received states are validated before use.
 */
import * as v from 'valibot';
import type { Awareness } from 'y-protocols/awareness';
import { LIMITS } from '../../shared/model/limits.ts';
import { type Presence, PresenceSchema, ROLES, type SharedPresence } from '../../shared/protocol.ts';

export interface Peer extends SharedPresence {
  readonly client: number;
}

const SEND_INTERVAL_MS = 40;

const PeerSchema = v.object({
  ...PresenceSchema.entries,
  hand: v.exactOptional(v.number()),
  role: v.optional(v.picklist(ROLES), 'editor'),
  viewpoint: v.optional(v.string(), ''),
});

const NO_PEERS: ReadonlySet<Peer> = new Set();

export class PresenceStore {
  readonly #awareness: Awareness;
  readonly #listeners = new Set<() => void>();
  readonly #selectionWatchers = new Map<string, Set<() => void>>();
  readonly #stop: () => void;
  #peers: readonly Peer[] = [];
  /** Parsed states by client id, with the raw state they came from. */
  #parsed = new Map<number, { raw: unknown; peer: Peer }>();
  #selectors = new Map<string, ReadonlySet<Peer>>();
  #pending: Presence;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #lastSent = 0;
  #isAway = false;

  constructor(awareness: Awareness, self: Presence) {
    this.#awareness = awareness;
    this.#pending = self;
    awareness.setLocalState({ ...self });
    const onChange = () => this.#read();
    awareness.on('change', onChange);
    this.#stop = () => awareness.off('change', onChange);
    this.#read();
  }

  /** All other peers, in the order of their client ids. */
  get peers(): readonly Peer[] {
    return this.#peers;
  }

  /** The peers who have an element selected. */
  selectorsOf(id: string): ReadonlySet<Peer> {
    return this.#selectors.get(id) ?? NO_PEERS;
  }

  get self(): Presence {
    return this.#pending;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Notifies when peers select or deselect an element. */
  watchSelectors(id: string, watcher: () => void): () => void {
    const watchers = this.#selectionWatchers.get(id) ?? new Set();
    this.#selectionWatchers.set(id, watchers.add(watcher));
    return () => {
      watchers.delete(watcher);
      if (watchers.size === 0) this.#selectionWatchers.delete(id);
    };
  }

  /** Changes the own state; it is sent with the next throttled message. */
  set(change: Partial<Presence>): void {
    this.#pending = { ...this.#pending, ...change };
    if (this.#timer !== null || this.#isAway) return;
    const wait = Math.max(0, this.#lastSent + SEND_INTERVAL_MS - Date.now());
    this.#timer = setTimeout(() => this.#send(), wait);
  }

  /** Clears the own state until `comeBack`. */
  leave(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#isAway = true;
    this.#awareness.setLocalState(null);
  }

  comeBack(): void {
    if (!this.#isAway) return;
    this.#isAway = false;
    this.#awareness.setLocalState({ ...this.#pending });
  }

  destroy(): void {
    this.#stop();
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#listeners.clear();
  }

  #send(): void {
    this.#timer = null;
    this.#lastSent = Date.now();
    this.#awareness.setLocalState({ ...this.#pending });
  }

  #read(): void {
    const parsed = new Map<number, { raw: unknown; peer: Peer }>();
    for (const [client, raw] of this.#awareness.getStates()) {
      if (client === this.#awareness.clientID) continue;
      const known = this.#parsed.get(client);
      if (known !== undefined && known.raw === raw) parsed.set(client, known);
      else {
        const result = v.safeParse(PeerSchema, raw);
        if (result.success) parsed.set(client, { raw, peer: { ...result.output, client } });
      }
    }
    this.#parsed = parsed;
    const peers = [...parsed.values()].map(({ peer }) => peer).sort((a, b) => a.client - b.client);
    if (peers.length === this.#peers.length && peers.every((peer, index) => peer === this.#peers[index]))
      return;
    this.#peers = peers;
    this.#readSelections();
    this.#avoidSameColor();
    for (const listener of [...this.#listeners]) listener();
  }

  /** Where two peers have the same colour, the one with the higher client id takes a free one. */
  #avoidSameColor(): void {
    const { color } = this.#pending;
    const taken = this.#peers.find((peer) => peer.color === color && peer.client < this.#awareness.clientID);
    if (taken === undefined) return;
    const used = new Set(this.#peers.map((peer) => peer.color));
    const free = Array.from({ length: LIMITS.colors }, (_, index) => index).find((index) => !used.has(index));
    if (free !== undefined) this.set({ color: free });
  }

  #readSelections(): void {
    const before = this.#selectors;
    const after = new Map<string, Set<Peer>>();
    for (const peer of this.#peers) {
      for (const id of peer.selection ?? []) {
        const selectors = after.get(id);
        if (selectors === undefined) after.set(id, new Set([peer]));
        else selectors.add(peer);
      }
    }
    for (const [id, selectors] of after) {
      const old = before.get(id);
      if (old !== undefined && samePeople(old, selectors)) after.set(id, old as Set<Peer>);
    }
    this.#selectors = after;
    for (const id of new Set([...before.keys(), ...after.keys()])) {
      if (before.get(id) === after.get(id)) continue;
      for (const watcher of [...(this.#selectionWatchers.get(id) ?? [])]) watcher();
    }
  }
}

function samePeople(a: ReadonlySet<Peer>, b: ReadonlySet<Peer>): boolean {
  const key = (peers: ReadonlySet<Peer>) =>
    [...peers].map(({ client, color, name }) => `${client} ${color} ${name}`).join();
  return a.size === b.size && key(a) === key(b);
}
