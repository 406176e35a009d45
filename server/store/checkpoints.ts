/**
 * Checkpoints: carries SQLite's write-ahead log over into the database file, on a thread of its own, because that waits
 * for the disk. Done by the driver within a commit, it held up every board for some twenty milliseconds, several times
 * a second under load. What is in the log is durable already, so it does not matter when this happens.
 */
import { statSync } from 'node:fs';
import Libsql from 'libsql/promise';

/** Carried over once it is this long: what the driver itself would wait for. */
const CARRY_BYTES = 4 * 1024 * 1024;
/** So long only when it has no pause in which to begin anew; then it is made to. */
const MAX_LOG_BYTES = 64 * 1024 * 1024;
/** The log's length is looked up after so many commits. */
const CHECK_EVERY_COMMITS = 64;

export interface CheckpointOptions {
  readonly path: string;
  /** Carries over the rest and begins the log anew, at once. */
  readonly restart: () => void;
}

export class Checkpoints {
  readonly #options: CheckpointOptions;
  #commits = 0;
  #carried = 0;
  #carrying: Promise<void> | null = null;

  constructor(options: CheckpointOptions) {
    this.#options = options;
  }

  /** A transaction was committed. */
  committed(): void {
    this.#commits += 1;
    if (this.#commits % CHECK_EVERY_COMMITS !== 0 || this.#carrying !== null) return;
    const length = lengthOf(`${this.#options.path}-wal`);
    if (length > MAX_LOG_BYTES) this.#restart();
    // A log that begins anew keeps its length: so many commits may have written anywhere in it.
    else if (length > CARRY_BYTES && this.#commits - this.#carried >= CHECK_EVERY_COMMITS * 4) {
      this.#carrying = this.#carry().finally(() => {
        this.#carrying = null;
      });
    }
  }

  /** Resolves when nothing is being carried over. */
  async rest(): Promise<void> {
    await this.#carrying;
  }

  /** The commit stands already: it must not seem to have failed. */
  #restart(): void {
    try {
      this.#options.restart();
    } catch {
      // The old log is being read, as by a backup: it is tried again later.
    }
  }

  async #carry(): Promise<void> {
    this.#carried = this.#commits;
    try {
      const db = new Libsql(this.#options.path, { timeout: 0 });
      try {
        const statement = await db.prepare('PRAGMA wal_checkpoint(PASSIVE)');
        await statement.all([]);
      } finally {
        db.close();
      }
    } catch {
      // The log only grows meanwhile; the next try, or its greatest length, takes care of it.
    }
  }
}

function lengthOf(path: string): number {
  try {
    return statSync(path).size;
  } catch {
    return 0;
  }
}
