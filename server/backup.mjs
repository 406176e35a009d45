/**
 * `npm run backup -- <file> [--with-key]`: a whole and consistent copy of the database, made while the server
 * runs. The key from which links are derived is not in it: whoever has both can open every board. With
 * `--with-key` it is written beside the copy, as `<file>.key`.
 */
import { chmodSync, copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import Libsql from 'libsql';

const [file, ...options] = process.argv.slice(2);
const isKeyWanted = options.includes('--with-key');
if (!file || file.startsWith('-') || options.some((option) => option !== '--with-key'))
  fail('Usage: npm run backup -- <file> [--with-key]');

const dir = process.env.DATA_DIR || 'data';
const source = join(dir, 'cellboard.db');
const target = resolve(file);
const draft = `${target}.part`;
if (!existsSync(source)) fail(`There is no database ${source}: set DATA_DIR to the server's data directory.`);
if (existsSync(target)) fail(`${target} is there already: choose another name.`);

// What it writes is for its own user alone.
process.umask(0o077);
try {
  rmSync(draft, { force: true });
  const db = new Libsql(`${pathToFileURL(resolve(source)).href}?mode=ro`, { timeout: 10_000 });
  db.prepare('VACUUM INTO ?').run([draft]);
  db.close();
  const copy = new Libsql(draft);
  const [complaint] = copy.prepare('PRAGMA integrity_check(1)').raw().all([]).flat();
  copy.close();
  if (complaint !== 'ok') throw new Error(`the copy is not sound: ${complaint}`);
  chmodSync(draft, 0o600);
  renameSync(draft, target);
} catch (error) {
  rmSync(draft, { force: true });
  fail(`No backup was made: ${error.message}`);
}
console.log(`Backed up to ${target}`);
keepKey();

function keepKey() {
  const key = join(dir, 'secret.key');
  if (!existsSync(key)) {
    console.log(
      'There is no key file: the key stands in CELLBOARD_KEY. Keep it, links do not open without it.',
    );
  } else if (isKeyWanted) {
    copyFileSync(key, `${target}.key`);
    chmodSync(`${target}.key`, 0o600);
    console.log(`The key is in ${target}.key: whoever has both can open every board.`);
  } else {
    console.log(`The key is not included. Keep a copy of ${key} elsewhere: links do not open without it.`);
  }
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
