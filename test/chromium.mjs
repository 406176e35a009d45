/**
 * Finds a Chromium for the browser tests, or gets one: named in CHROMIUM_PATH, installed on this machine,
 * downloaded by Playwright, or from Debian's packages.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The path of an executable; undefined where Playwright finds its own; null where there is none to be had. */
export function findChromium() {
  const given = process.env.CHROMIUM_PATH;
  if (given) return isExecutable(given) ? given : null;
  const found = onPath();
  if (found !== null) return found;
  console.error('Getting Chromium …');
  if (run('npx', ['playwright', 'install', 'chromium'])) return undefined;
  if (process.getuid?.() !== 0) return null;
  run('apt-get', ['update']);
  return run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium']) ? onPath() : null;
}

function onPath() {
  const directories = (process.env.PATH ?? '').split(delimiter);
  const candidates = NAMES.flatMap((name) => directories.map((directory) => join(directory, name)));
  return candidates.find(isExecutable) ?? null;
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function run(command, args) {
  return spawnSync(command, args, { stdio: ['ignore', 2, 2] }).status === 0;
}
