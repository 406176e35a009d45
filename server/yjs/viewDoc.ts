/**
 * A view's Yjs doc, and the only way to it: the rest of the server does not touch Yjs. Updates of clients come in
 * through the gate, which leaves nothing in the doc that does not integrate; what the server has to say is written
 * where it differs; what both did is drained as one update for those who listen; and the whole doc is encoded for
 * those who come. What elements mean, who may see or change them, is not known here.
 *
 * Moves and resizes pass beside Yjs on a fast path (`PendingMoves`): they are told and stored at once, and the doc
 * takes them in when something else needs it.
 */
import * as Y from 'yjs';
import type { ElementRoot } from '../../shared/model/fields.ts';
import type { Result } from '../../shared/model/result.ts';
import type { Field } from '../../shared/protocol.ts';
import { type ClientIdOwner, ClientIdOwners } from './clientIdOwners.ts';
import { collectEdits } from './collectEdits.ts';
import type { BoardFields, Edit, UpdateRejection } from './edits.ts';
import {
  type DueElement,
  differingFields,
  type ReadField,
  writeBoard,
  writeElement,
} from './elementFields.ts';
import { EncodedDoc, type EncodedState } from './encodedDoc.ts';
import { inspect } from './gate.ts';
import { mergeUpdates } from './mergeUpdates.ts';
import { isMovingField, type Numbers, readMoves } from './moves.ts';
import { type Moved, PendingMoves } from './pendingMoves.ts';
import { repairTexts } from './textRepair.ts';

/** The origin of the server's own transactions. */
const SERVER = Symbol('server');
/** The origin of transactions that only tell the doc what was told to everybody else before. */
const FLUSH = Symbol('flush');

/** Up to so many elements are compared with the doc before a transaction is opened for them. */
const MAX_COMPARED = 64;

export interface ViewDocOptions {
  /** The Yjs client id under which the server writes. */
  readonly clientId: number;
  /** Client ids under which the server wrote in earlier docs of this view: nobody may write under them. */
  readonly retired: Iterable<number>;
  /** Whose each client id is, as it was stored. */
  readonly owners: Iterable<readonly [client: number, mark: string]>;
  /** Updates whose merge is the doc, oldest first; none for a new doc. */
  readonly updates: readonly Uint8Array[];
  /** Told when there is something to drain. */
  readonly onUpdate: () => void;
}

/** Where updates come from: the origin of their transactions. */
export interface UpdateSender {
  readonly principal: ClientIdOwner;
}

/** What a doc should hold of an element. */
export interface DocElement extends DueElement {
  readonly root: ElementRoot;
}

/** What is new in a doc since it was last drained. */
export interface DrainedUpdate {
  readonly update: Uint8Array;
  /** The one sender all of it came from; null when there were several, or the server wrote too. */
  readonly soleSender: unknown;
}

export class ViewDoc {
  readonly clientId: number;
  readonly retired: ReadonlySet<number>;
  readonly owners: ClientIdOwners;
  /** Without the pending moves: where they matter, `yDoc` is asked for. */
  readonly #doc = new Y.Doc({ gc: true });
  readonly #moves = new PendingMoves(this.#doc);
  readonly #roots: Readonly<Record<ElementRoot, Y.Map<unknown>>>;
  readonly #encoded = new EncodedDoc(() => Y.encodeStateAsUpdate(this.yDoc));
  readonly #onUpdate: () => void;
  #undrained: Uint8Array[] = [];
  /** The origins of what is not drained. */
  readonly #senders = new Set<unknown>();
  /** Whether nothing has ever been drained: then the first update is the whole doc. */
  #isNew: boolean;

