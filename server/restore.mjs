/**
 * `npm run restore -- <file>`: puts a backup in place of the database, while no server runs. What was there is
 * moved aside, not deleted. A key beside the backup (`<file>.key`) is taken over where the directory has none.
 */
import { chmodSync, copyFileSync, existsSync, mkdirSync, renameSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import Libsql from 'libsql';

const [file, ...rest] = process.argv.slice(2);
if (!file || rest.length > 0) fail('Usage: npm run restore -- <file>');
const dir = process.env.DATA_DIR || 'data';
const source = resolve(file);
const target = join(dir, 'cellboard.db');
if (!existsSync(source)) fail(`There is no file ${source}.`);

process.umask(0o077);
checkSound();
mkdirSync(dir, { recursive: true, mode: 0o700 });
const unlock = lock();
try {
  const aside = `before-${new Date().toISOString().replaceAll(':', '-')}`;
  const draft = `${target}.restored`;
  copyFileSync(source, draft);
  chmodSync(draft, 0o600);
  for (const part of ['', '-wal', '-shm'])
    if (existsSync(target + part)) renameSync(target + part, `${target}.${aside}${part}`);
  renameSync(draft, target);
  console.log(`Restored ${source} to ${target}`);
  const key = join(dir, 'secret.key');
  if (existsSync(key)) console.log(`The key in ${key} was kept: links derived from another do not open.`);
  else if (existsSync(`${source}.key`)) {
    copyFileSync(`${source}.key`, key);
    chmodSync(key, 0o600);
    console.log(`The key was taken from ${source}.key.`);
  } else
    console.log('There is no key: put it back, or the server makes a new one and old links do not open.');
} finally {
  unlock();
}

function checkSound() {
  let complaint = 'it is not a database';
  try {
    const db = new Libsql(`${pathToFileURL(source).href}?mode=ro`);
    const boards = db
      .prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'boards'")
      .raw()
      .all([])
      .flat()[0];
    complaint =
      boards === 1 ? db.prepare('PRAGMA integrity_check(1)').raw().all([]).flat()[0] : 'it holds no boards';
    db.close();
  } catch {
    // The complaint stands.
  }
  if (complaint !== 'ok') fail(`${source} cannot be restored: ${complaint}.`);
}

/** The lock of a running server (see server/store/lock.ts). */
function lock() {
  const db = new Libsql(join(dir, 'server.lock'));
  try {
    db.exec('BEGIN EXCLUSIVE');
  } catch {
    fail(`A Cellboard is running on ${dir}: stop it first.`);
  }
  return () => {
    db.exec('ROLLBACK');
    db.close();
  };
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
