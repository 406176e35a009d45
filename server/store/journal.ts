/**
 * A journal before the tables: a commit is first one appended row, however many boards, records and views it touches.
 * A little later its entries are carried over into the tables, board by board, so that a record that changed ten times
 * is written once. The journal is a table of the same database: what is in it is as durable as the rest, and a copy of
 * the file has it.
 *
 * Each board's row says up to which row of the journal it has been carried over; rows above that are read again after a
 * crash. A read of a board adds its pending entries to what the tables say, and so writes nothing, which a full disk
 * would forbid. Before the tables of a board are changed directly, its entries are carried over (`flush`).
 */
import type { BoardId } from '../../shared/model/ids.ts';
import type { Database, Query } from './database.ts';
import { type JournalEntry, MergedEntries, rowOf } from './journalEntry.ts';
import { journalRowOf, numberOf } from './records.ts';
import type { SpoiltRows } from './spoiltRows.ts';

/** How long a board's entries may wait before they are carried over. */
const CARRY_INTERVAL_MS = 4_000;
/** So many edits of one board are carried over earlier: more at once would hold up the event loop. */
const MAX_BACKLOG = 400;
/** How often it is looked whether something is due. */
const CHECK_INTERVAL_MS = 100;
/** How long one slice of carrying over may hold up the event loop. */
const MAX_SLICE_MS = 3;
/** The pause after a slice, as a multiple of the time it took. */
const PAUSE_FACTOR = 4;

const JOURNAL_SQL = {
  append: 'INSERT INTO journal (seq, text, bytes) VALUES (?, ?, ?)',
  rows: 'SELECT seq, text, bytes FROM journal ORDER BY seq',
  trim: 'DELETE FROM journal WHERE seq < ?',
  last: `SELECT max(coalesce((SELECT max(seq) FROM journal), 0),
    coalesce((SELECT max(carried) FROM boards), 0)) AS value`,
  carried: 'SELECT carried AS value FROM boards WHERE id = ?',
  carry: 'UPDATE boards SET carried = ? WHERE id = ?',
} as const;

/** The entries of one board that are not carried over yet. */
interface BoardBacklog {
  readonly first: number;
  readonly since: number;
  last: number;
  edits: number;
  readonly merged: MergedEntries;
}

export interface JournalOptions {
  readonly db: Database;
  /** Writes merged entries into the tables, within a transaction. */
  readonly write: (merged: MergedEntries) => void;
  readonly clock: () => number;
  /** Where rows go that cannot be read. */
  readonly spoilt: SpoiltRows;
}

export class Journal {
  readonly #db: Database;
  readonly #write: (merged: MergedEntries) => void;
  readonly #clock: () => number;
  readonly #query: Readonly<Record<keyof typeof JOURNAL_SQL, Query>>;
  /** The board whose entries wait longest comes first. */
  readonly #pending = new Map<BoardId, BoardBacklog>();
  /** Boards with many pending edits. */
  readonly #full = new Set<BoardId>();
  #last: number;
  #timer: NodeJS.Timeout | null = null;

  constructor({ db, write, clock, spoilt }: JournalOptions) {
    this.#db = db;
    this.#write = write;
    this.#clock = clock;
    const queries = Object.entries(JOURNAL_SQL).map(([name, sql]) => [name, db.query(sql)]);
    this.#query = Object.fromEntries(queries) as Record<keyof typeof JOURNAL_SQL, Query>;
    this.#last = numberOf(this.#query.last.first([]));
    this.#recover(spoilt);
  }

  /** Makes entries durable. */
  append(entries: readonly JournalEntry[]): void {
    const { text, bytes } = rowOf(entries);
    this.#db.alone(this.#query.append, [this.#last + 1, text, bytes]);
    this.#last += 1;
    for (const entry of entries) this.#addPending(entry, this.#last);
  }

