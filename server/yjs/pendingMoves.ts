/**
 * A write buffer for moves: those that were told and stored already, and that the doc has yet to take in. A Yjs
 * transaction costs the same for one moved node as for a hundred, and many times what there is to do; so moves that
 * simply follow each other are gathered, and flushed into the doc as one transaction when something needs the doc,
 * or when there are many.
 *
 * A move follows where it replaces the newest value of a field, under a node that is not deleted: then what Yjs will
 * make of it is known beforehand. Any other is refused here and goes through Yjs.
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
import { findStruct } from './structs.ts';

/** So many updates are gathered at most. */
const MAX_PENDING = 64;
/** Only nodes have a position and a size. */
const ROOT: ElementRoot = 'nodes';

/** A field of a node that can be moved. */
interface FieldRef {
  readonly name: string;
  readonly field: MovingField;
  readonly element: Y.Map<unknown>;
}

/** The newest value of a field, and the item that will hold it. */
interface NewestValue extends ItemId {
  readonly value: Numbers;
}

interface Pending {
  readonly updates: Uint8Array[];
  /** The fields that each client wrote, one for each clock, from the clock that the doc has of it. */
  readonly written: Map<number, FieldRef[]>;
  readonly newest: Readonly<Record<MovingField, Map<Y.Map<unknown>, NewestValue>>>;
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
  #pending: Pending | null = null;

  constructor(doc: Y.Doc) {
    this.#doc = doc;
    this.#nodes = doc.getMap(ROOT);
  }

  /** Whether so many are gathered that they should be flushed. */
  get isFull(): boolean {
    return this.#pending !== null && this.#pending.updates.length >= MAX_PENDING;
  }

  /** The clock that a client writes next. */
  clockOf(client: number): number {
    return Y.getState(this.#doc.store, client) + (this.#pending?.written.get(client)?.length ?? 0);
  }

  /** The pending value of a node's field; undefined where none is pending. */
  valueOf(element: Y.Map<unknown>, field: MovingField): Numbers | undefined {
    return this.#pending?.newest[field].get(element)?.value;
  }

  /**
   * Takes moves in, all or none. Answers what they moved and the update that says so; null where one of them does
   * not follow.
   */
  follow(moves: Moves): { readonly moved: readonly Moved[]; readonly update: Uint8Array } | null {
    if (moves.clock !== this.clockOf(moves.client)) return null;
    const fields: FieldRef[] = [];
    const moved: Moved[] = [];
    for (const { origin, value } of moves.replacements) {
      const ref = this.#fieldHeldBy(origin);
      if (ref === null) return null;
      fields.push(ref);
      moved.push({ name: ref.name, field: ref.field, value });
    }
    return { moved, update: this.#add(moves, fields) };
  }

  /** Moves nodes under a client id of the server, all or none. Null where one has no value to replace. */
  move(moved: readonly Moved[], client: number): Uint8Array | null {
    const fields: FieldRef[] = [];
    const replacements: Moves['replacements'][number][] = [];
    for (const { name, field, value } of moved) {
      const element = this.#nodes.get(name);
      if (!(element instanceof Y.Map)) return null;
      const origin = this.#holderOf(element, field);
      if (origin === null) return null;
      fields.push({ name, field, element });
      replacements.push({ origin, value });
    }
    return this.#add({ client, clock: this.clockOf(client), replacements }, fields);
  }

  /** Lets the doc take in everything, in one transaction of the origin given. */
  flush(origin: unknown): void {
    if (this.#pending === null) return;
    const update = mergeUpdates(this.#pending.updates);
    this.#pending = null;
    this.#doc.transact((transaction) => {
      Y.applyUpdate(this.#doc, update, origin);
      // Some of it is under the doc's own client id, which Yjs would change after a transaction that is not local.
      transaction.local = true;
    }, origin);
    if (this.#doc.store.pendingStructs !== null) throw new Error('A move did not follow what it moves.');
  }

  /** The state vector of the doc as it will be once flushed, in the order in which Yjs writes one. */
  encodeState(): Uint8Array {
    const known = this.#doc.store.clients;
    const clients = [...known.keys()];
    for (const client of this.#pending?.written.keys() ?? []) if (!known.has(client)) clients.push(client);
    clients.sort((a, b) => b - a);
    return encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, clients.length);
      for (const client of clients) {
        encoding.writeVarUint(encoder, client);
        encoding.writeVarUint(encoder, this.clockOf(client));
      }
    });
  }

  #add(moves: Moves, fields: readonly FieldRef[]): Uint8Array {
    this.#pending ??= {
      updates: [],
      written: new Map(),
      newest: { position: new Map(), size: new Map() },
    };
    const { client, clock, replacements } = moves;
    const { updates, newest, written } = this.#pending;
    const before = written.get(client);
    if (before === undefined) written.set(client, [...fields]);
    else before.push(...fields);
    for (const [index, { value }] of replacements.entries()) {
      const ref = fields[index];
      if (ref !== undefined) newest[ref.field].set(ref.element, { client, clock: clock + index, value });
    }
    const update = writeMoves(moves);
    updates.push(update);
    return update;
  }

  /** The field whose newest value an item holds; null for an item that holds none, or not the newest. */
  #fieldHeldBy(id: ItemId): FieldRef | null {
    const known = Y.getState(this.#doc.store, id.client);
    const ref =
      id.clock < known
        ? this.#fieldInDoc(id)
        : (this.#pending?.written.get(id.client)?.[id.clock - known] ?? null);
    if (ref === null) return null;
    const holder = this.#holderOf(ref.element, ref.field);
    return holder !== null && holder.client === id.client && holder.clock === id.clock ? ref : null;
  }

  #fieldInDoc({ client, clock }: ItemId): FieldRef | null {
    const item = findStruct(this.#doc.store.clients.get(client), clock);
    if (!(item instanceof Y.Item) || !(item.parent instanceof Y.Map)) return null;
    const element: Y.Map<unknown> = item.parent;
    const field = item.parentSub;
    const holder = element._item;
    if (!isMovingField(field) || holder === null || holder.deleted || holder.parent !== this.#nodes)
      return null;
    return holder.parentSub === null ? null : { name: holder.parentSub, field, element };
  }

  /** The item that holds the newest value of a field; null where the field has none. */
  #holderOf(element: Y.Map<unknown>, field: MovingField): ItemId | null {
    const pending = this.#pending?.newest[field].get(element);
    if (pending !== undefined) return pending;
    const item = element._map.get(field);
    if (item === undefined || item.deleted || !(item.content instanceof Y.ContentAny)) return null;
    return item.lastId;
  }
}
