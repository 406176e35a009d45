/**
 * The gate: an update from a client is taken apart and inspected before any of it touches a view's doc. What
 * passes is sound: it integrates whole, leaves nothing pending, stays within the shape a view's doc has, and
 * writes only under client ids that are the sender's. Whether it is allowed is decided later, by rights.
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

/** Structs of one update: a page makes a handful; a long absence some thousands. */
const MAX_STRUCTS = 200_000;
/** Levels of arrays and objects in a plain value; the model's own values need two. */
const MAX_VALUE_DEPTH = 4;
const MAX_CLIENT_ID = 0xffffffff;

export type Inspection =
  | { ok: true; writers: ReadonlySet<number> }
  /** Incomplete: sound for all one can tell, but it builds on something that has not come. */
  | { ok: false; why: string; isIncomplete: boolean };

export interface Gate {
  readonly doc: Y.Doc;
  /** Whether the sender may write under the Yjs client id. */
  readonly mayWriteAs: (client: number) => boolean;
}

type Decoded = ReturnType<typeof Y.decodeUpdate>;
type Struct = Decoded['structs'][number];

/** Where in a view's doc an item sits. */
type Place =
  | { at: 'root'; root: Root; key: string }
  | { at: 'element'; root: 'nodes' | 'links'; key: string }
  | { at: 'text' }
  /** Under something deleted: the item leaves no trace but its length. */
  | { at: 'gone' };

class Violation extends Error {}
class Incomplete extends Violation {}

/** Judges an update. Never throws, never changes the doc. */
export function inspect(update: Uint8Array, gate: Gate): Inspection {
  try {
    const decoded = Y.decodeUpdate(update);
    if (decoded.structs.length > MAX_STRUCTS) throw new Violation('too many structs');
    const byClient = groupByClient(decoded.structs);
    for (const client of byClient.keys()) checkWriter(client, gate);
    checkContinuity(byClient, gate.doc);
    checkDependencies(byClient, gate.doc);
    const places = new Places(byClient, gate.doc);
    for (const struct of decoded.structs) if (struct instanceof Y.Item) checkItem(struct, places);
    checkDeletions(decoded, { byClient, doc: gate.doc });
    return { ok: true, writers: new Set(byClient.keys()) };
  } catch (error) {
    const why = error instanceof Violation ? error.message : 'not a Yjs update';
    return { ok: false, why, isIncomplete: error instanceof Incomplete };
  }
}

function groupByClient(structs: readonly Struct[]): Map<number, Struct[]> {
  const byClient = new Map<number, Struct[]>();
  for (const struct of structs) {
    if (!(struct instanceof Y.Item) && !(struct instanceof Y.GC)) throw new Violation('a gap in the clocks');
    const list = byClient.get(struct.id.client);
    if (list === undefined) byClient.set(struct.id.client, [struct]);
    else list.push(struct);
  }
  return byClient;
}

function checkWriter(client: number, { mayWriteAs }: Gate): void {
  if (client > MAX_CLIENT_ID) throw new Violation('a client id out of range');
  if (!mayWriteAs(client)) throw new Violation("somebody else's client id");
}

/** Each client's structs follow its known clock without a gap. */
function checkContinuity(byClient: ReadonlyMap<number, Struct[]>, doc: Y.Doc): void {
  for (const [client, structs] of byClient) {
    const known = Y.getState(doc.store, client);
    let next = structs[0]?.id.clock ?? 0;
    if (next > known) throw new Incomplete('a gap in the clocks');
    for (const { id, length } of structs) {
      if (id.clock !== next || length <= 0) throw new Violation('a gap in the clocks');
      next = id.clock + length;
      if (!Number.isSafeInteger(next) || next > 2 ** 40) throw new Violation('a clock out of range');
    }
  }
}

/** Everything an item refers to is in the doc, or comes earlier in the order in which yjs will integrate. */
function checkDependencies(byClient: ReadonlyMap<number, Struct[]>, doc: Y.Doc): void {
  const reached = new Map<number, number>();
  const state = (client: number) => reached.get(client) ?? Y.getState(doc.store, client);
  const waiting = new Map([...byClient].map(([client, structs]) => [client, { structs, at: 0 }]));
  for (let progress = true; progress && waiting.size > 0; ) {
    progress = false;
    for (const [client, queue] of waiting) {
      while (queue.at < queue.structs.length) {
        const struct = queue.structs[queue.at];
        if (struct === undefined || !isReady(struct, state)) break;
        reached.set(client, Math.max(state(client), struct.id.clock + struct.length));
        queue.at += 1;
        progress = true;
      }
      if (queue.at === queue.structs.length) waiting.delete(client);
    }
  }
  if (waiting.size > 0) throw new Incomplete('a dependency is missing');
}

function isReady(struct: Struct, state: (client: number) => number): boolean {
  if (!(struct instanceof Y.Item)) return true;
  for (const id of [struct.origin, struct.rightOrigin, struct.parent]) {
    if (id instanceof Y.ID && id.clock >= state(id.client)) return false;
  }
  return true;
}

/** Finds where items sit, in the update itself and in the doc it is meant for. */
class Places {
  readonly #byClient: ReadonlyMap<number, Struct[]>;
  readonly #doc: Y.Doc;
  readonly #roots: ReadonlyMap<unknown, Root>;
  readonly #known = new Map<Struct, Place>();

  constructor(byClient: ReadonlyMap<number, Struct[]>, doc: Y.Doc) {
    this.#byClient = byClient;
    this.#doc = doc;
    this.#roots = new Map(ROOTS.map((root) => [doc.getMap(root), root]));
  }

