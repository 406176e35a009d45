/**
 * Applies edits made in a view to the board: each is parsed, judged by rights, and carried out or refused with a
 * reason. What is refused is left for the view to set back. It is one long file, so that everything that a client can
 * do to a board reads from top to bottom.
 */
import { type ElementRecord, isLink } from '../../shared/model/element.ts';
import { fieldNames } from '../../shared/model/fieldLists.ts';
import type { ElementRoot } from '../../shared/model/fields.ts';
import type { ElementId, NodeId, Viewpoint } from '../../shared/model/ids.ts';
import { LIMITS } from '../../shared/model/limits.ts';
import {
  BOARD_FIELDS,
  type BoardField,
  type Field,
  LINK_FIELDS,
  NODE_FIELDS,
  type Refusal,
  type Role,
} from '../../shared/protocol.ts';
import {
  type Actor,
  mayChange,
  mayCreateLink,
  mayCreateNode,
  mayDelete,
  mayEdit,
  mayMakeWith,
  ownerFor,
  type Verdict,
} from '../../shared/rights/rights.ts';
import type { Board, Change, OperationOutcome } from '../board/board.ts';
import type { BinEntry } from '../store/store.ts';
import type { TextChange, View } from '../view/view.ts';
import type { VisibilityIndex } from '../view/visibilityIndex.ts';
import type { Edit, Fields } from '../yjs/edits.ts';
import {
  linkFrom,
  lockedFrom,
  nodeFrom,
  type Parsed,
  policyFrom,
  timerFrom,
  titleFrom,
  withField,
} from './parseFields.ts';

export interface EditContext {
  readonly board: Board;
  readonly visibilityIndex: VisibilityIndex;
  readonly view: View;
  readonly role: Role;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly newId: () => ElementId;
  /** How what a participant deleted comes back; `as-was` where nothing is said. Facilitators get it as it was. */
  readonly restoration?: RestorationMode;
}

/**
 * How an element that a participant deleted comes back under its id. `as-was`: with its owner, audience and links
 * where the participant might delete it today, else like `anew`. `anew`: as if it were drawn now, with those links
 * at it that the participant never saw. `bare`: as if it were drawn now, and nothing else.
 */
export type RestorationMode = 'as-was' | 'anew' | 'bare';

export interface RefusedEdit {
  /** As the view names it; null for the board itself. */
  readonly name: string | null;
  readonly reason: Refusal;
}

export interface EditResult {
  readonly outcomes: OperationOutcome[];
  readonly refused: RefusedEdit[];
  /** Fields of the board itself. */
  readonly changed: Set<BoardField>;
}

/** What the server says of an element: an undone deletion sends it along, and it is ignored. */
const PROJECTED: ReadonlySet<string> = new Set([
  'id',
  ...fieldNames(({ presence }) => presence === 'derived'),
]);

/** What only facilitators may give an element: drawn anew it has none of it. */
const GIVEN_BY_FACILITATORS = fieldNames(
  ({ setBy, presence }) => setBy === 'facilitators' && presence !== 'assigned',
);

export type PutEdit = Extract<Edit, { type: 'put' }>;

/**
 * Applies the edits of one act. Nodes come before the links that need them and changes before deletions, so that
 * each is judged by how things stood when the act was made; a node that must stay keeps its links.
 */
export function applyEdits(edits: readonly Edit[], context: EditContext): EditResult {
  const applier = new EditApplier(context);
  const [only] = edits;
  for (const edit of edits)
    if (edit.type === 'delete' && edit.root === 'nodes') applier.judgeDeletion(edit.name);
  if (only !== undefined && edits.length === 1) applier.apply(only);
  else for (const edit of [...edits].sort((a, b) => rank(a) - rank(b))) applier.apply(edit);
  return applier.result;
}

function rank(edit: Edit): number {
  switch (edit.type) {
    case 'board':
      return 0;
    case 'put':
      return edit.root === 'nodes' ? 1 : 3;
    case 'set':
    case 'text':
      return edit.root === 'nodes' ? 2 : 4;
    case 'delete':
      return edit.root === 'links' ? 5 : 6;
  }
}

