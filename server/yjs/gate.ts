/**
 * The gate: an update from a client is taken apart and inspected before any of it touches a view's doc. What
 * passes is sound: it integrates whole and leaves nothing pending (`causality`), stays within the shape a
 * view's doc has, and writes only under client ids that are the sender's. Whether it is allowed is decided
 * later, by rights. What says nothing but that nodes moved is read elsewhere (`moves`) and need not come here.
 *
 * The checks follow what yjs 13.6 does on integration (`Item.getMissing`, `Item.integrate`).
 */
import * as Y from 'yjs';
import { isId } from '../../shared/model/ids.ts';
import {
  BOARD_FIELDS,
  isTextField,
  LINK_FIELDS,
  NODE_FIELDS,
  ROOTS,
  type Root,
} from '../../shared/protocol.ts';
import { checkIntegrationCost, type Sequence } from './integrationCost.ts';
import type { Claim } from './textRepair.ts';
import {
  checkIntegrates,
  find,
  IntegrityError,
  MissingDependencyError,
  readUpdate,
  type Struct,
  type Structs,
} from './updateIntegrity.ts';

/** Levels of arrays and objects in a plain value; the model's own values need two. */
const MAX_VALUE_DEPTH = 4;
const MAX_CLIENT_ID = 0xffffffff;

export type Inspection =
  | { ok: true; writers: ReadonlySet<number>; claims: readonly Claim[] }
  /** Incomplete: sound for all one can tell, but it builds on something that has not come. */
  | { ok: false; why: string; isIncomplete: boolean };

export interface Gate {
  readonly doc: Y.Doc;
  /** Whether the sender may write under the Yjs client id. */
  readonly mayWriteAs: (client: number) => boolean;
}

/** Where in a view's doc an item sits. */
type DocPosition =
  | { at: 'root'; root: Root; key: string }
  | { at: 'element'; root: 'nodes' | 'links'; key: string; holder: Y.AbstractType<unknown> }
  | { at: 'text'; holder: Y.AbstractType<unknown> }
  /** Under something deleted: the item leaves no trace but its length. */
  | { at: 'gone' };

/** Judges an update. Never throws, never changes the doc. */
export function inspect(update: Uint8Array, gate: Gate): Inspection {
  try {
    const read = readUpdate(update);
    const { structs, byClient } = read;
    for (const client of byClient.keys()) checkWriter(client, gate);
    const order = checkIntegrates(read, gate.doc);
    const places = new DocPositions(byClient, gate.doc);
    const claims: Claim[] = [];
    for (const struct of structs) {
      if (!(struct instanceof Y.Item)) continue;
      checkItem(struct, places);
      places.checkSeam(struct);
      if (struct.origin !== null && struct.rightOrigin !== null)
        claims.push([struct.origin, struct.lastId, struct.rightOrigin]);
    }
    checkIntegrationCost({ read, order, doc: gate.doc, sequenceOf: (item) => places.sequenceOf(item) });
    return { ok: true, writers: new Set(byClient.keys()), claims };
  } catch (error) {
    const why = error instanceof IntegrityError ? error.message : 'not a Yjs update';
    return { ok: false, why, isIncomplete: error instanceof MissingDependencyError };
  }
}

function checkWriter(client: number, { mayWriteAs }: Gate): void {
  if (client > MAX_CLIENT_ID) throw new IntegrityError('a client id out of range');
  if (!mayWriteAs(client)) throw new IntegrityError("somebody else's client id");
}

/** Finds where items sit, in the update itself and in the doc it is meant for. */
class DocPositions {
  readonly #byClient: Structs;
  readonly #doc: Y.Doc;
  readonly #known = new Map<Struct, DocPosition>();

  constructor(byClient: Structs, doc: Y.Doc) {
    this.#byClient = byClient;
    this.#doc = doc;
  }

  /** Where an item of the update sits. A chain of neighbours is followed without recursion. */
  of(item: Y.Item): DocPosition {
    const chain: Y.Item[] = [];
    let place: DocPosition | undefined;
    for (let at: Struct | undefined = item; place === undefined; ) {
      if (!(at instanceof Y.Item)) {
        place = { at: 'gone' };
        break;
      }
      place = this.#known.get(at) ?? this.#stated(at);
      if (place !== undefined) break;
      chain.push(at);
      const neighbour: Y.ID | null = at.origin ?? at.rightOrigin;
      at = neighbour === null ? undefined : this.#find(neighbour);
    }
    for (const link of chain) this.#known.set(link, place);
    return place;
  }