  constructor({ clientId, retired, owners, updates, onUpdate }: ViewDocOptions) {
    this.clientId = clientId;
    this.retired = new Set(retired);
    this.owners = new ClientIdOwners(owners);
    this.#onUpdate = onUpdate;
    const doc = this.#doc;
    this.#roots = { nodes: doc.getMap('nodes'), links: doc.getMap('links') };
    doc.getMap('board');
    if (updates.length > 0) Y.applyUpdate(doc, Y.mergeUpdates([...updates]), SERVER);
    // Only now: Yjs changes a client id that an applied update also writes under.
    doc.clientID = clientId;
    this.#isNew = updates.length === 0;
    const [whole] = updates;
    if (whole !== undefined && updates.length === 1) this.#encoded.set(whole);
    doc.on('update', (update: Uint8Array, origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
      if (origin === FLUSH) return;
      this.#encoded.changed(update, transaction);
      this.#enqueue(update, origin);
    });
  }

  /** The doc with everything that happened to it. Not to be changed but by this class. */
  get yDoc(): Y.Doc {
    this.#moves.flush(FLUSH);
    return this.#doc;
  }

  /** The names of the elements that the doc holds. */
  names(root: ElementRoot): Iterable<string> {
    return this.#roots[root].keys();
  }

  /** Whether an author may write under a client id: never under one of the server's, nor another author's. */
  mayWriteAs(client: number, author: ClientIdOwner): boolean {
    if (client === this.clientId || this.retired.has(client)) return false;
    return this.owners.mayUse(client, { author, isUsed: this.#moves.clockOf(client) > 0 });
  }

  /**
   * Applies a client's update, if it is sound, and answers what it did, or why it was not applied.
   * `beforeApplying` is called once it is found sound: what the doc lacks is to be written then, so that the edits
   * are told apart from it.
   */
  take(
    update: Uint8Array,
    { sender, beforeApplying }: { sender: UpdateSender; beforeApplying: () => void },
  ): Result<Edit[], UpdateRejection> {
    const author = sender.principal;
    const edits = this.#takeMoves(update, { sender, beforeApplying });
    if (edits !== null) return { ok: true, value: edits };
    const inspected = inspect(update, {
      doc: this.yDoc,
      mayWriteAs: (client) => this.mayWriteAs(client, author),
    });
    if (!inspected.ok) return inspected;
    const { writers, claims } = inspected.value;
    const newIds = [...writers].filter((client) => !this.owners.hasWritten(client, author));
    if (newIds.length > 0 && !this.owners.hasRoomFor(newIds.length, author))
      return { ok: false, error: { violation: 'more client ids than a session has', isIncomplete: false } };
    for (const client of newIds) this.owners.addWriter(client, author);
    beforeApplying();
    const doc = this.yDoc;
    const value = collectEdits(doc, () => Y.applyUpdate(doc, update, sender));
    if (claims.length > 0) doc.transact(() => repairTexts(doc, claims), SERVER);
    return { ok: true, value };
  }

  /**
   * Makes the doc hold these elements, and the fields of the board unless they are null, in one transaction at
   * most. Writes nothing where nothing differs.
   */
  write({ elements, board }: { elements: readonly DocElement[]; board: BoardFields | null }): void {
    // A transaction costs more than to compare: most edits leave nothing to write in the view they were made in,
    // and in others' only where nodes are.
    const moved = board === null ? this.#movesAmong(elements) : null;
    if (moved !== null && this.#move(moved)) return;
    const doc = this.yDoc;
    doc.transact(() => {
      if (board !== null) writeBoard(doc.getMap('board'), board);
      for (const element of elements) writeElement(this.#roots[element.root], element);
    }, SERVER);
  }

  get hasUndrained(): boolean {
    return this.#undrained.length > 0;
  }

  /** What happened to the doc since the last call; null when nothing did. */
  drain(): DrainedUpdate | null {
    const updates = this.#undrained;
    if (updates.length === 0) return null;
    const update = mergeUpdates(updates);
    if (this.#isNew && updates.length === 1) this.#encoded.set(update);
    this.#isNew = false;
    const [sender] = this.#senders;
    const soleSender = this.#senders.size === 1 && sender !== SERVER ? sender : null;
    this.#undrained = [];
    this.#senders.clear();
    return { update, soleSender };
  }

  /** The clock that the server writes next in this doc. */
  get clock(): number {
    return this.#moves.clockOf(this.clientId);
  }

  /** The state vector, encoded. */
  encodeState(): Uint8Array {
    return this.#moves.encodeState();
  }

  /** What a client lacks whose encoded state vector is given. */
  encodeSince(state: Uint8Array): Uint8Array {
    return Y.encodeStateAsUpdate(this.yDoc, state);
  }

  /** The whole doc as one update. */
  encode(): Uint8Array {
    return this.#encoded.bytes;
  }

  /** The same in two parts, which costs less while people are moving things. */
  encodeInParts(): EncodedState {
    return this.#encoded.whole;
  }

  destroy(): void {
    this.#doc.destroy();
  }

  #enqueue(update: Uint8Array, sender: unknown): void {
    this.#undrained.push(update);
    this.#senders.add(sender);
    this.#onUpdate();
  }

  /**
   * Takes an update that only moves nodes without asking Yjs. Null for any other: also for moves that do not simply
   * come after what they move, which Yjs has to put in order.
   */
  #takeMoves(
    update: Uint8Array,
    { sender, beforeApplying }: { sender: UpdateSender; beforeApplying: () => void },
  ): Edit[] | null {
    const moves = readMoves(update);
    if (moves === null || !this.owners.hasWritten(moves.client, sender.principal)) return null;
    if (!this.mayWriteAs(moves.client, sender.principal)) return null;
    beforeApplying();
    const followed = this.#moves.follow(moves);
    if (followed === null) return null;
    this.#enqueueMoves(followed.update, sender);
    return followed.moved.map(({ name, field, value }) => ({
      type: 'set',
      root: 'nodes',
      name,
      field,
      value,
    }));
  }

  /** False, and nothing is done, where the doc has no value to replace. */
  #move(moved: readonly Moved[]): boolean {
    if (moved.length === 0) return true;
    const update = this.#moves.move(moved, this.clientId);
    if (update !== null) this.#enqueueMoves(update, SERVER);
    return update !== null;
  }

  #enqueueMoves(update: Uint8Array, sender: unknown): void {
    this.#encoded.moved(update);
    this.#enqueue(update, sender);
    if (this.#moves.isFull) this.#moves.flush(FLUSH);
  }

  /**
   * What differs from the doc, where that is only where nodes are and how large; null where it is more, or where
   * there are so many elements that comparing them would cost more than it saves.
   */
  #movesAmong(elements: readonly DocElement[]): Moved[] | null {
    if (elements.length > MAX_COMPARED) return null;
    const moved: Moved[] = [];
    for (const element of elements) {
      const fields = this.#differingFields(element);
      if (fields === null) return null;
      for (const field of fields) {
        const value = element.fields?.[field];
        if (!isMovingField(field) || value === undefined) return null;
        // What the rules of the board let a position or a size be.
        moved.push({ name: element.name, field, value: value as Numbers });
      }
    }
    return moved;
  }

  /** Null where a whole element differs, or a text whose deltas are known. */
  #differingFields({ root, name, fields, deltas }: DocElement): Field[] | null {
    const map = this.#roots[root];
    if (fields === null) return map.has(name) ? null : [];
    if (deltas.size > 0) return null;
    return differingFields(map.get(name), { due: fields, read: this.#read });
  }

  readonly #read: ReadField = (element, field) =>
    (isMovingField(field) ? this.#moves.valueOf(element, field) : undefined) ?? element.get(field);
}

/** Reads an encoded state vector: the next clock of each client id. Throws for bytes that are none. */
export function decodeState(encoded: Uint8Array): ReadonlyMap<number, number> {
  return Y.decodeStateVector(encoded);
}
