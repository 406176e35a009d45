/**
 * One SQLite file: opened, checked, brought to today's schema, and spoken to through typed queries. It knows
 * nothing of boards.
 *
 * Values are always bound as one array: the driver takes a lone object (bytes and null are objects) for named
 * parameters and ends the process.
 */
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import Libsql from 'libsql';
import { errorCode, StartError } from '../startError.ts';
import { Checkpoints } from './checkpoints.ts';
import { MIGRATIONS } from './migrations.ts';

export type SqlValue = string | number | Uint8Array | null;

export interface Query {
  all(values: readonly SqlValue[]): unknown[];
  first(values: readonly SqlValue[]): unknown;
  /** Answers how many rows changed. */
  run(values: readonly SqlValue[]): number;
}

/** How long the check at opening waits for another process that holds the file. */
const BUSY_TIMEOUT_MS = 5_000;
/** How long a write is tried again, and how often. */
const WRITE_TIMEOUT_MS = 5_000;
const RETRY_INTERVAL_MS = 25;

export class Database {
  readonly #db: Libsql.Database;
  readonly #begin: Query;
  readonly #commit: Query;
  readonly #checkpoints: Checkpoints;

  /** Opens the file or makes it. Throws a StartError, and leaves the file as it was, when it cannot be used. */
  constructor(path: string) {
    if (existsSync(path)) check(path);
    try {
      // No statement waits for another process that holds the file: that would block the event loop. See `patiently`.
      this.#db = new Libsql(path, { timeout: 0 });
    } catch (error) {
      throw unusable(path, error);
    }
    try {
      // With a write-ahead log, NORMAL hands every commit to the operating system before it answers, so a
      // killed process loses nothing. It syncs to the disk only at checkpoints: a power cut or a crash of the
      // system may take the last commits, whole ones and in order, and never breaks the file.
      this.#db.pragma('journal_mode = WAL');
      this.#db.pragma('synchronous = NORMAL');
      this.#db.pragma('wal_autocheckpoint = 0');
      this.#checkpoints = new Checkpoints({
        path,
        restart: () => this.#db.pragma('wal_checkpoint(RESTART)'),
      });
      this.#begin = this.query('BEGIN IMMEDIATE');
      this.#commit = this.query('COMMIT');
      this.#migrate();
    } catch (error) {
      this.#db.close();
      throw unusable(path, error);
    }
  }

  query(sql: string): Query {
    const statement = this.#db.prepare(sql);
    return {
      all: (values) => statement.all(values),
      first: (values) => statement.get(values),
      run: (values) => statement.run(values).changes,
    };
  }

  /** Does all of the work or, when it throws, none of it. */
  transaction<Result>(work: () => Result): Result {
    this.#begin.run([]);
    try {
      const result = work();
      this.#commit.run([]);
      this.#checkpoints.committed();
      return result;
    } catch (error) {
      // A full disk has rolled back by itself.
      if (this.#db.inTransaction) this.#db.exec('ROLLBACK');
      throw error;
    }
  }

  /**
   * Writes, and where another process holds the file, such as an operator's shell, tries again for a while. Meanwhile
   * the event loop goes on. The work is one transaction, or one statement: what failed has changed nothing.
   */
  async patiently<Result>(write: () => Result): Promise<Result> {
    const began = performance.now();
    for (;;) {
      try {
        return write();
      } catch (error) {
        if (!errorCode(error).startsWith('SQLITE_BUSY') || performance.now() - began > WRITE_TIMEOUT_MS)
          throw error;
      }
      await new Promise<void>((resolve) => {
        setTimeout(resolve, RETRY_INTERVAL_MS);
      });
    }
  }

  /** Runs one statement as a transaction by itself: half the cost of opening and closing one around it. */
  alone(query: Query, values: readonly SqlValue[]): void {
    query.run(values);
    this.#checkpoints.committed();
  }

  /** Leaves everything in the one file: the driver alone would let the log stand until it is collected. */
  async close(): Promise<void> {
    await this.#checkpoints.rest();
    try {
      this.#db.pragma('wal_checkpoint(TRUNCATE)');
    } catch {
      // Another process reads or holds it: what is in the log is as durable.
    }
    this.#db.close();
  }

  #migrate(): void {
    for (let step = version(this.#db); step < MIGRATIONS.length; step++) {
      this.transaction(() => {
        this.#db.exec(MIGRATIONS[step] ?? '');
        this.#db.exec(`PRAGMA user_version = ${step + 1}`);
      });
    }
  }
}

function version(db: Libsql.Database): number {
  const row = db.pragma('user_version', { simple: true });
  const found = typeof row === 'object' && row !== null && 'user_version' in row ? row.user_version : row;
  if (typeof found !== 'number') throw new Error('The database does not tell its version.');
  return found;
}

/** Looks a file over through a connection that cannot write, so that a broken one stays as it is for rescue. */
function check(path: string): void {
  let steps: number;
  let complaints: unknown[];
  try {
    const db = new Libsql(`${pathToFileURL(path).href}?mode=ro`, { timeout: BUSY_TIMEOUT_MS });
    try {
      complaints = db.prepare('PRAGMA quick_check(1)').raw().all([]).flat();
      steps = version(db);
    } finally {
      db.close();
    }
  } catch (error) {
    throw unusable(path, error);
  }
  if (complaints[0] !== 'ok') throw broken(path);
  if (steps > MIGRATIONS.length) {
    throw new StartError(
      `The database ${path} was written by a newer Cellboard: start that version, or set DATA_DIR to another directory.`,
    );
  }
}

function unusable(path: string, error: unknown): Error {
  if (error instanceof StartError) return error;
  const code = errorCode(error);
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')) return broken(path);
  const what = error instanceof Error ? error.message.replace(/\s+/g, ' ') : String(error);
  return new StartError(
    `Cannot open the database ${path} (${what}): check that the directory is there, may be written and has space.`,
  );
}

function broken(path: string): StartError {
  return new StartError(
    `The database ${path} is broken and was left as it is: restore it from a backup, or move it away to start with an empty one.`,
  );
}
