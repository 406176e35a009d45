/**
 * One viewpoint's doc, kept equal to what that viewpoint may see of the board. A view knows which elements it
 * shows and where its doc lags behind the board; it catches up in one transaction, before the next change
 * from a client and before anything is sent; of moves the doc is told later (`Unsettled`). Which elements it
 * shows is decided elsewhere (`Outlook`), and so is what a client's change is worth (`enact`). Long, since
 * whatever touches the doc is kept in this one place.
 */
import { equalityDeep } from 'lib0/function';
import * as Y from 'yjs';
import type { ElementRoot } from '../../shared/model/fields.ts';
import type { ElementId, LinkId, NodeId, Viewpoint } from '../../shared/model/ids.ts';
import type { Access, BoardField, Field } from '../../shared/protocol.ts';
import {
  type ViewpointVisibility,
  viewpointVisibility,
} from '../../shared/visibility/viewpointVisibility.ts';
import type { Board } from '../board/board.ts';
import type { ViewRow } from '../store/store.ts';
import { type ClientIdOwner, ClientIdOwners } from '../yjs/clientIdOwners.ts';
import { collectEdits, type Edit } from '../yjs/edits.ts';
import { EncodedDoc, type EncodedState } from '../yjs/encodedDoc.ts';
import { inspect } from '../yjs/gate.ts';
import { mergeUpdates } from '../yjs/mergeUpdates.ts';
import { isMovingField, type Numbers, readMoves } from '../yjs/moves.ts';
import { type Moved, PendingMoves } from '../yjs/pendingMoves.ts';
import type { TextDelta } from '../yjs/textDelta.ts';
import { repairTexts } from '../yjs/textRepair.ts';
import { IdAliases } from './idAliases.ts';
import { differing, type Newest, type Projection, project, write } from './projection.ts';

/** The origin of the server's own transactions. */
const SERVER = Symbol('server');

/** The origin of moves that were told when they were taken. */
const SETTLING = Symbol('settling');

/** So many elements are compared before a transaction is opened for them. */
const FEW_ELEMENTS = 64;

interface DirtyFields {
  readonly deltas: Map<Field, TextDelta[]>;
}

/** What a view has to say since it was last drained. */
export interface Drained {
  readonly update: Uint8Array;
  /** The only sender whose changes these are; null when there are several, or the server wrote too. */
  readonly soleAuthor: unknown;
}

/** Why an update was not applied. */
export interface UpdateRejection {
  readonly violation: string;
  /** It builds on something that may still be on its way. */
  readonly isIncomplete: boolean;
}

export interface ViewOptions {
  readonly board: Board;
  readonly viewpoint: Viewpoint;
  readonly row: ViewRow;
  readonly updates: readonly Uint8Array[];
  readonly newName: () => string;
  /** Told whenever the view has something to bring up to date, to keep or to send. */
  readonly dirty?: (view: View) => void;
}

export class View {
  readonly viewpoint: Viewpoint;
  readonly idAliases: IdAliases;
  /** Kept current by the Outlook. */
  visibility: ViewpointVisibility;
  readonly shown = new Map<ElementId, Access>();
  readonly epoch: number;
  readonly writer: number;
  readonly retired: ReadonlySet<number>;
  /** Which docs came before is not known: whoever holds one without this epoch's writer holds an old one. */
  readonly startsOver: boolean;
  readonly clientIdOwners: ClientIdOwners;