  /** Where an item has an order among others. */
  sequenceOf(item: Y.Item): Sequence | null {
    const place = this.of(item);
    switch (place.at) {
      case 'gone':
        return null;
      case 'root':
        return { holder: this.#doc.getMap(place.root), key: place.key };
      case 'element':
        return { holder: place.holder, key: place.key };
      case 'text':
        return { holder: place.holder, key: null };
    }
  }

  /**
   * What yjs lacks of an item it appends to the part it has, wherever the item claims to be: so that must be
   * the same place.
   */
  checkSeam(item: Y.Item): void {
    const known = Y.getState(this.#doc.store, item.id.client);
    if (item.id.clock >= known || item.id.clock + item.length <= known) return;
    const begun = find(this.#doc.store.clients.get(item.id.client), known - 1);
    const there: DocPosition = begun instanceof Y.Item ? this.of(begun) : { at: 'gone' };
    const here = this.of(item);
    if (here.at !== 'gone' && !isSamePlace(here, there))
      throw new IntegrityError('a struct that goes on elsewhere than it began');
  }

  /** The place an item names itself, or has in the doc; undefined when its neighbours decide. */
  #stated(item: Y.Item): DocPosition | undefined {
    const parent: unknown = item.parent;
    if (typeof parent === 'string') return this.#inRoot(parent, item.parentSub);
    if (parent instanceof Y.ID) return this.#inside(this.#find(parent), item.parentSub);
    if (parent instanceof Y.AbstractType) return this.#integrated(parent, item.parentSub);
    return item.origin === null && item.rightOrigin === null ? { at: 'gone' } : undefined;
  }

  #inRoot(name: string, key: string | null): DocPosition {
    const root = ROOTS.find((known) => known === name);
    if (root === undefined) throw new IntegrityError('an unknown root');
    if (key === null) throw new IntegrityError('a list item in a map');
    return { at: 'root', root, key };
  }

  #integrated(parent: Y.AbstractType<unknown>, key: string | null): DocPosition {
    const root = ROOTS.find((known) => this.#doc.getMap(known) === parent);
    if (root !== undefined) return this.#inRoot(root, key);
    return parent._item === null ? { at: 'gone' } : this.#inside(parent._item, key);
  }

  /** The place of something whose parent is the type the given struct holds. */
  #inside(holder: Struct | undefined, key: string | null): DocPosition {
    if (!(holder instanceof Y.Item) || !(holder.content instanceof Y.ContentType)) return { at: 'gone' };
    const above = this.of(holder);
    const { type } = holder.content;
    switch (above.at) {
      case 'gone':
        return above;
      case 'root':
        if (key === null) throw new IntegrityError('a list item in a map');
        if (above.root === 'board') throw new IntegrityError('a type where a value belongs');
        return { at: 'element', root: above.root, key, holder: type };
      case 'element':
        if (key !== null) throw new IntegrityError('a key in a text');
        return { at: 'text', holder: type };
      case 'text':
        throw new IntegrityError('a type in a text');
    }
  }

  /** What the doc has comes first: yjs does not read it again, whatever an update says of it. */
  #find({ client, clock }: Y.ID): Struct | undefined {
    return find(this.#doc.store.clients.get(client), clock) ?? find(this.#byClient.get(client), clock);
  }
}

function isSamePlace(a: DocPosition, b: DocPosition): boolean {
  const other: Record<string, unknown> = b;
  return Object.entries(a).every(([key, value]) => other[key] === value);
}

const FIELDS_OF_ROOT: Record<Root, ReadonlySet<string>> = {
  nodes: new Set(NODE_FIELDS),
  links: new Set(LINK_FIELDS),
  board: new Set(BOARD_FIELDS),
};

function checkItem(item: Y.Item, places: DocPositions): void {
  const place = places.of(item);
  const { content } = item;
  // Under a key the newest is the last: Yjs names no right neighbour there.
  const hasKey = place.at === 'root' || place.at === 'element';
  if (hasKey && item.rightOrigin !== null) throw new IntegrityError('a right neighbour under a key');
  const isDeleted = content instanceof Y.ContentDeleted;
  switch (place.at) {
    case 'gone':
      return;
    case 'root':
      if (place.root !== 'board' && !isId(place.key)) throw new IntegrityError('a key that is no id');
      if (place.root === 'board' && !FIELDS_OF_ROOT.board.has(place.key))
        throw new IntegrityError('an unknown field');
      if (isDeleted) return;
      return place.root === 'board' ? checkValue(content) : checkType(content, Y.Map);
    case 'element':
      if (!FIELDS_OF_ROOT[place.root].has(place.key)) throw new IntegrityError('an unknown field');
      if (isDeleted) return;
      return isTextField(place.key) ? checkType(content, Y.Text) : checkValue(content);
    case 'text':
      if (!isDeleted && !(content instanceof Y.ContentString))
        throw new IntegrityError('something other than characters in a text');
  }
}

function checkType(content: Y.Item['content'], type: typeof Y.Map | typeof Y.Text): void {
  const sound = content instanceof Y.ContentType && content.type.constructor === type;
  if (!sound) throw new IntegrityError('a value of the wrong type');
}

function checkValue(content: Y.Item['content']): void {
  if (!(content instanceof Y.ContentAny) || content.arr.length !== 1) {
    throw new IntegrityError('a value of the wrong type');
  }
  checkPlain(content.arr[0], MAX_VALUE_DEPTH);
}

function checkPlain(value: unknown, depth: number): void {
  if (value === null || ['string', 'number', 'boolean'].includes(typeof value)) return;
  if (depth === 0) throw new IntegrityError('a value nested too deeply');
  if (Array.isArray(value)) {
    for (const entry of value) checkPlain(entry, depth - 1);
    return;
  }
  if (typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) {
    throw new IntegrityError('a value that is not plain');
  }
  for (const entry of Object.values(value)) checkPlain(entry, depth - 1);
}
