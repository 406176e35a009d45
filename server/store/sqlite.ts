/**
 * The embedded store: one SQLite file in the data directory. Elements, bin entries and view rows are JSON text,
 * one row each; whatever is searched for has a column. Every method is one transaction, and the promise it
 * returns settles when that has been handed to the operating system (see Database for what survives what).
 * Commits of edits go through a journal: what still waits there is added to whatever is read of a board.
 * As long as the contract of a store has methods; what they ask is in statements, what comes back in records.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type ElementRecord, isLink, type NodeRecord } from '../../shared/model/element.ts';
import type { BoardId, ElementId, InviteId, TemplateKey, Viewpoint } from '../../shared/model/ids.ts';
import { errorCode, StartError } from '../startError.ts';
import { Database, type Query, type SqlValue } from './database.ts';
import { Journal } from './journal.ts';
import { entryOf, type JournalEntry, type Sum } from './journalEntry.ts';
import { lockDirectory } from './lock.ts';
import {
  activityOf,
  binEntryOf,
  boardListingOf,
  elementOf,
  idOf,
  inviteOf,
  metaOf,
  sessionOf,
  settingKeyOf,
  settingOf,
  storedTemplateOf,
  templateRowOf,
  updatesOf,
  viewRowOf,
} from './records.ts';
import { type SpoiltRow, SpoiltRows, type SpoiltSource } from './spoiltRows.ts';
import { INVITE_FIELDS, SESSION_FIELDS, SQL } from './statements.ts';
import type {
  ActivityRow,
  BoardCommit,
  BoardListing,
  BoardMeta,
  InviteRow,
  NewBoard,
  NewTemplate,
  SessionRow,
  Store,
  StoredBoard,
  StoredTemplate,
  StoredView,
  TemplateRow,
  ViewCommit,
} from './store.ts';

/** Whatever belongs to one board, besides its own row. */
const TABLES_OF_BOARDS = [
  'elements',
  'bin',
  'activity',
  'views',
  'updates',
  'invites',
  'sessions',
  'templates',
  'spoilt',
] as const;

/** Who did what is kept for the newest so many changes of a board; the oldest go from time to time. */
const MAX_ACTIVITY_ROWS = 10_000;
const TRIM_ACTIVITY_EVERY = 1_000;

/** So many elements of a new board are written at once: a few milliseconds. */
const ELEMENTS_AT_ONCE = 250;
/** Before the board in the key of a setting that says that it is being made. */
const MAKING = 'making ';
const makingKey = (board: BoardId) => `${MAKING}${board}`;

interface RowsOfBoard<Parsed> {
  readonly board: BoardId;
  readonly rows: readonly unknown[];
  readonly parse: (row: unknown) => Parsed;
  /** What finds the row again beside the board; its id or number where nothing is said. */
  readonly key?: (row: unknown) => SqlValue;
}

type Queries = Readonly<Record<keyof typeof SQL, Query>>;

class SqliteStore implements Store {
  readonly #db: Database;
  readonly #query: Queries;
  readonly #unlock: () => void;
  /** Those found to be there, which is looked up once: nothing takes a board or a view away. */
  readonly #boards = new Set<BoardId>();
  readonly #views = new Map<BoardId, Set<Viewpoint>>();
  readonly #journal: Journal;
  readonly #spoilt: SpoiltRows;
  /** Rows of activity added since the oldest were last dropped. */
  readonly #activitySince = new Map<BoardId, number>();

