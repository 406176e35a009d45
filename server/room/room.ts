/**
 * A board with its views and the places taken at it. An edit travels: receive → gate → apply to the view →
 * perform on the board → settle what each view shows; and once for each turn of the event loop: project into
 * the docs → commit → deliver. Nothing is delivered that is not durable.
 *
 * A room knows no sockets and no database: lines carry its frames, and whoever runs its turns keeps its work.
 * It is long because every way in and out of a board meets here; what each does is in the files it calls.
 */
import { CLOSE, type CloseCode } from '../../shared/closeCodes.ts';
import type { BoardId, ElementId, NodeId, Viewpoint } from '../../shared/model/ids.ts';
import { LIMITS } from '../../shared/model/limits.ts';
import { type Notice, type Refusal, WIRE_LIMITS } from '../../shared/protocol.ts';
import { visibility } from '../../shared/visibility/viewpointVisibility.ts';
import type { Board } from '../board/board.ts';
import type { StoredBoard } from '../store/store.ts';
import type { Edit } from '../view/edits.ts';
import type { View } from '../view/view.ts';
import type { VisibilityIndex } from '../view/visibilityIndex.ts';
import { elementsOf } from './answers.ts';
import type { RefusedEdit } from './applyEdits.ts';
import { BoardSession } from './boardSession.ts';
import { Broadcaster } from './broadcaster.ts';
import type { Principal, CreateResult, Decline, ElementsAnswer, RoomApi, Transport, ConnectionHandle } from './connectionHandle.ts';
import { draftEdits } from './drafts.ts';
import { type Incoming, read } from './messages.ts';
import { RoomConnection } from './roomConnection.ts';
import type { RoomDeps, Turn } from './roomDeps.ts';
import { ViewCache } from './viewCache.ts';

/** How long a view stays ready after its last reader has left. */
export const VIEW_IDLE_MS = 30_000;

const LIMITS_TOLD = { ...LIMITS, frameBytes: WIRE_LIMITS.frameBytes };

interface PendingCommit {
  resolve(): void;
  reject(cause: Error): void;
}

export class Room implements RoomApi {
  readonly id: BoardId;
  readonly #master: BoardSession;
  readonly #shelf: ViewCache;
  readonly #gathering: Broadcaster;
  readonly #given: RoomDeps;
  /** Views with something to bring up to date, to keep or to send. */
  readonly #stirred = new Set<View>();
  /** Calls that wait for their work to be durable. */
  #onKept: PendingCommit[] = [];
  #visits = 0;
  #isClosed = false;
  #lastLeft: number;

