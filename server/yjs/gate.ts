/**
 * The gate: an update from a client is taken apart and inspected before any of it touches a view's doc. What passes
 * integrates whole and leaves nothing pending (`updateIntegrity`), does not take long to integrate
 * (`integrationCost`), stays within the shape that a view's doc has, and writes only under client ids of the sender.
 * Whether it is allowed is decided later, by rights. An update that only moves nodes need not come here (`moves`).
 *
 * The checks follow what yjs 13.6 does on integration (`Item.getMissing`, `Item.integrate`).
 */
import * as Y from 'yjs';
import { isId } from '../../shared/model/ids.ts';
import type { Result } from '../../shared/model/result.ts';
import {
  BOARD_FIELDS,
  isTextField,
  LINK_FIELDS,
  NODE_FIELDS,
  ROOTS,
  type Root,
} from '../../shared/protocol.ts';
import type { UpdateRejection } from './edits.ts';
import { checkIntegrationCost, type Sequence } from './integrationCost.ts';
import { findStruct, type Struct, type Structs } from './structs.ts';
import type { Claim } from './textRepair.ts';
import { checkIntegrates, IntegrityError, MissingDependencyError, readUpdate } from './updateIntegrity.ts';

/** Levels of arrays and objects in a plain value; the model's own values need two. */
const MAX_VALUE_DEPTH = 4;
const MAX_CLIENT_ID = 0xffffffff;

/** An update that may be applied. */
export interface InspectedUpdate {
  /** The client ids under which it writes. */
  readonly writers: ReadonlySet<number>;
  /** What is to be looked at once it is applied: see `repairTexts`. */
  readonly claims: readonly Claim[];
}

export interface GateContext {
  /** The doc that the update is meant for. */
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
  | { at: 'deleted' };

/** Inspects an update. Never throws, never changes the doc. */
export function inspect(update: Uint8Array, context: GateContext): Result<InspectedUpdate, UpdateRejection> {
  const { doc } = context;
  try {
    const read = readUpdate(update);
    const { structs, byClient } = read;
    for (const client of byClient.keys()) checkWriter(client, context);
    const order = checkIntegrates(read, doc);
    const positions = new DocPositions(byClient, doc);
    const claims: Claim[] = [];
    for (const struct of structs) {
      if (!(struct instanceof Y.Item)) continue;
      checkItem(struct, positions);
      positions.checkContinued(struct);
      if (struct.origin !== null && struct.rightOrigin !== null)
        claims.push([struct.origin, struct.lastId, struct.rightOrigin]);
    }
    checkIntegrationCost({ read, order, doc, sequenceOf: (item) => positions.sequenceOf(item) });
    return { ok: true, value: { writers: new Set(byClient.keys()), claims } };
  } catch (error) {
    const violation = error instanceof IntegrityError ? error.message : 'not a Yjs update';
    return { ok: false, error: { violation, isIncomplete: error instanceof MissingDependencyError } };
  }
}

function checkWriter(client: number, { mayWriteAs }: GateContext): void {
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
    let position: DocPosition | undefined;
    for (let at: Struct | undefined = item; position === undefined; ) {
      if (!(at instanceof Y.Item)) {
        position = { at: 'deleted' };
        break;
      }
      position = this.#known.get(at) ?? this.#stated(at);
      if (position !== undefined) break;
      chain.push(at);
      const neighbour: Y.ID | null = at.origin ?? at.rightOrigin;
      at = neighbour === null ? undefined : this.#find(neighbour);
    }
    for (const link of chain) this.#known.set(link, position);
    return position;
  }

  /** The sequence in which an item has its order; null under something deleted. */
  sequenceOf(item: Y.Item): Sequence | null {
    const position = this.of(item);
    switch (position.at) {
      case 'deleted':
        return null;
      case 'root':
        return { holder: this.#doc.getMap(position.root), key: position.key };
      case 'element':
        return { holder: position.holder, key: position.key };
      case 'text':
        return { holder: position.holder, key: null };
    }
  }

  /**
   * Of an item whose beginning the doc has already, Yjs appends the rest to that beginning, whatever position the
   * item states: so the two must be the same.
   */
  checkContinued(item: Y.Item): void {
    const known = Y.getState(this.#doc.store, item.id.client);
    if (item.id.clock >= known || item.id.clock + item.length <= known) return;
    const beginning = findStruct(this.#doc.store.clients.get(item.id.client), known - 1);
    const before: DocPosition = beginning instanceof Y.Item ? this.of(beginning) : { at: 'deleted' };
    const position = this.of(item);
    if (position.at !== 'deleted' && !isSamePosition(position, before))
      throw new IntegrityError('a struct that goes on elsewhere than it began');
  }

  /** The position that an item states itself, or has in the doc; undefined when its neighbours decide. */
  #stated(item: Y.Item): DocPosition | undefined {
    const parent: unknown = item.parent;
    if (typeof parent === 'string') return this.#inRoot(parent, item.parentSub);
    if (parent instanceof Y.ID) return this.#inside(this.#find(parent), item.parentSub);
    if (parent instanceof Y.AbstractType) return this.#integrated(parent, item.parentSub);
    return item.origin === null && item.rightOrigin === null ? { at: 'deleted' } : undefined;
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
    return parent._item === null ? { at: 'deleted' } : this.#inside(parent._item, key);
  }

  /** The position of an item whose parent is the type that the struct holds. */
  #inside(holder: Struct | undefined, key: string | null): DocPosition {
    if (!(holder instanceof Y.Item) || !(holder.content instanceof Y.ContentType)) return { at: 'deleted' };
    const above = this.of(holder);
    const { type } = holder.content;
    switch (above.at) {
      case 'deleted':
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

  /** What the doc has comes first: Yjs ignores what an update says of it. */
  #find({ client, clock }: Y.ID): Struct | undefined {
    return (
      findStruct(this.#doc.store.clients.get(client), clock) ?? findStruct(this.#byClient.get(client), clock)
    );
  }
}

function isSamePosition(a: DocPosition, b: DocPosition): boolean {
  const other: Record<string, unknown> = b;
  return Object.entries(a).every(([key, value]) => other[key] === value);
}

const FIELDS_OF_ROOT: Record<Root, ReadonlySet<string>> = {
  nodes: new Set(NODE_FIELDS),
  links: new Set(LINK_FIELDS),
  board: new Set(BOARD_FIELDS),
};

function checkItem(item: Y.Item, positions: DocPositions): void {
  const position = positions.of(item);
  const { content } = item;
  // Under a key the newest is the last: Yjs names no right neighbour there.
  const hasKey = position.at === 'root' || position.at === 'element';
  if (hasKey && item.rightOrigin !== null) throw new IntegrityError('a right neighbour under a key');
  const isDeleted = content instanceof Y.ContentDeleted;
  switch (position.at) {
    case 'deleted':
      return;
    case 'root':
      if (position.root !== 'board' && !isId(position.key)) throw new IntegrityError('a key that is no id');
      if (position.root === 'board' && !FIELDS_OF_ROOT.board.has(position.key))
        throw new IntegrityError('an unknown field');
      if (isDeleted) return;
      return position.root === 'board' ? checkValue(content) : checkType(content, Y.Map);
    case 'element':
      if (!FIELDS_OF_ROOT[position.root].has(position.key)) throw new IntegrityError('an unknown field');
      if (isDeleted) return;
      return isTextField(position.key) ? checkType(content, Y.Text) : checkValue(content);
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