  /** Where an item of the update sits. A chain of neighbours is followed without recursion. */
  of(item: Y.Item): Place {
    const chain: Y.Item[] = [];
    let place: Place | undefined;
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

  /** The place an item names itself, or has in the doc; undefined when its neighbours decide. */
  #stated(item: Y.Item): Place | undefined {
    const parent: unknown = item.parent;
    if (typeof parent === 'string') return this.#inRoot(parent, item.parentSub);
    if (parent instanceof Y.ID) return this.#inside(this.#find(parent), item.parentSub);
    if (parent instanceof Y.AbstractType) return this.#integrated(parent, item.parentSub);
    return item.origin === null && item.rightOrigin === null ? { at: 'gone' } : undefined;
  }

  #inRoot(name: string, key: string | null): Place {
    const root = ROOTS.find((known) => known === name);
    if (root === undefined) throw new Violation('an unknown root');
    if (key === null) throw new Violation('a list item in a map');
    return { at: 'root', root, key };
  }

  #integrated(parent: Y.AbstractType<unknown>, key: string | null): Place {
    const root = this.#roots.get(parent);
    if (root !== undefined) return this.#inRoot(root, key);
    return parent._item === null ? { at: 'gone' } : this.#inside(parent._item, key);
  }

  /** The place of something whose parent is the type the given struct holds. */
  #inside(holder: Struct | undefined, key: string | null): Place {
    if (!(holder instanceof Y.Item) || !(holder.content instanceof Y.ContentType)) return { at: 'gone' };
    const above = this.of(holder);
    switch (above.at) {
      case 'gone':
        return above;
      case 'root':
        if (key === null) throw new Violation('a list item in a map');
        if (above.root === 'board') throw new Violation('a type where a value belongs');
        return { at: 'element', root: above.root, key };
      case 'element':
        if (key !== null) throw new Violation('a key in a text');
        return { at: 'text' };
      case 'text':
        throw new Violation('a type in a text');
    }
  }

  #find({ client, clock }: Y.ID): Struct | undefined {
    const incoming = find(this.#byClient.get(client), clock);
    return incoming ?? find(this.#doc.store.clients.get(client), clock);
  }
}

/** Binary search for the struct that covers a clock. */
function find(structs: readonly Struct[] | undefined, clock: number): Struct | undefined {
  if (structs === undefined) return undefined;
  let low = 0;
  let high = structs.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const struct = structs[middle];
    if (struct === undefined) return undefined;
    if (clock < struct.id.clock) high = middle - 1;
    else if (clock >= struct.id.clock + struct.length) low = middle + 1;
    else return struct;
  }
  return undefined;
}

const FIELDS: Record<Root, ReadonlySet<string>> = {
  nodes: new Set(NODE_FIELDS),
  links: new Set(LINK_FIELDS),
  board: new Set(BOARD_FIELDS),
};

function checkItem(item: Y.Item, places: Places): void {
  const place = places.of(item);
  const { content } = item;
  if (content instanceof Y.ContentDeleted) return;
  switch (place.at) {
    case 'gone':
      return;
    case 'root':
      if (place.root === 'board') return checkValue(content, FIELDS.board.has(place.key));
      if (!isId(place.key)) throw new Violation('a key that is no id');
      return checkType(content, Y.Map);
    case 'element':
      if (isTextField(place.key) && FIELDS[place.root].has(place.key)) return checkType(content, Y.Text);
      return checkValue(content, FIELDS[place.root].has(place.key));
    case 'text':
      if (!(content instanceof Y.ContentString))
        throw new Violation('something other than characters in a text');
  }
}

function checkType(content: Y.Item['content'], type: typeof Y.Map | typeof Y.Text): void {
  const sound = content instanceof Y.ContentType && content.type.constructor === type;
  if (!sound) throw new Violation('a value of the wrong type');
}

function checkValue(content: Y.Item['content'], isKnownField: boolean): void {
  if (!isKnownField) throw new Violation('an unknown field');
  if (!(content instanceof Y.ContentAny) || content.arr.length !== 1) {
    throw new Violation('a value of the wrong type');
  }
  checkPlain(content.arr[0], MAX_VALUE_DEPTH);
}

function checkPlain(value: unknown, depth: number): void {
  if (value === null || ['string', 'number', 'boolean'].includes(typeof value)) return;
  if (depth === 0) throw new Violation('a value nested too deeply');
  if (Array.isArray(value)) {
    for (const entry of value) checkPlain(entry, depth - 1);
    return;
  }
  if (typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) {
    throw new Violation('a value that is not plain');
  }
  for (const entry of Object.values(value)) checkPlain(entry, depth - 1);
}

/** Only what exists, or comes with the update, can be deleted: anything else would wait for its victim. */
function checkDeletions(
  decoded: Decoded,
  { byClient, doc }: { byClient: ReadonlyMap<number, Struct[]>; doc: Y.Doc },
): void {
  let ranges = 0;
  for (const [client, deletions] of decoded.ds.clients) {
    const last = byClient.get(client)?.at(-1);
    const end = Math.max(Y.getState(doc.store, client), last === undefined ? 0 : last.id.clock + last.length);
    for (const { clock, len } of deletions) {
      ranges += 1;
      if (!(len > 0) || clock + len > end) throw new Incomplete('a deletion of what does not exist');
    }
  }
  if (ranges > MAX_STRUCTS) throw new Violation('too many deletions');
}
