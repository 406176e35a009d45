/**
 * A board with its views and the places taken at it. An edit travels: receive → gate → apply to the view →
 * enact on the board → settle what each view shows; and once for each turn of the event loop: project into the
 * docs → commit → deliver. Nothing is delivered that is not durable.
 *
 * A room knows no sockets and no database: lines carry its frames, and whoever runs its turns keeps its work.
 */
import { CLOSE, type CloseCode } from '../../shared/closeCodes.ts';
import { isLink } from '../../shared/model/element.ts';
import type { BoardId, ElementId, NodeId, Viewpoint } from '../../shared/model/ids.ts';
import { isViewpointKind } from '../../shared/model/kinds.ts';
import { LIMITS } from '../../shared/model/limits.ts';
import { type Notice, type Refusal, WIRE_LIMITS } from '../../shared/protocol.ts';
import { visibility } from '../../shared/visibility/sight.ts';
import { Board } from '../board/board.ts';
import type { BoardCommit, StoredBoard, ViewCommit } from '../store/store.ts';
import type { Edit } from '../view/edits.ts';
import { Outlook } from '../view/outlook.ts';
import type { View } from '../view/view.ts';
import { type DraftEdit, draftEdits } from './drafts.ts';
import { changesOf, type Enacted, enact } from './enact.ts';
import { Ledger } from './ledger.ts';
import { noticeFrame, read, step1Frame, step2Frame, updateFrame } from './messages.ts';
import { Place } from './place.ts';
import { Presences } from './presence.ts';
import type { Attendee, CreateResult, Elements, Hall, Line, Projected, Seat } from './seat.ts';
import { ViewShelf } from './viewShelf.ts';

/** What a room is given instead of reaching for it. */
export interface Surroundings {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Fresh random client ids for the server's own writing, by viewpoint. */
  readonly newWriter: (viewpoint: Viewpoint) => number;
  /** Fresh ids for what cannot be kept under the id it came with. */
  readonly newId: () => NodeId;
  /** Asks for a turn soon: `collect`, keep, then `deliver`. */
  readonly requestTurn: (room: Room) => void;
  /** Runs something after a pause; returns what calls it off. */
  readonly after: (milliseconds: number, run: () => void) => () => void;
  readonly loadView: ConstructorParameters<typeof ViewShelf>[0]['loadView'];
  readonly onViolation?: (why: string) => void;
  /** Told when the room has failed and cannot be trusted any more: it must be closed and loaded again. */
  readonly onFault: (room: Room, cause: unknown) => void;
}

/** What a turn has to keep, and what to do once it is kept, or could not be. */
export interface Turn {
  readonly commit: BoardCommit | null;
  deliver(): void;
  fail(cause: Error): void;
}

interface Waiting {
  resolve(): void;
  reject(cause: Error): void;
}

/** Presence is told at most this often: thirty times a second is smooth. */
const PRESENCE_PAUSE_MS = 33;
/** How long a view stays ready after its last reader has left. */
export const LINGER_MS = 30_000;

const LIMITS_TOLD = { ...LIMITS, frameBytes: WIRE_LIMITS.frameBytes };

export class Room implements Hall {
  readonly id: BoardId;
  readonly board: Board;
  readonly outlook: Outlook;
  readonly #shelf: ViewShelf;
  readonly #places = new Set<Place>();
  /** Views with something to bring up to date, to keep or to send; places with frames waiting. */
  readonly #stirred = new Set<View>();
  readonly #addressed = new Set<Place>();
  readonly #ledger = new Ledger();
  readonly #presences: Presences<Place>;
  readonly #given: Surroundings;
  #presencePause: (() => void) | null = null;
  #onKept: Waiting[] = [];
  #visits = 0;
  #isClosed = false;
  #lastLeft: number;

