/**
 * Brings node_modules in line with package-lock.json. It compares with the record that npm leaves there, so an
 * installation that was cut short or made by hand is judged by what is in it. Plain JavaScript without packages:
 * it runs before there are any.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));
const OLDEST_NODE = [20, 19];

/** Ends the process with a line of advice when this Node is too old. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [oldMajor, oldMinor] = OLDEST_NODE;
  if (major > oldMajor || (major === oldMajor && minor >= oldMinor)) return;
  fail(`Cellboard needs Node ${OLDEST_NODE.join('.')} or newer; this is ${process.versions.node}.`);
}

/** Runs `npm ci` where it is needed; ends the process when that fails. */
export function ensureInstalled() {
  if (isInstalled()) return;
  console.error('Installing packages …');
  // npm tells the scripts it runs where it is; without npm around, the shell finds it.
  const npm = process.env.npm_execpath;
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund'];
  const { status } = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...args], { cwd: ROOT, stdio: ['ignore', 2, 2] })
    : spawnSync(`npm ${args.join(' ')}`, { cwd: ROOT, stdio: ['ignore', 2, 2], shell: true });
  if (status !== 0) fail('The packages could not be installed: see above, then try again.');
}

function isInstalled() {
  const wanted = packages('package-lock.json');
  const found = packages('node_modules/.package-lock.json');
  if (wanted === null || found === null) return false;
  // Optional packages are for other systems, for the most part.
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === '' || optional || found[path]?.version === version,
  );
}

function packages(file) {
  try {
    return JSON.parse(readFileSync(`${ROOT}/${file}`, 'utf8')).packages;
  } catch {
    return null;
  }
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