  readonly #board: Board;
  /** Without the moves that are unsettled: whoever wants the doc whole asks for `doc`. */
  readonly #bareDoc = new Y.Doc({ gc: true });
  readonly #pendingMoves = new PendingMoves(this.#bareDoc);
  readonly #roots: Record<ElementRoot, Y.Map<unknown>>;
  readonly #dirtyFields: Record<ElementRoot, Map<string, DirtyFields>> = {
    nodes: new Map(),
    links: new Map(),
  };
  #boardLags = true;
  #pending: Uint8Array[] = [];
  readonly #clientIdOwners = new Set<unknown>();
  readonly #snapshot = new EncodedDoc(() => Y.encodeStateAsUpdate(this.doc));
  /** Whether nothing has ever been drained: then the first update is the whole doc. */
  #isBlank: boolean;
  /** What is to be kept beside the doc, by a number that grows with every change of it. */
  #keptRow: number;
  readonly #dirty: (view: View) => void;

  constructor({ board, viewpoint, row, updates, newName, dirty = () => {} }: ViewOptions) {
    this.viewpoint = viewpoint;
    this.#board = board;
    this.#dirty = dirty;
    this.idAliases = new IdAliases(row.aliases, newName);
    this.epoch = row.epoch;
    this.writer = row.writer;
    this.retired = new Set(row.retired);
    this.startsOver = row.startsOver === true;
    this.clientIdOwners = new ClientIdOwners(row.writers);
    this.#keptRow = updates.length === 0 ? -1 : this.idAliases.changes;
    this.visibility = viewpointVisibility(board.graph, viewpoint);
    const doc = this.#bareDoc;
    this.#roots = { nodes: doc.getMap('nodes'), links: doc.getMap('links') };
    doc.getMap('board');
    if (updates.length > 0) Y.applyUpdate(doc, Y.mergeUpdates([...updates]), SERVER);
    // Only now: yjs changes a client id that an applied update also writes under.
    doc.clientID = row.writer;
    this.#isBlank = updates.length === 0;
    const [whole] = updates;
    if (whole !== undefined && updates.length === 1) this.#snapshot.set(whole);
    doc.on('update', (update: Uint8Array, origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
      if (origin === SETTLING) return;
      this.#snapshot.changed(update, transaction);
      this.#tell(update, origin);
    });
  }

  get doc(): Y.Doc {
    this.#pendingMoves.settle(SETTLING);
    return this.#bareDoc;
  }

  /** Whether an author may write under a client id: nobody else's, and never the server's. */
  mayWriteAs(client: number, author: ClientIdOwner): boolean {
    if (client === this.writer || this.retired.has(client)) return false;
    return this.clientIdOwners.mayUse(client, { author, isUsed: this.#pendingMoves.clockOf(client) > 0 });
  }

  shows(id: ElementId): boolean {
    return this.shown.has(id);
  }

  /** Marks an element as possibly different in the doc, with the way its text got there where it is known. */
  mark(id: ElementId, text?: { field: Field; delta: TextDelta }): void {
    const name = this.idAliases.of(id);
    const { nodes, links } = this.#board.graph;
    if (!links.has(id as LinkId)) this.markName('nodes', name, text);
    if (!nodes.has(id as NodeId)) this.markName('links', name, text);
  }

  markName(root: ElementRoot, name: string, text?: { field: Field; delta: TextDelta }): void {
    this.#dirty(this);
    let dirtyFields = this.#dirtyFields[root].get(name);
    if (dirtyFields === undefined) {
      dirtyFields = { deltas: new Map() };
      this.#dirtyFields[root].set(name, dirtyFields);
    }
    if (text === undefined) return;
    const known = dirtyFields.deltas.get(text.field);
    if (known === undefined) dirtyFields.deltas.set(text.field, [text.delta]);
    else known.push(text.delta);
  }

  markBoard(): void {
    this.#dirty(this);
    this.#boardLags = true;
  }

  /** Marks whatever the doc holds and whatever it should hold: for a doc that was not followed for a while. */
  markAll(): void {
    this.markBoard();
    for (const root of ['nodes', 'links'] as const) {
      for (const name of this.#roots[root].keys()) this.markName(root, name);
    }
    for (const id of this.shown.keys()) this.mark(id);
  }

  /** Brings the doc up to the board, in one transaction at most. Writes nothing where nothing differs. */
  catchUp(): void {
    const { nodes, links } = this.#dirtyFields;
    if (nodes.size + links.size === 0 && !this.#boardLags) return;
    // A transaction costs more than to see what there is to write: after most edits of one's own nothing, and
    // after most of others' only where something stands.
    const moved = this.#boardLags ? null : this.#movedSince();
    if (moved === null || !this.#move(moved)) {
      this.doc.transact(() => {
        if (this.#boardLags) this.#writeBoard();
        this.#boardLags = false;
        for (const name of [...nodes.keys()].sort()) this.#writeElement('nodes', name);
        for (const name of [...links.keys()].sort()) this.#writeElement('links', name);
      }, SERVER);
    }
    nodes.clear();
    links.clear();
  }

  /**
   * Applies a client's update, if it is sound, and says what it did; otherwise says why not. Names it touched
   * are marked, so that what is not allowed is set back.
   */
  take(update: Uint8Array, sender: { readonly principal: ClientIdOwner }): Edit[] | UpdateRejection {
    const { principal: author } = sender;
    const moves = this.#takeMoves(update, sender);
    if (moves !== null) return moves;
    const verdict = inspect(update, {
      doc: this.doc,
      mayWriteAs: (client) => this.mayWriteAs(client, author),
    });
    if (!verdict.ok) return { violation: verdict.why, isIncomplete: verdict.isIncomplete };
    const newIds = [...verdict.writers].filter((client) => !this.clientIdOwners.isKnown(client, author));
    if (newIds.length > 0 && !this.clientIdOwners.hasRoomFor(newIds.length, author))
      return { violation: 'more client ids than a session has', isIncomplete: false };
    for (const client of newIds) this.clientIdOwners.writes(client, author);
    this.catchUp();
    const edits = collectEdits(this.doc, () => Y.applyUpdate(this.doc, update, sender));
    if (verdict.claims.length > 0) this.doc.transact(() => repairTexts(this.doc, verdict.claims), SERVER);
    for (const edit of edits) {
      if (edit.type === 'board') this.markBoard();
      else this.markName(edit.root, edit.name);
    }
    return edits;
  }

  /** The fields of a visible element, texts as strings; null when it is not visible. */
  projection(id: ElementId): Projection | null {
    const access = this.shown.get(id);
    const element = this.#board.graph.get(id);
    if (access === undefined || element === undefined) return null;
    return project(element, access, {
      graph: this.#board.graph,
      scope: this.visibility.scope,
      idAliases: this.idAliases,
    });
  }

  /** What happened to the doc since the last call; null when nothing did. */
  drain(): Drained | null {
    const updates = this.#pending;
    if (updates.length === 0) return null;
    const update = mergeUpdates(updates);
    if (this.#isBlank && updates.length === 1) this.#snapshot.set(update);
    this.#isBlank = false;
    const [author] = this.#clientIdOwners;
    const soleAuthor = this.#clientIdOwners.size === 1 && author !== SERVER ? author : null;
    this.#pending = [];
    this.#clientIdOwners.clear();
    return { update, soleAuthor };
  }

  /** Whether something happened that has not been drained yet. */
  get hasNews(): boolean {
    const isDirty = this.#dirtyFields.nodes.size + this.#dirtyFields.links.size > 0 || this.#boardLags;
    return isDirty || this.#pending.length > 0;
  }

  /** How much the server has written in this epoch. */
  get clock(): number {
    return this.#pendingMoves.clockOf(this.writer);
  }

  encodeState(): Uint8Array {
    return this.#pendingMoves.encodeState();
  }

  /** What a client lacks whose encoded state vector is given. */
  encodeSince(state: Uint8Array): Uint8Array {
    return Y.encodeStateAsUpdate(this.doc, state);
  }

  /** The whole doc as one update. */
  encode(): Uint8Array {
    return this.#snapshot.bytes;
  }

  /** The same in two parts, which costs less while people are moving things. */
  get whole(): EncodedState {
    return this.#snapshot.whole;
  }

  /** The row to keep, when it is not the one kept last. */
  changedRow(): ViewRow | null {
    const changes = this.idAliases.changes + this.clientIdOwners.changes;
    if (changes === this.#keptRow) return null;
    this.#keptRow = changes;
    return {
      epoch: this.epoch,
      writer: this.writer,
      retired: [...this.retired],
      ...(this.startsOver && { startsOver: true }),
      aliases: this.idAliases.entries(),
      writers: this.clientIdOwners.entries(),
    };
  }

  #tell(update: Uint8Array, author: unknown): void {
    this.#pending.push(update);
    this.#clientIdOwners.add(author);
    this.#dirty(this);
  }

  /**
   * Takes what only moves nodes without asking Yjs, which need not be told at once. Null for all else: also for
   * moves that do not come simply after what they move, which Yjs has to put in order.
   */
  #takeMoves(update: Uint8Array, sender: { readonly principal: ClientIdOwner }): Edit[] | null {
    const moves = readMoves(update);
    if (moves === null || !this.clientIdOwners.isKnown(moves.client, sender.principal)) return null;
    if (!this.mayWriteAs(moves.client, sender.principal)) return null;
    this.catchUp();
    const followed = this.#pendingMoves.follow(moves);
    if (followed === null) return null;
    this.#tellMoves(followed.update, sender);
    return followed.moved.map(({ name, field, value }) => {
      this.markName('nodes', name);
      return { type: 'set', root: 'nodes', name, field, value };
    });
  }

  /** False, and nothing is done, where the doc has nothing to move. */
  #move(moved: readonly Moved[]): boolean {
    if (moved.length === 0) return true;
    const update = this.#pendingMoves.move(moved, this.writer);
    if (update !== null) this.#tellMoves(update, SERVER);
    return update !== null;
  }

  #tellMoves(update: Uint8Array, author: unknown): void {
    this.#snapshot.moved(update);
    this.#tell(update, author);
    if (this.#pendingMoves.isFull) this.#pendingMoves.settle(SETTLING);
  }

  #writeBoard(): void {
    const map = this.#bareDoc.getMap('board');
    const { title, policy, isLocked, timer } = this.#board;
    writeField(map, 'title', title);
    writeField(map, 'policy', this.viewpoint === 'facilitator' ? policy : undefined);
    writeField(map, 'locked', isLocked ? true : undefined);
    writeField(map, 'timer', timer ?? undefined);
  }

  /**
   * What lags, where it is no more than where nodes stand and how large they are; null where it is more, or where
   * so much lags that to look at it twice would cost more.
   */
  #movedSince(): Moved[] | null {
    const { nodes, links } = this.#dirtyFields;
    if (nodes.size + links.size > FEW_ELEMENTS) return null;
    const moved: Moved[] = [];
    for (const name of links.keys()) if (this.#differences('links', name)?.length !== 0) return null;
    for (const name of [...nodes.keys()].sort()) {
      const differences = this.#differences('nodes', name);
      if (differences === null) return null;
      for (const [field, value] of differences) {
        if (!isMovingField(field) || value === undefined) return null;
        moved.push({ name, field, value: value as Numbers });
      }
    }
    return moved;
  }

  /** Where the doc lags, and what it should hold there; null where a whole element does, or a text whose way is known. */
  #differences(root: ElementRoot, name: string): [Field, unknown][] | null {
    const map = this.#roots[root];
    const projection = this.#due(root, name);
    if (projection === null) return map.has(name) ? null : [];
    if ((this.#dirtyFields[root].get(name)?.deltas.size ?? 0) > 0) return null;
    const fields = differing(map.get(name), { projection, newest: this.#newest });
    return fields?.map((field) => [field, projection[field]]) ?? null;
  }

  readonly #newest: Newest = (element, field) =>
    (isMovingField(field) ? this.#pendingMoves.valueOf(element, field) : undefined) ?? element.get(field);

  /** What the doc should hold under a name; null when nothing. */
  #due(root: ElementRoot, name: string): Projection | null {
    const id = this.idAliases.boardId(name);
    const { graph } = this.#board;
    const isHere = root === 'nodes' ? graph.nodes.has(id as NodeId) : graph.links.has(id as LinkId);
    return isHere && this.idAliases.of(id) === name ? this.projection(id) : null;
  }

  #writeElement(root: ElementRoot, name: string): void {
    const map = this.#roots[root];
    const projection = this.#due(root, name);
    if (projection === null) {
      if (map.has(name)) map.delete(name);
      return;
    }
    write(map, { name, projection, deltas: this.#dirtyFields[root].get(name)?.deltas ?? new Map() });
  }
}

/** Sets a field where it differs; undefined takes it away. */
function writeField(map: Y.Map<unknown>, field: BoardField, value: unknown): void {
  if (value === undefined) {
    if (map.has(field)) map.delete(field);
  } else if (!equalityDeep(map.get(field), value)) map.set(field, value);
}

/** What a view is made of: what was kept of it, or a new beginning. */
export function firstRow(writer: number): ViewRow {
  return { epoch: 1, writer, retired: [], aliases: [], writers: [] };
}
