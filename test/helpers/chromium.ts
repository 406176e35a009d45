/**
 * Which Chromium the browser tests, the benchmarks and the screenshots run in, and with which flags: the one named
 * in CHROMIUM_PATH, else one installed on this machine, else Playwright's own (`npx playwright install chromium`).
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type LaunchOptions } from '@playwright/test';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
/** Where packages put it, for a PATH that lacks it. */
const DIRECTORIES = ['/usr/bin', '/usr/local/bin', '/snap/bin'];
const FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** For `chromium.launch` and `use.launchOptions`. Throws where CHROMIUM_PATH names nothing that can be run. */
export function chromiumOptions(): LaunchOptions {
  const executablePath = installedChromium();
  // Chromium's sandbox does not work for root, which is who runs in most containers.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return { ...(executablePath !== null && { executablePath }), args: [...asRoot, ...FLAGS] };
}

/** Downloads Playwright's own where there is no Chromium, or takes Debian's where that fails. Throws without one. */
export function ensureChromium(): void {
  if (installedChromium() !== null || isExecutable(chromium.executablePath())) return;
  console.error('Getting Chromium …');
  if (run('npx', ['playwright', 'install', 'chromium'])) return;
  if (process.getuid?.() === 0) {
    run('apt-get', ['update']);
    if (run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'])) return;
  }
  throw new Error('No Chromium was found or could be had: install one, or name it in CHROMIUM_PATH.');
}

/** Null where there is none but, perhaps, Playwright's own. */
function installedChromium(): string | null {
  const named = process.env['CHROMIUM_PATH'];
  if (named && !isExecutable(named)) throw new Error(`CHROMIUM_PATH names no executable: ${named}`);
  if (named) return named;
  const directories = [...(process.env['PATH'] ?? '').split(delimiter), ...DIRECTORIES];
  const candidates = NAMES.flatMap((name) => directories.map((directory) => join(directory, name)));
  return candidates.find(isExecutable) ?? null;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function run(command: string, args: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: ['ignore', 2, 2] }).status === 0;
}