  constructor(id: BoardId, stored: StoredBoard, given: Surroundings) {
    this.id = id;
    this.#given = given;
    this.board = new Board(stored);
    this.outlook = new Outlook(this.board.graph);
    this.#shelf = new ViewShelf({
      board: this.board,
      outlook: this.outlook,
      loadView: given.loadView,
      newWriter: given.newWriter,
      newName: given.newId,
      stirred: (view) => this.#stirred.add(view),
    });
    this.#presences = new Presences(given.now());
    this.#lastLeft = given.now();
  }

  get title(): string {
    return this.board.title;
  }

  hasViewpoint(viewpoint: Viewpoint): boolean {
    if (viewpoint === 'facilitator' || viewpoint === 'everyone') return true;
    const node = this.board.graph.nodes.get(viewpoint);
    return node !== undefined && isViewpointKind(node.kind);
  }

  async join(attendee: Attendee, line: Line): Promise<Seat | null> {
    const view = await this.#view(attendee.viewpoint);
    if (view === null) return null;
    const place = new Place({
      attendee,
      view,
      line,
      hear: (frame) => this.#hear(place, frame),
      posted: (from) => this.#addressed.add(from),
      left: () => this.#left(place),
    });
    if (this.#isClosed) {
      place.close(CLOSE.restarting);
      return place;
    }
    this.#places.add(place);
    view.authors.arrive(attendee);
    this.#tell(place, {
      type: 'welcome',
      role: attendee.role,
      viewpoint: attendee.viewpoint,
      limits: LIMITS_TOLD,
    });
    place.owesStep1 = true;
    this.#stirred.add(view);
    this.#given.requestTurn(this);
    return place;
  }

  async elements(viewpoint: Viewpoint): Promise<Elements | null> {
    const view = await this.#view(viewpoint);
    if (view === null) return null;
    const nodes: Projected<never>[] = [];
    const links: Projected<never>[] = [];
    for (const id of [...view.shown.keys()].sort()) {
      const element = this.board.graph.get(id);
      const projection = view.projection(id);
      if (element === undefined || projection === null) continue;
      const projected = { id: view.names.of(id), ...projection } as Projected<never>;
      (isLink(element) ? links : nodes).push(projected);
    }
    const { title, policy } = this.board;
    return { title, ...(viewpoint === 'facilitator' && { policy }), nodes, links };
  }

  async visibility(viewpoint: Viewpoint): Promise<Record<ElementId, readonly string[]> | null> {
    if (!this.hasViewpoint(viewpoint)) return null;
    return Object.fromEntries(visibility(this.board.graph, viewpoint));
  }

  async create(attendee: Attendee, drafts: { nodes: unknown; links: unknown }): Promise<CreateResult> {
    const { edits, malformed } = draftEdits(drafts);
    const view = await this.#view(attendee.viewpoint);
    if (view === null) throw new RangeError('There is no such viewpoint.');
    view.catchUp();
    const { refused } = this.#enact(edits, { view, attendee });
    for (const { root, name } of edits) view.markName(root, name);
    await this.#kept();
    const reasons = new Map<string, Refusal>(
      [...malformed, ...refused].map(({ name, reason }) => [name, reason]),
    );
    const isThere = ({ name }: DraftEdit) => view.shows(view.names.boardId(name));
    return {
      created: edits.filter(isThere).map(({ name }) => name),
      refused: [...reasons].map(([id, reason]) => ({ id, reason })),
    };
  }

  dismiss(who: (attendee: Attendee) => boolean, code: CloseCode): void {
    for (const place of [...this.#places]) if (who(place.attendee)) place.close(code);
  }

  /** Somebody is coming. */
  touch(): void {
    this.#lastLeft = this.#given.now();
  }

  /** Whether nobody has been here for a while, so that the room can be put away. */
  isIdle(): boolean {
    return this.#places.size === 0 && this.#visits === 0 && this.#given.now() - this.#lastLeft > LINGER_MS;
  }

  /** Puts away views that nobody has read for a while. */
  tidy(): void {
    this.#shelf.putAway(this.#given.now() - LINGER_MS, (view) =>
      [...this.#places].some((place) => place.view === view),
    );
  }

  /** Brings every doc up to the board and gathers what there is to keep and to send. */
  collect(): Turn {
    this.#tellPresence();
    const views: ViewCommit[] = [];
    const stirred = [...this.#stirred];
    for (const view of stirred) {
      view.catchUp();
      const drained = view.drain();
      const kept = this.#shelf.keep(view, drained);
      if (kept !== null) views.push(kept);
      this.#addressTo(view, drained);
    }
    this.#stirred.clear();
    const { title, policy } = this.board;
    const commit = this.#ledger.close(this.id, { meta: { title, policy }, views });
    const posts = [...this.#addressed].map((place) => ({ place, frames: place.takePosts() }));
    this.#addressed.clear();
    const onKept = this.#onKept;
    this.#onKept = [];
    return {
      commit,
      deliver() {
        for (const { place, frames } of posts) place.deliver(frames);
        for (const { resolve } of onKept) resolve();
      },
      fail(cause) {
        for (const { reject } of onKept) reject(cause);
      },
    };
  }

  /** Everybody out, for now: the room cannot go on, or the server stops. */
  close(): void {
    this.#isClosed = true;
    this.#presencePause?.();
    this.dismiss(() => true, CLOSE.restarting);
    for (const { reject } of this.#onKept) reject(new Error('The board was closed.'));
    this.#onKept = [];
  }

  /** Opens a view, or answers null: also when its node went while it was being loaded. */
  async #view(viewpoint: Viewpoint): Promise<View | null> {
    if (!this.hasViewpoint(viewpoint)) return null;
    this.touch();
    this.#visits += 1;
    try {
      const view = await this.#shelf.open(viewpoint, this.#given.now());
      this.#given.requestTurn(this);
      return this.hasViewpoint(viewpoint) ? view : null;
    } finally {
      this.#visits -= 1;
    }
  }

  #kept(): Promise<void> {
    if (this.#isClosed) return Promise.reject(new Error('The board was closed.'));
    return new Promise((resolve, reject) => {
      this.#onKept.push({ resolve, reject });
      this.#given.requestTurn(this);
    });
  }

  /** A fault of ours must not take other boards along: this one is given up, and starts again from the store. */
  #hear(place: Place, frame: Uint8Array): void {
    try {
      this.#receive(place, frame);
    } catch (cause) {
      this.#given.onFault(this, cause);
    }
  }

  #receive(place: Place, frame: Uint8Array): void {
    const message = read(frame);
    if (message === null) return this.#eject(place, 'a frame that makes no sense');
    switch (message.type) {
      case 'step1':
        return this.#receiveState(place, message);
      case 'update':
        this.#receiveUpdate(place, message.update);
        if (message.answers) for (const update of place.release()) this.#receiveUpdate(place, update);
        return;
      case 'presence':
        if (this.#presences.hear(place, message.entries)) this.#presenceSoon();
        return;
      case 'query':
        this.#presences.greet(place);
        this.#given.requestTurn(this);
    }
  }

  #receiveState(
    place: Place,
    { state, encodedState }: { state: ReadonlyMap<number, number>; encodedState: Uint8Array },
  ): void {
    if (isFromAnotherDoc(state, place.view)) return place.close(CLOSE.renewed);
    place.asksSince = state.size === 0 ? 'the beginning' : encodedState;
    this.#stirred.add(place.view);
    this.#given.requestTurn(this);
  }

  #receiveUpdate(place: Place, update: Uint8Array): void {
    const { attendee, view, isOpen } = place;
    if (!isOpen) return;
    const edits = view.take(update, place);
    if ('violation' in edits) {
      if (edits.isIncomplete && place.hold(update)) return;
      return this.#eject(place, edits.violation);
    }
    place.wasWritten = true;
    this.#stirred.add(view);
    this.#given.requestTurn(this);
    if (edits.length === 0) return;
    const { refused } = this.#enact(edits, { view, attendee });
    for (const [reason, elements] of byReason(refused))
      this.#tell(place, { type: 'refused', elements, reason });
  }

  /** Carries out edits of a view on the board, and lets every view take note. */
  #enact(edits: readonly Edit[], { view, attendee }: { view: View; attendee: Attendee }): Enacted {
    const { board, outlook } = this;
    const now = this.#given.now();
    const enacted = enact(edits, {
      board,
      outlook,
      view,
      role: attendee.role,
      now,
      newId: this.#given.newId,
    });
    const { changed } = enacted;
    const changes = changesOf(enacted);
    const deed = { attendee, at: now };
    this.#ledger.enter(enacted.outcomes, deed);
    const metaFields = (['title', 'policy'] as const).filter((field) => changed[field]);
    if (metaFields.length > 0) this.#ledger.enterMeta(metaFields, deed);
    outlook.settle(changes);
    if (changed.policy) outlook.policyChanged();
    if (changed.title) outlook.titleChanged();
    for (const { before, after } of changes)
      if (after === undefined && before !== undefined) this.#viewpointGone(before.id);
    return enacted;
  }

  /** A viewpoint that was deleted has no view any more: those who held it are told as if it never was. */
  #viewpointGone(id: ElementId): void {
    const view = this.outlook.view(id as NodeId);
    if (view !== undefined && !this.hasViewpoint(id as NodeId)) {
      this.dismiss((attendee) => attendee.viewpoint === id, CLOSE.notFound);
    }
  }

  #addressTo(view: View, drained: ReturnType<View['drain']>): void {
    const frame = drained === null ? null : updateFrame(drained.update);
    for (const place of this.#places) {
      if (place.view !== view) continue;
      if (frame !== null && place.isListening && drained?.soleAuthor !== place) place.post(frame);
      if (place.owesStep1) place.post(step1Frame(view.doc));
      place.owesStep1 = false;
      if (place.asksSince !== null) this.#answer(place, place.asksSince);
      if (place.wasWritten) this.#tell(place, { type: 'saved', state: base64(view.encodeState()) });
      place.wasWritten = false;
    }
  }

  #answer(place: Place, since: Uint8Array | 'the beginning'): void {
    const { view } = place;
    place.post(step2Frame(since === 'the beginning' ? view.encode() : view.encodeSince(since)));
    place.asksSince = null;
    if (!place.isListening) {
      place.isListening = true;
      this.#presences.greet(place);
    }
  }

  #presenceSoon(): void {
    this.#presencePause ??= this.#given.after(PRESENCE_PAUSE_MS, () => {
      this.#presencePause = null;
      if (this.#presences.hasChanged) this.#given.requestTurn(this);
    });
  }

  #tellPresence(): void {
    if (this.#presencePause === null && this.#presences.hasChanged) this.#presences.tell(this.#places);
  }

  #tell(place: Place, notice: Notice): void {
    place.post(noticeFrame(notice));
  }

  #eject(place: Place, why: string): void {
    this.#given.onViolation?.(why);
    place.close(CLOSE.malformed);
  }

  #left(place: Place): void {
    if (!this.#places.delete(place)) return;
    place.view.authors.leave(place.attendee);
    this.#lastLeft = this.#given.now();
    this.#shelf.touch(place.view, this.#lastLeft);
    if (this.#presences.leave(place)) this.#presenceSoon();
  }
}

/** Whether a client's state names a doc this view has replaced, or one that is ahead of it. */
function isFromAnotherDoc(state: ReadonlyMap<number, number>, view: View): boolean {
  for (const [client, clock] of state) {
    if (view.retired.has(client)) return true;
    if (client === view.writer && clock > view.clock) return true;
  }
  return false;
}

function byReason(refused: readonly { name: string; reason: Refusal }[]): Map<Refusal, string[]> {
  const groups = new Map<Refusal, string[]>();
  for (const { name, reason } of refused) {
    const names = groups.get(reason);
    if (names === undefined) groups.set(reason, [name]);
    else names.push(name);
  }
  return groups;
}

function base64(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}