class EditApplier {
  readonly result: EditResult = { outcomes: [], refused: [], changed: new Set() };
  readonly #context: EditContext;
  /** Nodes whose deletion will be refused among these edits, and why. */
  readonly #undeletable = new Map<ElementId, Refusal>();
  /** Links that came back with a node in this act and that the view showed before: a put of one changes it. */
  readonly #cameBack = new Set<ElementId>();

  constructor(context: EditContext) {
    this.#context = context;
  }

  /** Judges the deletion of a node before any link of it is gone. */
  judgeDeletion(name: string): void {
    const node = this.#visible('nodes', name);
    const refused = node === null ? null : mayDelete(this.#actor, node);
    if (node !== null && refused !== null) this.#undeletable.set(node.id, refused);
  }

  apply(edit: Edit): void {
    switch (edit.type) {
      case 'board':
        return this.#setBoard(edit.field, edit.value);
      case 'put':
        return this.#put(edit);
      case 'set':
      case 'text': {
        const element = this.#visible(edit.root, edit.name);
        // Not on the board any more: the view sets it back, and there is nothing to refuse.
        if (element === null) return;
        const delta = edit.type === 'text' ? edit.delta : null;
        const refused = this.#setField(element, edit);
        if (refused !== null) this.#refuse(edit.name, refused);
        // It was set, and so is a field.
        else if (delta !== null) this.#passTextOn(element.id, { field: edit.field as Field, delta });
        return;
      }
      case 'delete':
        return this.#delete(edit.root, edit.name);
    }
  }

  get #actor(): Actor {
    const { board, view, role } = this.#context;
    return { graph: board.graph, role, scope: view.visibility.scope, shows: (id) => view.shows(id) };
  }

