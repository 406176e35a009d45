/**
 * An open board with its views and connections. An edit travels: receive → gate → apply to the view → perform on the
 * board → find anew what each view shows; and once for each turn of the event loop: project into the docs → commit →
 * deliver. Nothing is delivered that is not durable.
 *
 * A room knows no sockets and no database: transports carry its frames, and the `TurnScheduler` commits its work. It
 * is long because every way in and out of a board meets here; what each does is in the files it calls.
 */
import { CLOSE, type CloseCode } from '../../shared/closeCodes.ts';
import type { BoardId, ElementId, Viewpoint } from '../../shared/model/ids.ts';
import { LIMITS } from '../../shared/model/limits.ts';
import { type Notice, type Refusal, WIRE_LIMITS } from '../../shared/protocol.ts';
import { visibility } from '../../shared/visibility/viewpointVisibility.ts';
import type { Board } from '../board/board.ts';
import type { StoredBoard } from '../store/store.ts';
import type { View } from '../view/view.ts';
import type { VisibilityIndex } from '../view/visibilityIndex.ts';
import type { Edit } from '../yjs/edits.ts';
import type { RefusedEdit } from './applyEdits.ts';
import { BoardSession } from './boardSession.ts';
import { Broadcaster } from './broadcaster.ts';
import type { ConnectionHandle, Transport } from './connectionHandle.ts';
import { draftEdits } from './drafts.ts';
import { elementsOf } from './elementsAnswer.ts';
import { type Incoming, read } from './messages.ts';
import type { Principal } from './principal.ts';
import type { CreateResult, Decline, ElementsAnswer, RoomApi } from './roomApi.ts';
import { RoomConnection } from './roomConnection.ts';
import type { RoomDeps, Turn } from './roomDeps.ts';
import type { RoomReport } from './roomReport.ts';
import { ViewCache } from './viewCache.ts';

/** How long a view stays ready after its last reader has left. */
export const VIEW_IDLE_MS = 30_000;

const WELCOME_LIMITS = { ...LIMITS, frameBytes: WIRE_LIMITS.frameBytes };

interface PendingCommit {
  resolve(): void;
  reject(cause: Error): void;
}

export class Room implements RoomApi {
  readonly id: BoardId;
  readonly #session: BoardSession;
  readonly #viewCache: ViewCache;
  readonly #broadcaster: Broadcaster;
  readonly #deps: RoomDeps;
  /** Rows of the board that could not be read and were set aside. */
  readonly #setAside: number;
  /** Views with something to bring up to date, to store or to send. */
  readonly #dirty = new Set<View>();
  /** Who wrote since the last turn, and how many edits. */
  readonly #wrote = new Map<RoomConnection, number>();
  /** Calls that resolve once their work is durable. */
  #pendingCommits: PendingCommit[] = [];
  /** Views that are being opened for a caller. */
  #openingViews = 0;
  #isClosed = false;
  /** When the room was last entered, left or asked for; in milliseconds since 1970. */
  #lastActiveAt: number;

