/**
 * What one viewpoint is sent: which elements it shows, and a doc that holds them. A change of the board only marks
 * what may differ in the doc now (it is dirty); the doc catches up in one transaction, before the next update of a
 * client is applied and before anything is sent. Which elements are shown is decided by `VisibilityIndex`, what
 * becomes of a client's edits by `applyEdits`, and the bytes of the doc are the business of `ViewDoc`.
 */
import { isLink } from '../../shared/model/element.ts';
import type { ElementRoot } from '../../shared/model/fields.ts';
import type { ElementId, Viewpoint } from '../../shared/model/ids.ts';
import type { Result } from '../../shared/model/result.ts';
import type { Access, Field } from '../../shared/protocol.ts';
import {
  type ViewpointVisibility,
  viewpointVisibility,
} from '../../shared/visibility/viewpointVisibility.ts';
import type { Board } from '../board/board.ts';
import type { ViewRow } from '../store/store.ts';
import type {
  BoardFields,
  Edit,
  ElementFields,
  TextDelta,
  TextDeltas,
  UpdateRejection,
} from '../yjs/edits.ts';
import { type DocElement, type DrainedUpdate, type UpdateSender, ViewDoc } from '../yjs/viewDoc.ts';
import { IdAliases } from './idAliases.ts';
import { project } from './projection.ts';

export interface ViewOptions {
  readonly board: Board;
  readonly viewpoint: Viewpoint;
  readonly row: ViewRow;
  /** Updates whose merge is the doc, oldest first; none for a new doc. */
  readonly updates: readonly Uint8Array[];
  readonly newName: () => string;
  /** Told whenever the view has something to bring up to date, to store or to send. */
  readonly onDirty?: (view: View) => void;
}

/** A change of one text of an element, as it was made in another view. */
export interface TextChange {
  readonly field: Field;
  readonly delta: TextDelta;
}

const NO_DELTAS: TextDeltas = new Map();

export class View {
  readonly viewpoint: Viewpoint;
  readonly idAliases: IdAliases;
  readonly doc: ViewDoc;
  /** Counts the docs that this view has had; the server writes in each under a client id of its own. */
  readonly epoch: number;
  /** Which docs came before is not known: a client whose doc lacks this epoch's writer holds an old one. */
  readonly startsOver: boolean;
  /** Kept current by the `VisibilityIndex`, like `shown`. */
  visibility: ViewpointVisibility;
  readonly shown = new Map<ElementId, Access>();