  constructor(id: BoardId, stored: StoredBoard, given: RoomDeps) {
    this.id = id;
    this.#given = given;
    this.#master = new BoardSession(stored, given.newId);
    this.#gathering = new Broadcaster({
      now: given.now,
      after: given.after,
      onNews: () => given.requestTurn(),
    });
    this.#shelf = new ViewCache({
      board: this.board,
      outlook: this.outlook,
      loadView: given.loadView,
      newWriter: given.newWriter,
      newName: given.newId,
      stirred: (view) => this.#stirred.add(view),
    });
    this.#lastLeft = given.now();
  }

  get board(): Board {
    return this.#master.board;
  }

  get outlook(): VisibilityIndex {
    return this.#master.outlook;
  }

  get title(): string {
    return this.board.title;
  }

  get viewCount(): number {
    return [...this.outlook.views()].length;
  }

  hasViewpoint(viewpoint: Viewpoint): boolean {
    return this.#master.hasViewpoint(viewpoint);
  }

  async join(attendee: Principal, line: Transport): Promise<ConnectionHandle | null> {
    const view = await this.#view(attendee.viewpoint);
    if (view === null) return null;
    const { role, viewpoint } = attendee;
    const place = new RoomConnection({
      attendee,
      view,
      line,
      hear: (frame) => this.#hear(place, frame),
      posted: () => this.#gathering.note(place),
      left: () => this.#left(place),
    });
    if (this.#isClosed) {
      place.close(CLOSE.restarting);
      return place;
    }
    this.#gathering.enter(place);
    this.#gathering.tell(place, { type: 'welcome', role, viewpoint, limits: LIMITS_TOLD });
    if (this.board.timer !== null) this.#gathering.tell(place, this.#clock);
    if (role !== 'facilitator') {
      for (const { to: _, ...word } of this.#master.takeWords(viewpoint)) {
        this.#gathering.tell(place, { type: 'declined', ...word });
      }
    }
    this.#stir(view);
    return place;
  }

  async elements(viewpoint: Viewpoint): Promise<ElementsAnswer | null> {
    const view = await this.#view(viewpoint);
    return view === null ? null : elementsOf(this.board, view);
  }

  async visibility(viewpoint: Viewpoint): Promise<Record<ElementId, readonly string[]> | null> {
    if (!this.hasViewpoint(viewpoint)) return null;
    return Object.fromEntries(visibility(this.board.graph, viewpoint));
  }

  async create(attendee: Principal, drafts: { nodes: unknown; links: unknown }): Promise<CreateResult> {
    const { edits, malformed } = draftEdits(drafts);
    const view = await this.#view(attendee.viewpoint);
    if (view === null) throw new RangeError('There is no such viewpoint.');
    view.catchUp();
    const isShown = (name: string) => view.shows(view.names.boardId(name));
    const taken = edits.filter(({ name }) => isShown(name));
    const fresh = edits.filter((edit) => !taken.includes(edit));
    const refused = [...malformed, ...this.#perform(fresh, { view, attendee })];
    for (const { name } of taken) refused.push({ name, reason: 'invalid' });
    for (const { root, name } of fresh) view.markName(root, name);
    const created = fresh.filter(({ name }) => isShown(name)).map(({ name }) => name);
    await this.#kept();
    const reasons = new Map(refused.map(({ name, reason }) => [name ?? '', reason]));
    return { created, refused: [...reasons].map(([id, reason]) => ({ id, reason })) };
  }

  /** Drawings that nobody confirmed go into the bin, and their owners are told why. Resolves once it is kept. */
  async decline(attendee: Principal, { elements, word }: Decline): Promise<void> {
    const at = this.#given.now();
    const { declined, vanished } = this.#master.decline(elements, { attendee, at });
    for (const { to, drawings } of declined) {
      if (drawings.length === 0) continue;
      const here = this.#gathering.participantsAt(to);
      for (const place of here) this.#gathering.tell(place, { type: 'declined', drawings, word, at });
      if (here.length === 0) this.#master.keepWord({ to, drawings, word, at });
    }
    this.#dismissVanished(vanished);
    await this.#kept();
  }

  call(attendee: Principal, elements: readonly ElementId[]): void {
    const { nodes } = this.board.graph;
    const called = new Set(elements.filter((id) => nodes.has(id as NodeId)) as NodeId[]);
    this.#gathering.callTo([...called], attendee);
    this.#given.requestTurn();
  }

  lowerHand(client: number): boolean {
    return this.#gathering.lowerHand(client);
  }

  sessionsHere(): ReadonlySet<string> {
    return this.#gathering.sessions();
  }

  dismiss(who: (attendee: Principal) => boolean, code: CloseCode): void {
    this.#gathering.dismiss(who, code);
  }

  /** Somebody is coming. */
  touch(): void {
    this.#lastLeft = this.#given.now();
  }

  /** Whether nobody has been here for a while, so that the room can be put away. */
  isIdle(): boolean {
    const isEmpty = this.#gathering.size === 0 && this.#visits === 0;
    return isEmpty && this.#given.now() - this.#lastLeft > VIEW_IDLE_MS;
  }

  /** Puts away views that nobody has read for a while. */
  tidy(): void {
    this.#shelf.putAway(this.#given.now() - VIEW_IDLE_MS, (view) => this.#gathering.isReading(view));
  }

  /** Brings every doc up to the board and gathers what there is to keep and to send. */
  collect(): Turn {
    this.#gathering.tellPresence();
    const views = [...this.#stirred].flatMap((view) => {
      view.catchUp();
      const drained = view.drain();
      this.#gathering.address(view, drained);
      return this.#shelf.keep(view, drained) ?? [];
    });
    this.#stirred.clear();
    const commit = this.#master.close(this.id, views);
    const posts = this.#gathering.takePosts();
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
    this.#gathering.stop();
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
      this.#given.requestTurn();
      return this.hasViewpoint(viewpoint) ? view : null;
    } finally {
      this.#visits -= 1;
    }
  }

  #kept(): Promise<void> {
    if (this.#isClosed) return Promise.reject(new Error('The board was closed.'));
    return new Promise((resolve, reject) => {
      this.#onKept.push({ resolve, reject });
      this.#given.requestTurn();
    });
  }

  #stir(view: View): void {
    this.#stirred.add(view);
    this.#given.requestTurn();
  }

  /** A fault of ours must not take other boards along: this one is given up, and starts again from the store. */
  #hear(place: RoomConnection, frame: Uint8Array): void {
    try {
      const message = read(frame);
      if (message === null) this.#eject(place, 'a frame that makes no sense');
      else this.#receive(place, message);
    } catch (cause) {
      this.#given.onFault(cause);
    }
  }

  #receive(place: RoomConnection, message: Incoming): void {
    switch (message.type) {
      case 'step1':
        return this.#receiveState(place, message);
      case 'update':
        this.#receiveUpdate(place, message.update);
        if (message.answers) for (const update of place.release()) this.#receiveUpdate(place, update);
        return;
      case 'presence':
        return this.#gathering.hearPresence(place, message.entries);
      case 'query':
        this.#gathering.greet(place);
        this.#given.requestTurn();
    }
  }

  #receiveState(place: RoomConnection, { state, encodedState }: Extract<Incoming, { type: 'step1' }>): void {
    if (isFromAnotherDoc(state, place.view)) return place.close(CLOSE.renewed);
    place.asksSince = state.size === 0 ? 'the beginning' : encodedState;
    this.#stir(place.view);
  }

  #receiveUpdate(place: RoomConnection, update: Uint8Array): void {
    const { attendee, view, isOpen } = place;
    if (!isOpen) return;
    const edits = view.take(update, place);
    if ('violation' in edits) {
      if (edits.isIncomplete && place.hold(update)) return;
      return this.#eject(place, edits.violation);
    }
    place.wasWritten = true;
    this.#stir(view);
    if (edits.length === 0) return;
    const refused = this.#perform(edits, { view, attendee });
    if (refused.length === 0) return;
    for (const [reason, elements] of byReason(refused)) {
      this.#gathering.tell(place, { type: 'refused', elements, reason });
    }
  }

  #perform(edits: readonly Edit[], who: { view: View; attendee: Principal }): readonly RefusedEdit[] {
    const { refused, vanished, isTimed } = this.#master.perform(edits, { ...who, at: this.#given.now() });
    this.#given.meter?.edited(edits.length);
    for (const { reason } of refused) this.#given.meter?.refused(reason);
    this.#dismissVanished(vanished);
    if (isTimed) this.#gathering.tellAll(this.#clock);
    return refused;
  }

  /** What time it is here: pages whose clock is wrong show the timer right all the same. */
  get #clock(): Notice {
    return { type: 'clock', now: this.#given.now() };
  }

  /** A viewpoint that was deleted has no view any more: who held it is told as if it never was. */
  #dismissVanished(vanished: readonly Viewpoint[]): void {
    for (const viewpoint of vanished) {
      this.dismiss((attendee) => attendee.viewpoint === viewpoint, CLOSE.notFound);
    }
  }

  #eject(place: RoomConnection, why: string): void {
    this.#given.onViolation?.(why);
    place.close(CLOSE.malformed);
  }

  #left(place: RoomConnection): void {
    if (!this.#gathering.leave(place)) return;
    this.#lastLeft = this.#given.now();
    this.#shelf.touch(place.view, this.#lastLeft);
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

/** The names of what was refused, by reason; a change of the board itself has none. */
function byReason(refused: readonly RefusedEdit[]): Map<Refusal, string[]> {
  const groups = new Map<Refusal, string[]>();
  for (const { name, reason } of refused) {
    const names = groups.get(reason) ?? [];
    if (name !== null) names.push(name);
    groups.set(reason, names);
  }
  return groups;
}
