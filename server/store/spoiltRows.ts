/**
 * Rows that cannot be read are set aside: moved as they are into a table of their own, so that one spoilt row harms
 * one board and no other. What happened is reported once, with what an operator can do; the board says so to its
 * facilitators from then on.
 */
import type { BoardId } from '../../shared/model/ids.ts';
import type { Database, Query, SqlValue } from './database.ts';

/** The tables whose rows may be set aside, with the condition that finds a row again. */
const SOURCES = {
  elements: 'board = ? AND id = ?',
  bin: 'board = ? AND id = ?',
  views: 'board = ? AND viewpoint = ?',
  updates: 'board = ? AND seq = ?',
  journal: 'seq = ?',
} as const;
export type SpoiltSource = keyof typeof SOURCES;

export interface SpoiltRow {
  readonly source: SpoiltSource;
  /** Null where the row does not say, as in a journal row whose text is broken. */
  readonly board: BoardId | null;
  /** The values that find the row, in the order of its condition. */
  readonly key: readonly SqlValue[];
  readonly cause: unknown;
}

export class SpoiltRows {
  readonly #db: Database;
  readonly #report: (line: string) => void;
  readonly #count: Query;
  readonly #insert: Query;

  constructor(db: Database, report: (line: string) => void) {
    this.#db = db;
    this.#report = report;
    this.#count = db.query('SELECT count(*) AS value FROM spoilt WHERE board = ?');
    this.#insert = db.query('INSERT INTO spoilt (board, source, key, row, at) VALUES (?, ?, ?, ?, ?)');
  }

  /** How many rows of a board were set aside. */
  count(board: BoardId): number {
    return (this.#count.first([board]) as { value: number }).value;
  }

  /** Moves rows aside and reports them. */
  setAside(rows: readonly SpoiltRow[]): void {
    if (rows.length === 0) return;
    this.#db.transaction(() => {
      for (const { source, board, key } of rows) {
        const row = this.#db.query(`SELECT * FROM ${source} WHERE ${SOURCES[source]}`).first(key);
        this.#insert.run([board, source, JSON.stringify(key), textOf(row), Date.now()]);
        this.#db.query(`DELETE FROM ${source} WHERE ${SOURCES[source]}`).run(key);
        // The docs of its views lack what stood there, and are made anew.
        if (source === 'journal' && board !== null)
          this.#db.query('DELETE FROM updates WHERE board = ?').run([board]);
      }
    });
    for (const { source, board, key, cause } of rows) {
      const whose = board === null ? 'Edits that waited to be carried over' : `Board ${board}`;
      // An error of the JSON parser quotes what people wrote.
      const reason =
        cause instanceof Error && !(cause instanceof SyntaxError) ? cause.message : 'It is no JSON.';
      this.#report(
        `${whose}: a row of ${source} (${key.join(', ')}) was set aside in the table "spoilt". ${reason} ` +
          'Everything else is there and the server goes on. To get it back, restore a backup (npm run restore).',
      );
    }
  }
}

/** A row as JSON, its bytes in base64. */
function textOf(row: unknown): string {
  return JSON.stringify(row ?? null, (_, value: unknown) => {
    if (value instanceof ArrayBuffer) return Buffer.from(value).toString('base64');
    if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
    return value;
  });
}