  readonly #board: Board;
  /** Elements that may differ in the doc, by name, with how their texts came to differ where that is known. */
  readonly #dirtyElements: Readonly<Record<ElementRoot, Map<string, Map<Field, TextDelta[]> | null>>> = {
    nodes: new Map(),
    links: new Map(),
  };
  #isBoardDirty = true;
  /** What was last stored beside the doc, as a number that grows with every change of it. */
  #storedRow: number;
  readonly #onDirty: (view: View) => void;

  constructor({ board, viewpoint, row, updates, newName, onDirty = () => {} }: ViewOptions) {
    this.viewpoint = viewpoint;
    this.epoch = row.epoch;
    this.startsOver = row.startsOver === true;
    this.#board = board;
    this.#onDirty = onDirty;
    this.idAliases = new IdAliases(row.aliases, newName);
    this.doc = new ViewDoc({
      clientId: row.writer,
      retired: row.retired,
      owners: row.writers,
      updates,
      onUpdate: () => onDirty(this),
    });
    this.#storedRow = updates.length === 0 ? -1 : this.#rowChanges;
    this.visibility = viewpointVisibility(board.graph, viewpoint);
  }

  shows(id: ElementId): boolean {
    return this.shown.has(id);
  }

  /** The fields of a visible element, texts as strings; null when it is not visible. */
  projection(id: ElementId): ElementFields | null {
    const access = this.shown.get(id);
    const element = this.#board.graph.get(id);
    if (access === undefined || element === undefined) return null;
    return project(element, access, {
      graph: this.#board.graph,
      scope: this.visibility.scope,
      idAliases: this.idAliases,
    });
  }

  /** Marks an element as possibly different in the doc. */
  mark(id: ElementId, text?: TextChange): void {
    const name = this.idAliases.of(id);
    const element = this.#board.graph.get(id);
    // An id does not say what it is of: one that is not on the board any more may be in either root.
    if (element === undefined || !isLink(element)) this.markName('nodes', name, text);
    if (element === undefined || isLink(element)) this.markName('links', name, text);
  }

  /** The same by the element's name in this view. */
  markName(root: ElementRoot, name: string, text?: TextChange): void {
    this.#onDirty(this);
    const dirty = this.#dirtyElements[root];
    const deltas = dirty.get(name);
    if (text === undefined) {
      if (deltas === undefined) dirty.set(name, null);
      return;
    }
    const { field, delta } = text;
    const ofField = deltas?.get(field);
    if (ofField !== undefined) ofField.push(delta);
    else if (deltas != null) deltas.set(field, [delta]);
    else dirty.set(name, new Map([[field, [delta]]]));
  }

  /** Marks the fields of the board itself. */
  markBoard(): void {
    this.#onDirty(this);
    this.#isBoardDirty = true;
  }

  /** Marks everything that the doc holds or should hold: for a doc that was not followed for a while. */
  markAll(): void {
    this.markBoard();
    for (const root of ['nodes', 'links'] as const) {
      for (const name of this.doc.names(root)) this.markName(root, name);
    }
    for (const id of this.shown.keys()) this.mark(id);
  }

  /** Brings the doc up to the board, in one transaction at most. Writes nothing where nothing differs. */
  catchUp(): void {
    const { nodes, links } = this.#dirtyElements;
    if (nodes.size + links.size === 0 && !this.#isBoardDirty) return;
    const elements = [...this.#takeDirty('nodes'), ...this.#takeDirty('links')];
    const board = this.#isBoardDirty ? this.#boardFields() : null;
    this.#isBoardDirty = false;
    this.doc.write({ elements, board });
  }

  /**
   * Applies a client's update, if it is sound, and answers what it did, or why it was not applied. What it touched
   * is marked, so that what is not allowed is set back.
   */
  take(update: Uint8Array, sender: UpdateSender): Result<Edit[], UpdateRejection> {
    const taken = this.doc.take(update, { sender, beforeApplying: () => this.catchUp() });
    if (!taken.ok) return taken;
    for (const edit of taken.value) {
      if (edit.type === 'board') this.markBoard();
      else this.markName(edit.root, edit.name);
    }
    return taken;
  }

  /** What is new in the doc since the last call; null when nothing is. */
  drain(): DrainedUpdate | null {
    return this.doc.drain();
  }

  /** Whether there is something to bring up to date, or to drain. */
  get isDirty(): boolean {
    const { nodes, links } = this.#dirtyElements;
    return nodes.size + links.size > 0 || this.#isBoardDirty || this.doc.hasUndrained;
  }

  /** Elements that may differ in the doc from the board. */
  get dirtyCount(): number {
    const { nodes, links } = this.#dirtyElements;
    return nodes.size + links.size;
  }

  /** What is to be stored beside the doc, when it has changed since the last call. */
  takeChangedRow(): ViewRow | null {
    const changes = this.#rowChanges;
    if (changes === this.#storedRow) return null;
    this.#storedRow = changes;
    return {
      epoch: this.epoch,
      writer: this.doc.clientId,
      retired: [...this.doc.retired],
      ...(this.startsOver && { startsOver: true }),
      aliases: this.idAliases.entries(),
      writers: this.doc.owners.entries(),
    };
  }

  get #rowChanges(): number {
    return this.idAliases.changes + this.doc.owners.changes;
  }

  /** The dirty elements as the doc should hold them, by name; they are dirty no longer. */
  #takeDirty(root: ElementRoot): DocElement[] {
    const dirty = this.#dirtyElements[root];
    const names = [...dirty.keys()];
    if (names.length > 1) names.sort();
    const elements = names.map((name): DocElement => {
      return { root, name, fields: this.#fieldsDue(root, name), deltas: dirty.get(name) ?? NO_DELTAS };
    });
    dirty.clear();
    return elements;
  }

  /** What the doc should hold under a name; null when nothing. */
  #fieldsDue(root: ElementRoot, name: string): ElementFields | null {
    const id = this.idAliases.boardId(name);
    const element = this.#board.graph.get(id);
    if (element === undefined || isLink(element) !== (root === 'links')) return null;
    return this.idAliases.of(id) === name ? this.projection(id) : null;
  }

  #boardFields(): BoardFields {
    const { title, policy, isLocked, timer } = this.#board;
    return {
      title,
      policy: this.viewpoint === 'facilitator' ? policy : undefined,
      locked: isLocked ? true : undefined,
      timer: timer ?? undefined,
    };
  }
}

/** What a view is made of that was never stored. */
export function firstRow(writer: number): ViewRow {
  return { epoch: 1, writer, retired: [], aliases: [], writers: [] };
}