  constructor({
    db,
    unlock,
    onSpoilt,
  }: { db: Database; unlock: () => void; onSpoilt: (line: string) => void }) {
    this.#db = db;
    this.#unlock = unlock;
    this.#spoilt = new SpoiltRows(db, onSpoilt);
    this.#query = Object.fromEntries(
      Object.entries(SQL).map(([name, sql]) => [name, db.query(sql)]),
    ) as unknown as Queries;
    this.#sweepUnmade();
    this.#journal = new Journal({
      db,
      write: (sum) => this.#write(sum),
      clock: () => performance.now(),
      spoilt: this.#spoilt,
    });
  }

  async createBoard(board: NewBoard): Promise<void> {
    const { id, title, policy, created, elements } = board;
    if (this.#query.board.first([id]) !== undefined) throw new RangeError(`There is a board ${id} already.`);
    // Until its row is there the board is not. Many elements come in slices that let others have their turn.
    const first = elements.length > ELEMENTS_AT_ONCE ? await this.#putInSlices(id, elements) : elements;
    await this.#inTransaction(() => {
      this.#query.putBoard.run([id, title, JSON.stringify(policy), stateJson(board), created]);
      for (const element of first) this.#putElement(id, element);
      this.#putInvite(board.invite);
      this.#query.dropSetting.run([makingKey(id)]);
    });
  }

  /** Puts all but the last slice, which it answers. What a crash leaves of it is swept when the store is opened. */
  async #putInSlices(id: BoardId, elements: readonly ElementRecord[]): Promise<readonly ElementRecord[]> {
    await this.putSetting(makingKey(id), '');
    let from = 0;
    for (; from + ELEMENTS_AT_ONCE < elements.length; from += ELEMENTS_AT_ONCE) {
      const slice = elements.slice(from, from + ELEMENTS_AT_ONCE);
      await this.#inTransaction(() => {
        for (const element of slice) this.#putElement(id, element);
      });
      await new Promise((resolve) => setImmediate(resolve));
    }
    return elements.slice(from);
  }

  #sweepUnmade(): void {
    this.#db.transaction(() => {
      for (const row of this.#query.unmade.all([MAKING])) {
        const key = settingKeyOf(row);
        this.#db.query('DELETE FROM elements WHERE board = ?').run([key.slice(MAKING.length)]);
        this.#query.dropSetting.run([key]);
      }
    });
  }

  async hasBoard(board: BoardId): Promise<boolean> {
    return this.#query.board.first([board]) !== undefined;
  }

  async loadBoard(board: BoardId): Promise<StoredBoard | null> {
    const row = this.#query.board.first([board]);
    if (row === undefined) return null;
    const waiting = this.#journal.waiting(board)?.put ?? [];
    const newer = new Set(waiting.map(({ id }) => id));
    const stored = this.#readRows('elements', {
      board,
      rows: this.#query.elements.all([board]),
      parse: elementOf,
    });
    const elements = [...stored.filter(({ id }) => !newer.has(id)), ...waiting];
    const nodes = elements.filter((element): element is NodeRecord => !isLink(element));
    const known = new Set(nodes.map(({ id }) => id));
    // A link whose end was set aside cannot stand on the board: it goes with it.
    const links = elements.filter(isLink).filter((link) => {
      const hasEnds = known.has(link.source) && known.has(link.target);
      if (!hasEnds) {
        const cause = new Error('An end of this link is missing.');
        this.#spoilt.setAside([{ source: 'elements', board, key: [board, link.id], cause }]);
      }
      return hasEnds;
    });
    const bin = this.#readRows('bin', { board, rows: this.#query.bin.all([board]), parse: binEntryOf });
    const setAside = this.#spoilt.count(board);
    return { ...metaOf(row), nodes, links, bin, ...(setAside > 0 && { setAside }) };
  }

  async boards(): Promise<BoardListing[]> {
    return this.#query.boards.all([]).map(boardListingOf);
  }

  async deleteBoard(board: BoardId): Promise<boolean> {
    const deleted = await this.#db.patiently(() => {
      let count = 0;
      this.#journal.settle([board], () => {
        for (const table of TABLES_OF_BOARDS)
          this.#db.query(`DELETE FROM ${table} WHERE board = ?`).run([board]);
        count = this.#db.query('DELETE FROM boards WHERE id = ?').run([board]);
      });
      return count;
    });
    this.#boards.delete(board);
    this.#views.delete(board);
    return deleted > 0;
  }

  async revokeAll({ board, at }: Parameters<Store['revokeAll']>[0]): Promise<void> {
    await this.#inTransaction(() => {
      this.#query.revokeAllInvites.run([at, board]);
      this.#query.dropSessionsAt.run([board]);
    });
  }

  async loadView(board: BoardId, viewpoint: Viewpoint): Promise<StoredView | null> {
    const found = this.#query.view.first([board, viewpoint]);
    if (found === undefined) return null;
    const [row] = this.#readRows('views', { board, rows: [found], parse: viewRowOf, key: () => viewpoint });
    const rows = this.#query.updates.all([board, viewpoint]);
    const stored = this.#readRows('updates', { board, rows, parse: updatesOf });
    // A doc without a part of its history is of no use. None at all is what a spoilt row of the journal leaves.
    if (row === undefined || stored.length < rows.length || rows.length === 0) {
      return { row: row ?? null, updates: [], isBroken: true };
    }
    const newer = this.#journal.waiting(board)?.log(viewpoint)?.updates ?? [];
    return { row, updates: [...stored.flat(), ...newer] };
  }

  async commit(batch: readonly BoardCommit[]): Promise<void> {
    const entries: JournalEntry[] = [];
    for (const commit of batch) {
      const entry = entryOf(commit);
      if (entry === null) return this.#db.patiently(() => this.#commitAtOnce(batch));
      this.#expect(entry);
      entries.push(entry);
    }
    await this.#db.patiently(() => this.#journal.append(entries));
  }

  async activity(board: BoardId, limit: number): Promise<ActivityRow[]> {
    const newest = this.#journal.waiting(board)?.activity.toReversed() ?? [];
    return [...newest, ...this.#query.activity.all([board, limit]).map(activityOf)].slice(0, limit);
  }

  async putTemplate(template: NewTemplate): Promise<void> {
    const { id, board, title, created, size, thumbnail, body } = template;
    const texts = [JSON.stringify(thumbnail), JSON.stringify(body)];
    await this.#run('putTemplate', [id, board, title, created, size, ...texts]);
  }

  async templates(): Promise<TemplateRow[]> {
    return this.#query.templates.all([]).map(templateRowOf);
  }

  async template(id: TemplateKey): Promise<StoredTemplate | null> {
    const row = this.#query.template.first([id]);
    return row === undefined ? null : storedTemplateOf(row);
  }

  async dropTemplate(id: TemplateKey, board?: BoardId): Promise<boolean> {
    const dropped =
      board === undefined ? this.#run('dropAnyTemplate', [id]) : this.#run('dropTemplate', [board, id]);
    return (await dropped) > 0;
  }

  async putInvite(invite: InviteRow): Promise<void> {
    await this.#db.patiently(() => this.#putInvite(invite));
  }

  async invite(board: BoardId, invite: InviteId): Promise<InviteRow | null> {
    const row = this.#query.invite.first([board, invite]);
    return row === undefined ? null : inviteOf(row);
  }

  async invites(board: BoardId): Promise<InviteRow[]> {
    return this.#query.invites.all([board]).map(inviteOf);
  }

  async redeem({ invite, board, generation, session }: Parameters<Store['redeem']>[0]): Promise<boolean> {
    return this.#inTransaction(() => {
      if (this.#query.useInvite.run([session.created, invite, board, generation]) === 0) return false;
      this.#query.putSession.run(SESSION_FIELDS.map((field) => session[field]));
      return true;
    });
  }

  async revoke({ board, invite, at }: Parameters<Store['revoke']>[0]): Promise<boolean> {
    return this.#inTransaction(() => {
      if (this.#query.revokeInvite.run([at, board, invite]) === 0) return false;
      this.#query.dropSessionsOf.run([invite]);
      return true;
    });
  }

  async replaceInvite({ board, invite, expires }: Parameters<Store['replaceInvite']>[0]) {
    return this.#inTransaction(() => {
      if (this.#query.replaceInvite.run([expires, board, invite]) === 0) return null;
      const row = this.#query.invite.first([board, invite]);
      return row === undefined ? null : inviteOf(row);
    });
  }

  async sessions(board: BoardId): Promise<SessionRow[]> {
    return this.#query.sessions.all([board]).map(sessionOf);
  }

  async seeSession(id: string, at: number): Promise<void> {
    await this.#run('seeSession', [at, id]);
  }

  async dropSession(board: BoardId, id: string): Promise<boolean> {
    return (await this.#run('dropSession', [board, id])) > 0;
  }

  async session(id: string): Promise<SessionRow | null> {
    const row = this.#query.session.first([id]);
    return row === undefined ? null : sessionOf(row);
  }

  async dropSessions(before: number): Promise<void> {
    await this.#run('dropSessionsBefore', [before]);
  }

  async setting(key: string): Promise<string | null> {
    const row = this.#query.setting.first([key]);
    return row === undefined ? null : settingOf(row);
  }

  async putSetting(key: string, value: string): Promise<void> {
    await this.#run('putSetting', [key, value]);
  }

  async close(): Promise<void> {
    this.#journal.close();
    await this.#db.close();
    this.#unlock();
  }

  #inTransaction<Result>(work: () => Result): Promise<Result> {
    return this.#db.patiently(() => this.#db.transaction(work));
  }

  /** One statement by itself; answers how many rows changed. */
  #run(name: keyof Queries, values: readonly SqlValue[]): Promise<number> {
    return this.#db.patiently(() => this.#query[name].run(values));
  }

  #commitAtOnce(batch: readonly BoardCommit[]): void {
    const boards = new Set(batch.map(({ board }) => board));
    this.#journal.settle(boards, () => {
      for (const commit of batch) this.#commitBoard(commit);
    });
  }

  /** What the journal may not take in, because it could never be carried over. */
  #expect({ board, appends }: JournalEntry): void {
    this.#expectBoard(board);
    for (const { viewpoint } of appends) this.#expectView(board, viewpoint);
  }

  #write({ board, put, activity, logs }: Sum): void {
    for (const element of put) this.#putElement(board, element);
    this.#putActivity(board, activity);
    for (const { viewpoint, bytes, lengths } of logs) {
      this.#query.putUpdate.run([board, viewpoint, bytes, JSON.stringify(lengths)]);
    }
  }

  #commitBoard(commit: BoardCommit): void {
    const { board } = commit;
    this.#expectBoard(board);
    if (commit.meta !== undefined) {
      const { title, policy } = commit.meta;
      this.#query.putMeta.run([title, JSON.stringify(policy), stateJson(commit.meta), board]);
    }
    for (const id of commit.removed) this.#query.dropElement.run([board, id]);
    for (const element of commit.put) this.#putElement(board, element);
    for (const id of commit.unbinned) this.#query.dropBin.run([board, id]);
    for (const entry of commit.binned) this.#query.putBin.run([board, entry.id, JSON.stringify(entry)]);
    this.#putActivity(board, commit.activity);
    for (const view of commit.views) this.#commitView(board, view);
    for (const [at, ids] of byTime(commit.forgotten ?? [])) {
      const revoked = this.#query.revokeInvitesTo.all([at, board, JSON.stringify(ids)]);
      for (const row of revoked) this.#query.dropSessionsOf.run([idOf(row)]);
    }
  }

  #commitView(board: BoardId, { viewpoint, row, snapshot, append }: ViewCommit): void {
    const key: SqlValue[] = [board, viewpoint];
    if (row !== undefined) this.#query.putView.run([...key, JSON.stringify(row)]);
    else this.#expectView(board, viewpoint);
    if (snapshot !== undefined) {
      this.#query.dropUpdates.run(key);
      this.#query.putUpdate.run([...key, snapshot, null]);
    }
    if (append !== undefined) this.#query.putUpdate.run([...key, append, null]);
  }

  #expectBoard(board: BoardId): void {
    if (this.#boards.has(board)) return;
    if (this.#query.board.first([board]) === undefined) throw new RangeError(`There is no board ${board}.`);
    this.#boards.add(board);
  }

  #expectView(board: BoardId, viewpoint: Viewpoint): void {
    const known = this.#views.get(board) ?? new Set();
    if (known.has(viewpoint)) return;
    if (this.#query.view.first([board, viewpoint]) === undefined) {
      throw new RangeError(`There is no view ${viewpoint} of board ${board}.`);
    }
    this.#views.set(board, known.add(viewpoint));
  }

  #putElement(board: BoardId, element: ElementRecord): void {
    this.#query.putElement.run([board, element.id, JSON.stringify(element)]);
  }

  #putActivity(board: BoardId, rows: readonly ActivityRow[]): void {
    if (rows.length === 0) return;
    this.#query.putActivity.run([board, JSON.stringify(rows)]);
    const added = (this.#activitySince.get(board) ?? 0) + rows.length;
    this.#activitySince.set(board, added % TRIM_ACTIVITY_EVERY);
    if (added >= TRIM_ACTIVITY_EVERY) this.#query.trimActivity.run([board, MAX_ACTIVITY_ROWS]);
  }

  /** Parses rows of a board one by one; those that cannot be read are set aside. */
  #readRows<Parsed>(
    source: SpoiltSource,
    { board, rows, parse, key = keyOf }: RowsOfBoard<Parsed>,
  ): Parsed[] {
    const read: Parsed[] = [];
    const spoilt: SpoiltRow[] = [];
    for (const row of rows) {
      try {
        read.push(parse(row));
      } catch (cause) {
        spoilt.push({ source, board, key: [board, key(row)], cause });
      }
    }
    this.#spoilt.setAside(spoilt);
    return read;
  }

  #putInvite(invite: InviteRow): void {
    this.#query.putInvite.run(INVITE_FIELDS.map((field) => invite[field]));
  }
}

