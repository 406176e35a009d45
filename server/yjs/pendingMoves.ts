/**
 * Moves that a view has taken, kept and sent, and that its doc has yet to be told of. A Yjs transaction costs the
 * same for one moved node as for a hundred, many times what there is to do; so moves that simply come one after
 * the other are gathered, and the doc takes them in one transaction when somebody needs it, or when there are many.
 *
 * A move comes after what it moves only where it replaces the newest value there is, under a node that is there:
 * then what Yjs will make of it is known beforehand. Anything else is not for this class.
 */
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import type { ElementRoot } from '../../shared/model/fields.ts';
import { mergeUpdates } from './mergeUpdates.ts';
import {
  type ItemId,
  isMovingField,
  type Moves,
  type MovingField,
  type Numbers,
  writeMoves,
} from './moves.ts';
import { find } from './updateIntegrity.ts';

/** So many updates are gathered at most. */
const MAX_PENDING = 64;
/** Only nodes have a place. */
const ROOT: ElementRoot = 'nodes';

/** One field of one node, as it will be. */
interface PendingField {
  readonly name: string;
  readonly field: MovingField;
  readonly element: Y.Map<unknown>;
}

interface FieldHead extends ItemId {
  readonly value: Numbers;
}

/** What there is to tell. */
interface PendingUpdates {
  readonly updates: Uint8Array[];
  /** What each client has written that the doc lacks, from the clock that the doc has on. */
  readonly spots: Map<number, PendingField[]>;
  readonly heads: Record<MovingField, Map<Y.Map<unknown>, FieldHead>>;
}

/** What was moved: a field of a node, by its name in the view. */
export interface Moved {
  readonly name: string;
  readonly field: MovingField;
  readonly value: Numbers;
}

export class PendingMoves {
  readonly #doc: Y.Doc;
  readonly #nodes: Y.Map<unknown>;
  /** Null most of the time: there are hundreds of boards on which nothing happens. */
  #pending: PendingUpdates | null = null;

  constructor(doc: Y.Doc) {
    this.#doc = doc;
    this.#nodes = doc.getMap(ROOT);
  }

  get isFull(): boolean {
    return this.#pending !== null && this.#pending.updates.length >= MAX_PENDING;
  }

  /** The clock that a client writes next. */
  clockOf(client: number): number {
    return Y.getState(this.#doc.store, client) + (this.#pending?.spots.get(client)?.length ?? 0);
  }

  /** The value that a field of a node has by now; undefined where the doc knows. */
  valueOf(element: Y.Map<unknown>, field: MovingField): Numbers | undefined {
    return this.#pending?.heads[field].get(element)?.value;
  }

  /** Takes moves in, and answers what they moved; null, and nothing is changed, where they do not simply follow. */
  follow(moves: Moves): { readonly moved: readonly Moved[]; readonly update: Uint8Array } | null {
    if (moves.clock !== this.clockOf(moves.client)) return null;
    const spots: PendingField[] = [];
    for (const { origin } of moves.replacements) {
      const spot = this.#spotOf(origin);
      if (spot === null) return null;
      spots.push(spot);
    }
    const moved = moves.replacements.map(({ value }, index): Moved => {
      const { name, field } = spots[index] as PendingField;
      return { name, field, value };
    });
    return { moved, update: this.#add(moves, spots) };
  }

  /** Moves nodes under a client id of our own; null, and nothing is changed, where there is nothing to replace. */
  move(moved: readonly Moved[], client: number): Uint8Array | null {
    const spots: PendingField[] = [];
    const replacements: Moves['replacements'][number][] = [];
    for (const { name, field, value } of moved) {
      const element = this.#nodes.get(name);
      if (!(element instanceof Y.Map)) return null;
      const origin = this.#headOf(element, field);
      if (origin === null) return null;
      spots.push({ name, field, element });
      replacements.push({ origin, value });
    }
    return this.#add({ client, clock: this.clockOf(client), replacements }, spots);
  }

  /** Lets the doc have it all. */
  settle(origin: unknown): void {
    if (this.#pending === null) return;
    const update = mergeUpdates(this.#pending.updates);
    this.#pending = null;
    this.#doc.transact((transaction) => {
      Y.applyUpdate(this.#doc, update, origin);
      // Some of it is our own: for anybody else's, Yjs would now give the doc another client id.
      transaction.local = true;
    }, origin);
    if (this.#doc.store.pendingStructs !== null) throw new Error('A move did not follow what it moves.');
  }

  /** The state vector of the doc as it will be, in the order in which Yjs writes one. */
  encodeState(): Uint8Array {
    const known = this.#doc.store.clients;
    const clients = [...known.keys()];
    for (const client of this.#pending?.spots.keys() ?? []) if (!known.has(client)) clients.push(client);
    clients.sort((a, b) => b - a);
    return encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, clients.length);
      for (const client of clients) {
        encoding.writeVarUint(encoder, client);
        encoding.writeVarUint(encoder, this.clockOf(client));
      }
    });
  }

  #add({ client, clock, replacements }: Moves, spots: readonly PendingField[]): Uint8Array {
    this.#pending ??= { updates: [], spots: new Map(), heads: { position: new Map(), size: new Map() } };
    const { updates, heads, spots: known } = this.#pending;
    const written = known.get(client);
    if (written === undefined) known.set(client, [...spots]);
    else written.push(...spots);
    for (const [index, { element, field }] of spots.entries()) {
      const { value } = replacements[index] as Moves['replacements'][number];
      heads[field].set(element, { client, clock: clock + index, value });
    }
    const update = writeMoves({ client, clock, replacements });
    updates.push(update);
    return update;
  }

  /** Where the newest value is the one given, and may be replaced. */
  #spotOf(id: ItemId): PendingField | null {
    const settled = Y.getState(this.#doc.store, id.client);
    const spot =
      id.clock < settled
        ? this.#settledSpot(id)
        : (this.#pending?.spots.get(id.client)?.[id.clock - settled] ?? null);
    if (spot === null) return null;
    const head = this.#headOf(spot.element, spot.field);
    return head !== null && head.client === id.client && head.clock === id.clock ? spot : null;
  }

  #settledSpot({ client, clock }: ItemId): PendingField | null {
    const item = find(this.#doc.store.clients.get(client), clock);
    if (!(item instanceof Y.Item) || !(item.parent instanceof Y.Map)) return null;
    const element: Y.Map<unknown> = item.parent;
    const field = item.parentSub;
    const holder = element._item;
    if (!isMovingField(field) || holder === null || holder.deleted || holder.parent !== this.#nodes)
      return null;
    return holder.parentSub === null ? null : { name: holder.parentSub, field, element };
  }

  /** The item that holds a field now; null where the field has no value. */
  #headOf(element: Y.Map<unknown>, field: MovingField): ItemId | null {
    const moved = this.#pending?.heads[field].get(element);
    if (moved !== undefined) return moved;
    const item = element._map.get(field);
    if (item === undefined || item.deleted || !(item.content instanceof Y.ContentAny)) return null;
    return item.lastId;
  }
}
