/**
 * Commits go into a journal first: one row for all that came in one turn, however many boards, records and views
 * it touches. Carried over into the tables a little later and board by board, a record that changed ten times is
 * written once. The journal is a table of the same database, so what is in it is as durable as anything else,
 * and a copy of the file has it.
 *
 * Each board says up to which row of the journal it has been carried over; rows above that are read again after
 * a crash. Whoever reads a board adds what waits to what the tables say, and so writes nothing, which a full disk
 * would forbid; whoever changes the tables has the board carried over before.
 */
import type { BoardId } from '../../shared/model/ids.ts';
import type { Database, Query } from './database.ts';
import { type JournalEntry, rowOf, Sum } from './journalEntry.ts';
import { journalRowOf, numberOf } from './records.ts';
import type { SpoiltRows } from './spoiltRows.ts';

/** How long a board's work may gather before it is carried over. */
const CARRY_INTERVAL_MS = 4_000;
/** So many edits of one board are carried over earlier: more at one go would be felt. */
const MAX_BACKLOG = 400;
/** How often it is looked after. */
const CHECK_INTERVAL_MS = 100;
/** Time for carrying over at one go: nobody should feel it. */
const MAX_SLICE_MS = 3;
/** After a slice that did not get through everything, so many times as long is left to others. */
const LEAVE = 4;

const JOURNAL_SQL = {
  append: 'INSERT INTO journal (seq, text, bytes) VALUES (?, ?, ?)',
  rows: 'SELECT seq, text, bytes FROM journal ORDER BY seq',
  trim: 'DELETE FROM journal WHERE seq < ?',
  last: `SELECT max(coalesce((SELECT max(seq) FROM journal), 0),
    coalesce((SELECT max(carried) FROM boards), 0)) AS value`,
  carried: 'SELECT carried AS value FROM boards WHERE id = ?',
  carry: 'UPDATE boards SET carried = ? WHERE id = ?',
} as const;

/** What waits to be carried over of one board. */
interface BoardBacklog {
  readonly first: number;
  readonly since: number;
  last: number;
  edits: number;
  readonly sum: Sum;
}

export interface JournalOptions {
  readonly db: Database;
  /** Writes what has come together into the tables, within a transaction. */
  readonly write: (sum: Sum) => void;
  readonly clock: () => number;
  /** Where rows go that cannot be read. */
  readonly spoilt: SpoiltRows;
}

export class Journal {
  readonly #db: Database;
  readonly #write: (sum: Sum) => void;
  readonly #clock: () => number;
  readonly #query: Readonly<Record<keyof typeof JOURNAL_SQL, Query>>;
  /** The one that waits longest stands first. */
  readonly #waiting = new Map<BoardId, BoardBacklog>();
  /** Those of which many deeds wait. */
  readonly #full = new Set<BoardId>();
  #last: number;
  #beat: NodeJS.Timeout | null = null;

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
    for (const entry of entries) this.#wait(entry, this.#last);
  }

  /**
   * Carries over what waits of the boards named and does further work, all in one transaction. When that fails
   * it waits as before.
   */
  settle(boards: Iterable<BoardId>, work: () => void = () => {}): void {
    this.#db.transaction(() => {
      for (const board of boards) this.#carry(board);
      work();
    });
    for (const board of boards) this.#forget(board);
  }

  /** What of a board is not in the tables yet; null when everything is. */
  waiting(board: BoardId): Sum | null {
    return this.#waiting.get(board)?.sum ?? null;
  }

  /** Carries everything over. What cannot be, such as on a full disk, stays in the journal for the next start. */
  close(): void {
    if (this.#beat !== null) clearTimeout(this.#beat);
    try {
      this.settle([...this.#waiting.keys()], () => this.#query.trim.run([this.#last + 1]));
    } catch {
      // It is durable where it is.
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
        if (seq > numberOf(this.#query.carried.first([entry.board]))) this.#wait(entry, seq);
      }
    }
  }

  #wait(entry: JournalEntry, seq: number): void {
    const { board, put } = entry;
    let waiting = this.#waiting.get(board);
    if (waiting === undefined) {
      waiting = { first: seq, last: seq, since: this.#clock(), edits: 0, sum: new Sum(board) };
      this.#waiting.set(board, waiting);
    }
    waiting.last = seq;
    waiting.edits += put.length;
    waiting.sum.add(entry);
    if (waiting.edits >= MAX_BACKLOG) this.#full.add(board);
    if (this.#beat === null) this.#lookAgain(CHECK_INTERVAL_MS);
  }

  #carry(board: BoardId): void {
    const waiting = this.#waiting.get(board);
    if (waiting === undefined) return;
    this.#write(waiting.sum);
    this.#query.carry.run([waiting.last, board]);
  }

  #forget(board: BoardId): void {
    this.#waiting.delete(board);
    this.#full.delete(board);
  }

  #lookAgain(afterMs: number): void {
    this.#beat = setTimeout(() => {
      this.#beat = null;
      const tookMs = this.#slice();
      if (this.#waiting.size > 0) this.#lookAgain(Math.max(CHECK_INTERVAL_MS, tookMs * LEAVE));
    }, afterMs);
    this.#beat.unref();
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
      // It is durable where it is, and waits for better times.
    }
    return this.#clock() - began;
  }

  *#due(before: number): Generator<BoardId> {
    yield* this.#full;
    for (const [board, { since }] of this.#waiting) {
      if (since > before) return;
      yield board;
    }
  }

  /** Drops rows of which nothing waits any more, once the boards named are carried over. */
  #trim(carried: ReadonlySet<BoardId>): void {
    for (const [board, { first }] of this.#waiting) {
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
