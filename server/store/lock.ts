/**
 * Keeps a second server off a data directory. The lock is SQLite's own, held by an open transaction on a file
 * that keeps nothing else: the operating system drops it when the process ends, however it ends, so nothing
 * stale is left to clear away. The database itself stays free for readers and backups.
 */
import { join } from 'node:path';
import Libsql from 'libsql';
import { errorCode, StartError } from '../startError.ts';

/** Takes the directory for this process. Returns what gives it back; throws a StartError when it is taken. */
export function lockDirectory(dir: string): () => void {
  const path = join(dir, 'server.lock');
  let db: Libsql.Database | null = null;
  try {
    db = new Libsql(path);
    db.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    db?.close();
    if (errorCode(error) === 'SQLITE_BUSY') {
      throw new StartError(
        `Another Cellboard is running on ${dir}: stop it first, or give this one a directory of its own with DATA_DIR.`,
      );
    }
    throw new StartError(
      `Cannot write to the data directory ${dir}: check its permissions, or choose another with DATA_DIR.`,
    );
  }
  const held = db;
  return () => {
    held.exec('ROLLBACK');
    held.close();
  };
}