  #refuse(name: string | null, reason: Refusal): void {
    this.result.refused.push({ name, reason });
  }

  #visible(root: ElementRoot, name: string): ElementRecord | null {
    const { board, view } = this.#context;
    const id = view.idAliases.boardId(name);
    const element = board.graph.get(id);
    if (element === undefined || !view.shows(id)) return null;
    return isLink(element) === (root === 'links') ? element : null;
  }

  #put({ root, name, fields }: PutEdit): void {
    const existing = this.#visible(root, name);
    if (existing !== null) return this.#overwrite(existing, { name, fields });
    const { board, view } = this.#context;
    const taken = this.#visible(root === 'nodes' ? 'links' : 'nodes', name);
    if (taken !== null) return this.#refuse(name, 'invalid');
    const known = view.idAliases.boardId(name);
    const back = this.#cameBack.has(known) ? board.graph.get(known) : undefined;
    if (back !== undefined) return this.#overwrite(back, { name, fields });
    const entry = entryToRestore(this.#context, { root, name });
    if (entry !== null) return this.#bringBack(entry, { root, name, fields });
    const isFree = board.binned(known) === undefined && !board.graph.has(known);
    this.#create(root, { name, id: isFree ? known : this.#context.newId(), fields });
  }

  /** A restoration is judged by the rights of today: as it was, or as if it were drawn now. */
  #bringBack(entry: BinEntry, { root, name, fields }: Omit<PutEdit, 'type'>): void {
    const { element } = entry;
    const mode = this.#context.restoration ?? 'as-was';
    const isFacilitator = this.#context.view.viewpoint === 'facilitator';
    if (isFacilitator || (mode === 'as-was' && mayDelete(this.#actor, element) === null)) {
      return this.#restore(entry, { name, fields });
    }
    const drawn = Object.entries(fields).filter(([field]) => !GIVEN_BY_FACILITATORS.has(field));
    this.#create(root, { name, id: element.id, fields: Object.fromEntries(drawn) });
    const back = this.#context.board.graph.get(element.id);
    if (mode === 'bare' || back === undefined || isLink(back) || back.kind !== element.kind) return;
    const unseen = ({ wasSeen }: BinEntry) => wasSeen === false;
    this.result.outcomes.push(this.#context.board.restoreLinks(back.id, unseen));
  }

  /** What went out of sight with a link counts as seen: whether it may be seen again shows when it is back. */
  #restore({ element, lostWith = [] }: BinEntry, { name, fields }: { name: string; fields: Fields }): void {
    const actor = this.#actor;
    const shows = (id: NodeId) => actor.shows(id) || lostWith.includes(id);
    const refused = isLink(element) ? mayCreateLink({ ...actor, shows }, element) : mayEdit(actor);
    if (refused !== null) return this.#refuse(name, refused);
    const { board, view, visibilityIndex } = this.#context;
    const seesAll = view.viewpoint === 'facilitator';
    const seen = new Set(
      board
        .entriesToRestore(element.id)
        .flatMap(({ id, wasSeen }) => (seesAll || wasSeen === true ? id : [])),
    );
    const outcome = board.restore(element.id);
    this.result.outcomes.push(outcome);
    for (const { id } of outcome.changes) {
      if (id === element.id) visibilityIndex.admit(view, id);
      else if (seen.has(id)) this.#cameBack.add(id);
    }
    this.#overwrite(element, { name, fields });
  }

  #create(root: ElementRoot, made: { name: string; id: ElementId; fields: Fields }): void {
    if (this.#isFull(root)) return this.#refuse(made.name, 'full');
    const { fields, refused } = this.#permitted(made.fields);
    const reason = root === 'nodes' ? this.#createNode(made.id, fields) : this.#createLink(made.id, fields);
    if (reason !== null) return this.#refuse(made.name, reason);
    const { view, visibilityIndex } = this.#context;
    if (made.id !== made.name) view.idAliases.alias(made.name, made.id);
    visibilityIndex.admit(view, made.id);
    if (refused !== null) this.#refuse(made.name, refused);
  }

  /** The fields the maker may set; the rest is dropped and reported. */
  #permitted(fields: Fields): { fields: Record<string, unknown>; refused: Verdict } {
    const kept: Record<string, unknown> = {};
    let refused: Verdict = null;
    for (const [field, value] of Object.entries(fields)) {
      if (PROJECTED.has(field)) continue;
      const verdict = mayMakeWith(this.#actor, field, value);
      if (verdict === null) kept[field] = value;
      else refused = verdict;
    }
    return { fields: kept, refused };
  }

  #createNode(id: ElementId, fields: Fields): Verdict {
    const refused = mayCreateNode(this.#actor);
    if (refused !== null) return refused;
    const made = nodeFrom(fields, { id, ownerOf: (asked) => ownerFor(this.#actor, asked) });
    if (!made.ok) return made.error;
    this.#putOnBoard(made.value);
    return null;
  }

  #createLink(id: ElementId, fields: Fields): Verdict {
    const { idAliases } = this.#context.view;
    const ownerOf = (asked: Viewpoint | undefined) => ownerFor(this.#actor, asked);
    const made = linkFrom(fields, { id, ownerOf, boardId: (name) => idAliases.boardId(name) });
    if (!made.ok) return mayEdit(this.#actor) ?? made.error;
    const refused = mayCreateLink(this.#actor, made.value);
    if (refused !== null) return refused;
    this.#putOnBoard(made.value);
    return null;
  }

  /** A map was put in place of an element's own: fields that differ are set, fields that it lacks stay. */
  #overwrite(element: ElementRecord, { name, fields }: { name: string; fields: Fields }): void {
    let refused: Verdict = null;
    for (const field of isLink(element) ? LINK_FIELDS : NODE_FIELDS) {
      const current = this.#context.board.graph.get(element.id);
      if (current === undefined || !(field in fields) || PROJECTED.has(field)) continue;
      if (this.#isSame(current, { field, value: fields[field] })) continue;
      refused = this.#setField(current, { field, value: fields[field] }) ?? refused;
    }
    if (refused !== null) this.#refuse(name, refused);
  }

  #isSame(element: ElementRecord, { field, value }: { field: Field; value: unknown }): boolean {
    const now: unknown = this.#context.view.projection(element.id)?.[field];
    return JSON.stringify(now) === JSON.stringify(value);
  }

  #setField(element: ElementRecord, { field, value }: { field: string; value: unknown }): Verdict {
    const refused = mayChange(this.#actor, element, field);
    if (refused !== null) return refused;
    const changed = withField(element, { field, value });
    if (!changed.ok) return changed.error;
    this.#putOnBoard(changed.value);
    return null;
  }

  /** Tells the other views how the text changed, so that carets in it stay where they are. */
  #passTextOn(id: ElementId, change: TextChange): void {
    const { visibilityIndex, view } = this.#context;
    for (const other of visibilityIndex.showing(id)) if (other !== view) other.mark(id, change);
  }

  #delete(root: ElementRoot, name: string): void {
    const element = this.#visible(root, name);
    // Gone already, with a node that was its end.
    if (element === null) return;
    const refused = this.#whyKept(element) ?? mayDelete(this.#actor, element);
    if (refused !== null) return this.#refuse(name, refused);
    const { board, view, now } = this.#context;
    this.result.outcomes.push(board.delete({ id: element.id, by: view.viewpoint, at: now }));
  }

  /** Why a link stays: it was to go with a node that must stay. Null where it need not. */
  #whyKept(element: ElementRecord): Verdict {
    if (!isLink(element)) return null;
    return this.#undeletable.get(element.source) ?? this.#undeletable.get(element.target) ?? null;
  }

  #setBoard(field: string, value: unknown): void {
    const { board, role, view } = this.#context;
    const refused = mayEdit(this.#actor);
    if (refused !== null) return this.#refuse(null, refused);
    const isFacilitator = role === 'facilitator' && view.viewpoint === 'facilitator';
    const isOpenToAll = field === 'title' && board.policy.commons;
    if (!isFacilitator && !isOpenToAll) return this.#refuse(null, 'facilitator-only');
    if (!isBoardField(field)) return this.#refuse(null, 'invalid');
    const reason = this.#setBoardField(field, value);
    if (reason !== null) return this.#refuse(null, reason);
    this.result.changed.add(field);
  }

  #setBoardField(field: BoardField, value: unknown): Verdict {
    const { board, now } = this.#context;
    switch (field) {
      case 'title':
        return applyParsed(titleFrom(value), (title) => board.setTitle(title));
      case 'policy':
        return applyParsed(policyFrom(value), (policy) => this.result.outcomes.push(board.setPolicy(policy)));
      case 'locked':
        return applyParsed(lockedFrom(value), (isLocked) => board.setLocked(isLocked));
      case 'timer':
        return applyParsed(timerFrom(value, now), (timer) => board.setTimer(timer));
    }
  }

  /**
   * Counted in what the viewpoint sees, so that the answer says nothing about the rest of the board; the
   * facilitator, who sees all, is told of the whole.
   */
  #isFull(root: ElementRoot): boolean {
    const { board, view } = this.#context;
    if (view.viewpoint !== 'facilitator') return view.shown.size >= LIMITS.nodes + LIMITS.links;
    return root === 'nodes' ? board.graph.nodes.size >= LIMITS.nodes : board.graph.links.size >= LIMITS.links;
  }

  #putOnBoard(element: ElementRecord): void {
    this.result.outcomes.push(this.#context.board.put(element));
  }
}