  /**
   * Carries over the pending entries of the boards named and does further work, all in one transaction. When that
   * fails the entries are pending as before.
   */
  flush(boards: Iterable<BoardId>, work: () => void = () => {}): void {
    this.#db.transaction(() => {
      for (const board of boards) this.#carry(board);
      work();
    });
    for (const board of boards) this.#forget(board);
  }

  /** What of a board is not in the tables yet; null when everything is. */
  pending(board: BoardId): MergedEntries | null {
    return this.#pending.get(board)?.merged ?? null;
  }

  /** Carries everything over. What cannot be, such as on a full disk, stays in the journal for the next start. */
  close(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    try {
      this.flush([...this.#pending.keys()], () => this.#query.trim.run([this.#last + 1]));
    } catch {
      // It is durable in the journal.
    }
  }

  #recover(spoilt: SpoiltRows): void {
    for (const row of this.#query.rows.all([])) {
      let read: ReturnType<typeof journalRowOf>;
      try {
        read = journalRowOf(row);
      } catch (cause) {
        const { seq } = row as { seq: number };
        spoilt.setAside(boardsIn(row).map((board) => ({ source: 'journal', board, key: [seq], cause })));
        continue;
      }
      const { seq, entries } = read;
      for (const entry of entries) {
        if (seq > numberOf(this.#query.carried.first([entry.board]))) this.#addPending(entry, seq);
      }
    }
  }

  #addPending(entry: JournalEntry, seq: number): void {
    const { board, put } = entry;
    let backlog = this.#pending.get(board);
    if (backlog === undefined) {
      backlog = { first: seq, last: seq, since: this.#clock(), edits: 0, merged: new MergedEntries(board) };
      this.#pending.set(board, backlog);
    }
    backlog.last = seq;
    backlog.edits += put.length;
    backlog.merged.add(entry);
    if (backlog.edits >= MAX_BACKLOG) this.#full.add(board);
    if (this.#timer === null) this.#scheduleSlice(CHECK_INTERVAL_MS);
  }

  #carry(board: BoardId): void {
    const backlog = this.#pending.get(board);
    if (backlog === undefined) return;
    this.#write(backlog.merged);
    this.#query.carry.run([backlog.last, board]);
  }

  #forget(board: BoardId): void {
    this.#pending.delete(board);
    this.#full.delete(board);
  }

  #scheduleSlice(afterMs: number): void {
    this.#timer = setTimeout(() => {
      this.#timer = null;
      const tookMs = this.#slice();
      if (this.#pending.size > 0) this.#scheduleSlice(Math.max(CHECK_INTERVAL_MS, tookMs * PAUSE_FACTOR));
    }, afterMs);
    this.#timer.unref();
  }

  /** Carries over boards whose time has come, as many as there is time for. Answers the time it took. */
  #slice(): number {
    const began = this.#clock();
    const carried = new Set<BoardId>();
    try {
      this.#db.transaction(() => {
        for (const board of this.#due(began - CARRY_INTERVAL_MS)) {
          if (this.#clock() - began > MAX_SLICE_MS) break;
          if (carried.has(board)) continue;
          this.#carry(board);
          carried.add(board);
        }
        if (carried.size > 0) this.#trim(carried);
      });
      for (const board of carried) this.#forget(board);
    } catch {
      // It is durable in the journal, and is tried again.
    }
    return this.#clock() - began;
  }

  *#due(before: number): Generator<BoardId> {
    yield* this.#full;
    for (const [board, { since }] of this.#pending) {
      if (since > before) return;
      yield board;
    }
  }

  /** Drops rows of which nothing is pending any more, once the boards named are carried over. */
  #trim(carried: ReadonlySet<BoardId>): void {
    for (const [board, { first }] of this.#pending) {
      if (carried.has(board)) continue;
      this.#query.trim.run([first]);
      return;
    }
    this.#query.trim.run([this.#last + 1]);
  }
}

/** The boards that a row names whose text cannot be read as a whole; one null where it names none. */
function boardsIn(row: unknown): readonly (BoardId | null)[] {
  const { text } = row as { text?: unknown };
  const named = String(text).matchAll(/"board":"([A-Za-z0-9_-]{1,64})"/g);
  const boards = new Set([...named].map(([, id]) => id as BoardId));
  return boards.size > 0 ? [...boards] : [null];
}