function keyOf(row: unknown): SqlValue {
  const { id, seq } = row as { id?: string; seq?: number };
  return id ?? seq ?? null;
}

/** What was deleted at one time, together: a large deletion is one look at the invites, not thousands. */
function byTime(forgotten: NonNullable<BoardCommit['forgotten']>): Map<number, ElementId[]> {
  const times = new Map<number, ElementId[]>();
  for (const { id, at } of forgotten) {
    const ids = times.get(at);
    if (ids === undefined) times.set(at, [id]);
    else ids.push(id);
  }
  return times;
}

/** What a board's row holds besides its title and policy; notices under the name they have always had on disk. */
function stateJson({ locked, timer, pendingNotices }: BoardMeta): string {
  return JSON.stringify({ locked, timer, words: pendingNotices });
}

/**
 * Opens the store in a directory, which is made when missing and held for this process until `close`. Throws a
 * StartError when the directory cannot be written, is held by another server, or its database is broken.
 */
export function openSqlite(dir: string, onSpoilt: (line: string) => void = () => {}): Store {
  try {
    mkdirSync(dir, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new StartError(
      `Cannot make the data directory ${dir} (${errorCode(error)}): check the path and its permissions, or choose another with DATA_DIR.`,
    );
  }
  const unlock = lockDirectory(dir);
  try {
    return new SqliteStore({ db: new Database(join(dir, 'cellboard.db')), unlock, onSpoilt });
  } catch (error) {
    unlock();
    throw error;
  }
}