  constructor(id: BoardId, stored: StoredBoard, deps: RoomDeps) {
    this.id = id;
    this.#deps = deps;
    this.#setAside = stored.setAside ?? 0;
    this.#session = new BoardSession(stored, deps.newId);
    this.#broadcaster = new Broadcaster({
      now: deps.now,
      after: deps.after,
      onNews: () => deps.requestTurn(),
    });
    this.#viewCache = new ViewCache({
      board: this.board,
      visibilityIndex: this.visibilityIndex,
      loadView: deps.loadView,
      newWriter: deps.newWriter,
      newName: deps.newId,
      onDirty: (view) => this.#dirty.add(view),
    });
    this.#lastActiveAt = deps.now();
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
    this.#broadcaster.notify(connection, { type: 'welcome', role, viewpoint, limits: WELCOME_LIMITS });
    if (this.board.timer !== null) this.#broadcaster.notify(connection, this.#clockNotice);
    if (viewpoint === 'facilitator' && this.#setAside > 0) {
      this.#broadcaster.notify(connection, { type: 'damaged', rows: this.#setAside });
    }
    if (role !== 'facilitator') {
      for (const { to: _, ...notice } of this.#session.takeNotices(viewpoint)) {
        this.#broadcaster.notify(connection, { type: 'declined', ...notice });
      }
    }
    this.#markDirty(view);
    return connection;
  }

  async elements(viewpoint: Viewpoint): Promise<ElementsAnswer | null> {
    const view = await this.#view(viewpoint);
    if (view === null) return null;
    const answer = elementsOf(this.board, view);
    await this.saved();
    return answer;
  }

  /** Resolves once everything that can be read of the board now is durable. */
  saved(): Promise<void> {
    return this.#committed();
  }

  async visibility(viewpoint: Viewpoint): Promise<Record<ElementId, readonly string[]> | null> {
    if (!this.hasViewpoint(viewpoint)) return null;
    const answer = Object.fromEntries(visibility(this.board.graph, viewpoint));
    await this.saved();
    return answer;
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
    await this.#committed();
    const reasons = new Map(refused.map(({ name, reason }) => [name ?? '', reason]));
    return { created, refused: [...reasons].map(([id, reason]) => ({ id, reason })) };
  }

  /** Unconfirmed drawings go into the bin, and their owners are told why. Resolves once that is durable. */
  async decline(principal: Principal, { elements, word }: Decline): Promise<void> {
    const at = this.#deps.now();
    const { declined, vanished } = this.#session.decline(elements, { principal, at });
    for (const { to, drawings } of declined) {
      if (drawings.length === 0) continue;
      const here = this.#broadcaster.participantsAt(to);
      for (const connection of here)
        this.#broadcaster.notify(connection, { type: 'declined', drawings, word, at });
      if (here.length === 0) this.#session.keepNotice({ to, drawings, word, at });
    }
    this.#dismissVanished(vanished);
    await this.#committed();
  }

  call(principal: Principal, elements: readonly ElementId[]): void {
    const { graph } = this.board;
    const called = elements.flatMap((id) => graph.node(id)?.id ?? []);
    this.#broadcaster.callTo([...new Set(called)], principal);
    this.#deps.requestTurn();
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

  /** Marks activity: the room does not count as idle for a while. */
  touch(): void {
    this.#lastActiveAt = this.#deps.now();
  }

  /** Whether the room has had no connection and no caller for a while, so that it can be closed. */
  isIdle(): boolean {
    const isEmpty = this.#broadcaster.size === 0 && this.#openingViews === 0;
    return isEmpty && this.#deps.now() - this.#lastActiveAt > VIEW_IDLE_MS;
  }

  /** Closes views that have had no reader for a while. */
  evictIdleViews(): void {
    this.#viewCache.evictIdle(this.#deps.now() - VIEW_IDLE_MS, (view) => this.#broadcaster.hasReader(view));
  }

  /** What the room holds now, for inspection; changes nothing. */
  report(): RoomReport {
    const connections = [...this.#broadcaster.connections];
    const views = [...this.visibilityIndex.views()].map((view) => {
      const { snapshotBytes, logBytes } = this.#viewCache.bytesOf(view);
      return {
        viewpoint: view.viewpoint,
        epoch: view.epoch,
        writer: view.doc.clientId,
        elements: view.shown.size,
        readers: connections.filter((connection) => connection.view === view).length,
        isDirty: this.#dirty.has(view),
        dirtyElements: view.dirtyCount,
        snapshotBytes,
        logBytes,
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

  /** Brings every doc up to the board and gathers what there is to store and to send. */
  collect(): Turn {
    this.#broadcaster.postAwareness();
    let writersMs = 0;
    const views = [...this.#dirty].flatMap((view) => {
      const isNew = this.#viewCache.isNew(view);
      const began = performance.now();
      view.catchUp();
      const drained = view.drain();
      const workMs = performance.now() - began;
      if (isNew) this.#broadcaster.chargeReaders(view, workMs);
      else writersMs += workMs;
      this.#broadcaster.postUpdates(view, drained);
      return this.#viewCache.commitOf(view, drained) ?? [];
    });
    this.#dirty.clear();
    this.#chargeWriters(writersMs);
    for (const view of this.#broadcaster.takeUnanswered()) this.#markDirty(view);
    const commit = this.#session.takeCommit(this.id, views);
    const outgoing = this.#broadcaster.takeOutgoing();
    const pendingCommits = this.#pendingCommits;
    this.#pendingCommits = [];
    return {
      commit,
      deliver() {
        for (const { connection, frames } of outgoing) connection.deliver(frames);
        for (const { resolve } of pendingCommits) resolve();
      },
      fail(cause) {
        for (const { reject } of pendingCommits) reject(cause);
      },
    };
  }

  /** Closes every connection with "restarting": the room cannot go on, or the server stops. */
  close(): void {
    this.#isClosed = true;
    this.#broadcaster.stop();
    this.dismiss(() => true, CLOSE.restarting);
    for (const { reject } of this.#pendingCommits) reject(new Error('The board was closed.'));
    this.#pendingCommits = [];
  }

  /** Opens a view, or answers null: also when its node went while it was being loaded. */
  async #view(viewpoint: Viewpoint): Promise<View | null> {
    if (!this.hasViewpoint(viewpoint)) return null;
    this.touch();
    this.#openingViews += 1;
    try {
      const view = await this.#viewCache.open(viewpoint, this.#deps.now());
      this.#deps.requestTurn();
      return this.hasViewpoint(viewpoint) ? view : null;
    } finally {
      this.#openingViews -= 1;
    }
  }

  /** What it took to bring views up to date is paid for by those whose edits it was, each by the number of them. */
  #chargeWriters(workMs: number): void {
    let edits = 0;
    for (const count of this.#wrote.values()) edits += count;
    for (const [connection, count] of this.#wrote) connection.charge((workMs * count) / edits);
    this.#wrote.clear();
  }

  #committed(): Promise<void> {
    if (this.#isClosed) return Promise.reject(new Error('The board was closed.'));
    return new Promise((resolve, reject) => {
      this.#pendingCommits.push({ resolve, reject });
      this.#deps.requestTurn();
    });
  }

  #markDirty(view: View): void {
    this.#dirty.add(view);
    this.#deps.requestTurn();
  }

  /** A fault of the server's own must not harm other boards: this one is reported, and loaded anew from the store. */
  #receiveFrame(connection: RoomConnection, frame: Uint8Array): void {
    try {
      const message = read(frame);
      if (message === null) this.#rejectFrame(connection, 'a frame that makes no sense');
      else this.#receive(connection, message);
    } catch (cause) {
      this.#deps.onFault(cause);
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
        this.#deps.requestTurn();
    }
  }

  #receiveState(
    connection: RoomConnection,
    { state, encodedState }: Extract<Incoming, { type: 'step1' }>,
  ): void {
    if (isFromAnotherDoc(state, connection.view)) return connection.close(CLOSE.renewed);
    connection.sync.ask(state.size === 0 ? 'the beginning' : encodedState);
    this.#markDirty(connection.view);
  }

  #receiveUpdate(connection: RoomConnection, update: Uint8Array): void {
    const { principal, view, isOpen } = connection;
    if (!isOpen) return;
    const taken = view.take(update, connection);
    if (!taken.ok) {
      if (taken.error.isIncomplete && connection.sync.hold(update)) return;
      return this.#rejectFrame(connection, taken.error.violation);
    }
    const edits = taken.value;
    connection.sync.written();
    this.#markDirty(view);
    this.#wrote.set(connection, (this.#wrote.get(connection) ?? 0) + Math.max(1, edits.length));
    if (edits.length === 0) return;
    const refused = this.#perform(edits, { view, principal });
    if (refused.length === 0) return;
    for (const [reason, elements] of byReason(refused)) {
      this.#broadcaster.notify(connection, { type: 'refused', elements, reason });
    }
  }

  #perform(edits: readonly Edit[], who: { view: View; principal: Principal }): readonly RefusedEdit[] {
    const { refused, vanished, isTimed } = this.#session.perform(edits, { ...who, at: this.#deps.now() });
    this.#deps.meter?.edited(edits.length);
    for (const { reason } of refused) this.#deps.meter?.refused(reason);
    this.#dismissVanished(vanished);
    if (isTimed) this.#broadcaster.notifyAll(this.#clockNotice);
    return refused;
  }

  /** The server's time: with it a page whose clock is wrong shows the timer right all the same. */
  get #clockNotice(): Notice {
    return { type: 'clock', now: this.#deps.now() };
  }

  /** A viewpoint that was deleted has no view any more: its connections are closed as if it had never been. */
  #dismissVanished(vanished: readonly Viewpoint[]): void {
    for (const viewpoint of vanished) {
      this.dismiss((principal) => principal.viewpoint === viewpoint, CLOSE.notFound);
    }
  }

  #rejectFrame(connection: RoomConnection, why: string): void {
    this.#deps.onViolation?.(why);
    connection.close(CLOSE.malformed);
  }

  #left(connection: RoomConnection): void {
    if (!this.#broadcaster.leave(connection)) return;
    this.#lastActiveAt = this.#deps.now();
    this.#viewCache.touch(connection.view, this.#lastActiveAt);
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