/** Uses a value that could be read; answers why, where it could not. */
function applyParsed<Value>(parsed: Parsed<Value>, use: (value: Value) => void): Verdict {
  if (!parsed.ok) return parsed.error;
  use(parsed.value);
  return null;
}

function isBoardField(field: string): field is BoardField {
  return (BOARD_FIELDS as readonly string[]).includes(field);
}

/**
 * What a put would bring back from the bin: only the viewpoint that deleted an element, or a facilitator, may; to
 * any other its id is just an id. Null where the put makes something new.
 */
export function entryToRestore(
  { board, view }: Pick<EditContext, 'board' | 'view'>,
  { root, name }: Pick<PutEdit, 'root' | 'name'>,
): BinEntry | null {
  const entry = board.binned(view.idAliases.boardId(name));
  if (entry === undefined || isLink(entry.element) !== (root === 'links')) return null;
  if (view.viewpoint === 'facilitator') return entry;
  // What went with a deletion and was never seen is not the deleter's to ask for: its id may have been guessed.
  const { deletedBy, goneWith, wasSeen = goneWith === null } = entry;
  return view.viewpoint === deletedBy && wasSeen ? entry : null;
}

/** Every record that was changed, in order. */
export function changesOf({ outcomes }: EditResult): Change[] {
  return outcomes.flatMap((outcome) => outcome.changes);
}
