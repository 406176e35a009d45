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
import type { View } from '../view/view.ts';
import type { VisibilityIndex } from '../view/visibilityIndex.ts';
import type { Edit } from '../yjs/edits.ts';
import { elementsOf } from './answers.ts';
import type { RefusedEdit } from './applyEdits.ts';
import { BoardSession } from './boardSession.ts';
import { Broadcaster } from './broadcaster.ts';
import type {
  ConnectionHandle,
  CreateResult,
  Decline,
  ElementsAnswer,
  Principal,
  RoomApi,
  Transport,
} from './connectionHandle.ts';
import { draftEdits } from './drafts.ts';
import { type Incoming, read } from './messages.ts';
import { RoomConnection } from './roomConnection.ts';
import type { RoomDeps, Turn } from './roomDeps.ts';
import type { RoomReport } from './roomReport.ts';
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
  readonly #session: BoardSession;
  readonly #viewCache: ViewCache;
  readonly #broadcaster: Broadcaster;
  readonly #given: RoomDeps;
  /** Rows of the board that could not be read and were set aside. */
  readonly #setAside: number;
  /** Views with something to bring up to date, to keep or to send. */
  readonly #dirty = new Set<View>();
  /** Calls that wait for their work to be durable. */
  #onKept: PendingCommit[] = [];
  #visits = 0;
  #isClosed = false;
  #lastLeft: number;

  constructor(id: BoardId, stored: StoredBoard, given: RoomDeps) {
    this.id = id;
    this.#given = given;
    this.#setAside = stored.setAside ?? 0;
    this.#session = new BoardSession(stored, given.newId);
    this.#broadcaster = new Broadcaster({
      now: given.now,
      after: given.after,
      onNews: () => given.requestTurn(),
    });
    this.#viewCache = new ViewCache({
      board: this.board,
      visibilityIndex: this.visibilityIndex,
      loadView: given.loadView,
      newWriter: given.newWriter,
      newName: given.newId,
      onDirty: (view) => this.#dirty.add(view),
    });
    this.#lastLeft = given.now();
  }

  get board(): Board {
    return this.#session.board;
  }

  get visibilityIndex(): VisibilityIndex {
    return this.#session.visibilityIndex;
  }

  get title(): string {
    return this.board.title;
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  get viewCount(): number {
    return [...this.visibilityIndex.views()].length;
  }

  hasViewpoint(viewpoint: Viewpoint): boolean {
    return this.#session.hasViewpoint(viewpoint);
  }

  async join(principal: Principal, transport: Transport): Promise<ConnectionHandle | null> {
    const view = await this.#view(principal.viewpoint);
    if (view === null) return null;
    const { role, viewpoint } = principal;
    const connection = new RoomConnection({
      principal,
      view,
      transport,
      onFrame: (frame) => this.#receiveFrame(connection, frame),
      onPosted: () => this.#broadcaster.posted(connection),
      onClosed: () => this.#left(connection),
    });
    if (this.#isClosed) {
      connection.close(CLOSE.restarting);
      return connection;
    }
    this.#broadcaster.enter(connection);
    this.#broadcaster.notify(connection, { type: 'welcome', role, viewpoint, limits: LIMITS_TOLD });
    if (this.board.timer !== null) this.#broadcaster.notify(connection, this.#clock);
    if (viewpoint === 'facilitator' && this.#setAside > 0) {
      this.#broadcaster.notify(connection, { type: 'damaged', rows: this.#setAside });
    }
    if (role !== 'facilitator') {
      for (const { to: _, ...word } of this.#session.takeWords(viewpoint)) {
        this.#broadcaster.notify(connection, { type: 'declined', ...word });
      }
    }
    this.#stir(view);
    return connection;
  }

  async elements(viewpoint: Viewpoint): Promise<ElementsAnswer | null> {
    const view = await this.#view(viewpoint);
    return view === null ? null : elementsOf(this.board, view);
  }

  async visibility(viewpoint: Viewpoint): Promise<Record<ElementId, readonly string[]> | null> {
    if (!this.hasViewpoint(viewpoint)) return null;
    return Object.fromEntries(visibility(this.board.graph, viewpoint));
  }

  async create(principal: Principal, drafts: { nodes: unknown; links: unknown }): Promise<CreateResult> {
    const { edits, malformed } = draftEdits(drafts);
    const view = await this.#view(principal.viewpoint);
    if (view === null) throw new RangeError('There is no such viewpoint.');
    view.catchUp();
    const isShown = (name: string) => view.shows(view.idAliases.boardId(name));
    const taken = edits.filter(({ name }) => isShown(name));
    const fresh = edits.filter((edit) => !taken.includes(edit));
    const refused = [...malformed, ...this.#perform(fresh, { view, principal })];
    for (const { name } of taken) refused.push({ name, reason: 'invalid' });
    for (const { root, name } of fresh) view.markName(root, name);
    const created = fresh.filter(({ name }) => isShown(name)).map(({ name }) => name);
    await this.#kept();
    const reasons = new Map(refused.map(({ name, reason }) => [name ?? '', reason]));
    return { created, refused: [...reasons].map(([id, reason]) => ({ id, reason })) };
  }

  /** Drawings that nobody confirmed go into the bin, and their owners are told why. Resolves once it is kept. */
  async decline(principal: Principal, { elements, word }: Decline): Promise<void> {
    const at = this.#given.now();
    const { declined, vanished } = this.#session.decline(elements, { principal, at });
    for (const { to, drawings } of declined) {
      if (drawings.length === 0) continue;
      const here = this.#broadcaster.participantsAt(to);
      for (const connection of here)
        this.#broadcaster.notify(connection, { type: 'declined', drawings, word, at });
      if (here.length === 0) this.#session.keepWord({ to, drawings, word, at });
    }
    this.#dismissVanished(vanished);
    await this.#kept();
  }

  call(principal: Principal, elements: readonly ElementId[]): void {
    const { nodes } = this.board.graph;
    const called = new Set(elements.filter((id) => nodes.has(id as NodeId)) as NodeId[]);
    this.#broadcaster.callTo([...called], principal);
    this.#given.requestTurn();
  }

  lowerHand(client: number): boolean {
    return this.#broadcaster.lowerHand(client);
  }

  sessionsHere(): ReadonlySet<string> {
    return this.#broadcaster.sessions();
  }

  dismiss(who: (principal: Principal) => boolean, code: CloseCode): void {
    this.#broadcaster.dismiss(who, code);
  }

  /** Somebody is coming. */
  touch(): void {
    this.#lastLeft = this.#given.now();
  }

  /** Whether nobody has been here for a while, so that the room can be put away. */
  isIdle(): boolean {
    const isEmpty = this.#broadcaster.size === 0 && this.#visits === 0;
    return isEmpty && this.#given.now() - this.#lastLeft > VIEW_IDLE_MS;
  }

  /** Closes views that have had no reader for a while. */
  evictIdleViews(): void {
    this.#viewCache.evictIdle(this.#given.now() - VIEW_IDLE_MS, (view) => this.#broadcaster.hasReader(view));
  }

  /** What the room holds now, for inspection; changes nothing. */
  report(): RoomReport {
    const connections = [...this.#broadcaster.connections];
    const views = [...this.visibilityIndex.views()].map((view) => {
      const { snapshot, log } = this.#viewCache.bytesOf(view);
      return {
        viewpoint: view.viewpoint,
        epoch: view.epoch,
        writer: view.doc.clientId,
        elements: view.shown.size,
        readers: connections.filter((connection) => connection.view === view).length,
        isDirty: this.#dirty.has(view),
        dirtyElements: view.dirtyCount,
        snapshotBytes: snapshot,
        logBytes: log,
      };
    });
    const { nodes, links } = this.board.graph;
    return {
      board: this.id,
      nodes: nodes.size,
      links: links.size,
      connections: connections.map((connection) => connection.report()),
      views,
    };
  }

  /** Brings every doc up to the board and gathers what there is to keep and to send. */
  collect(): Turn {
    this.#broadcaster.postAwareness();
    const views = [...this.#dirty].flatMap((view) => {
      view.catchUp();
      const drained = view.drain();
      this.#broadcaster.postUpdates(view, drained);
      return this.#viewCache.keep(view, drained) ?? [];
    });
    this.#dirty.clear();
    const commit = this.#session.close(this.id, views);
    const outgoing = this.#broadcaster.takeOutgoing();
    const onKept = this.#onKept;
    this.#onKept = [];
    return {
      commit,
      deliver() {
        for (const { connection, frames } of outgoing) connection.deliver(frames);
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
    this.#broadcaster.stop();
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
      const view = await this.#viewCache.open(viewpoint, this.#given.now());
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
    this.#dirty.add(view);
    this.#given.requestTurn();
  }

  /** A fault of ours must not take other boards along: this one is given up, and starts again from the store. */
  #receiveFrame(connection: RoomConnection, frame: Uint8Array): void {
    try {
      const message = read(frame);
      if (message === null) this.#eject(connection, 'a frame that makes no sense');
      else this.#receive(connection, message);
    } catch (cause) {
      this.#given.onFault(cause);
    }
  }

  #receive(connection: RoomConnection, message: Incoming): void {
    switch (message.type) {
      case 'step1':
        return this.#receiveState(connection, message);
      case 'update':
        this.#receiveUpdate(connection, message.update);
        if (message.answers)
          for (const update of connection.sync.release()) this.#receiveUpdate(connection, update);
        return;
      case 'presence':
        return this.#broadcaster.hearAwareness(connection, message.entries);
      case 'query':
        this.#broadcaster.greet(connection);
        this.#given.requestTurn();
    }
  }

  #receiveState(
    connection: RoomConnection,
    { state, encodedState }: Extract<Incoming, { type: 'step1' }>,
  ): void {
    if (isFromAnotherDoc(state, connection.view)) return connection.close(CLOSE.renewed);
    connection.sync.ask(state.size === 0 ? 'the beginning' : encodedState);
    this.#stir(connection.view);
  }

  #receiveUpdate(connection: RoomConnection, update: Uint8Array): void {
    const { principal, view, isOpen } = connection;
    if (!isOpen) return;
    const taken = view.take(update, connection);
    if (!taken.ok) {
      if (taken.error.isIncomplete && connection.sync.hold(update)) return;
      return this.#eject(connection, taken.error.violation);
    }
    const edits = taken.value;
    connection.sync.written();
    this.#stir(view);
    if (edits.length === 0) return;
    const refused = this.#perform(edits, { view, principal });
    if (refused.length === 0) return;
    for (const [reason, elements] of byReason(refused)) {
      this.#broadcaster.notify(connection, { type: 'refused', elements, reason });
    }
  }

  #perform(edits: readonly Edit[], who: { view: View; principal: Principal }): readonly RefusedEdit[] {
    const { refused, vanished, isTimed } = this.#session.perform(edits, { ...who, at: this.#given.now() });
    this.#given.meter?.edited(edits.length);
    for (const { reason } of refused) this.#given.meter?.refused(reason);
    this.#dismissVanished(vanished);
    if (isTimed) this.#broadcaster.notifyAll(this.#clock);
    return refused;
  }

  /** What time it is here: pages whose clock is wrong show the timer right all the same. */
  get #clock(): Notice {
    return { type: 'clock', now: this.#given.now() };
  }

  /** A viewpoint that was deleted has no view any more: who held it is told as if it never was. */
  #dismissVanished(vanished: readonly Viewpoint[]): void {
    for (const viewpoint of vanished) {
      this.dismiss((principal) => principal.viewpoint === viewpoint, CLOSE.notFound);
    }
  }

  #eject(connection: RoomConnection, why: string): void {
    this.#given.onViolation?.(why);
    connection.close(CLOSE.malformed);
  }

  #left(connection: RoomConnection): void {
    if (!this.#broadcaster.leave(connection)) return;
    this.#lastLeft = this.#given.now();
    this.#viewCache.touch(connection.view, this.#lastLeft);
  }
}

/** Whether a client's state names a doc this view has replaced, or one that is ahead of it. */
function isFromAnotherDoc(state: ReadonlyMap<number, number>, { doc, startsOver }: View): boolean {
  if (startsOver && state.size > 0 && !state.has(doc.clientId)) return true;
  for (const [client, clock] of state) {
    if (doc.retired.has(client)) return true;
    if (client === doc.clientId && clock > doc.clock) return true;
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
