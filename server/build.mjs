/**
 * Builds page and server when their sources are not those of the last build. Sources are told apart by path,
 * size and time of change, which takes a few milliseconds. Packages must be installed.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './install.mjs';

const SOURCES = ['client', 'server', 'shared', 'package-lock.json', 'vite.config.ts', 'tsconfig.json'];
const STAMP = join(ROOT, 'dist', 'sources');

/** Throws when the build fails; a failed build is not taken for a finished one. */
export async function ensureBuilt() {
  const wanted = fingerprint();
  if (lastBuilt() === wanted) return;
  console.error('Building …');
  rmSync(STAMP, { force: true });
  const { build } = await import('vite');
  const options = { configFile: join(ROOT, 'vite.config.ts'), logLevel: 'warn' };
  process.chdir(ROOT);
  await build(options);
  await build({ ...options, build: { ssr: 'server/main.ts' } });
  mkdirSync(join(ROOT, 'dist'), { recursive: true });
  writeFileSync(STAMP, wanted);
}

function lastBuilt() {
  try {
    return readFileSync(STAMP, 'utf8');
  } catch {
    return null;
  }
}

function fingerprint() {
  const hash = createHash('sha256');
  for (const path of SOURCES.flatMap((source) => files(join(ROOT, source))).sort()) {
    const { size, mtimeMs } = statSync(path);
    hash.update(`${path}\n${size}\n${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

function files(path) {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

if (process.argv[1] === import.meta.filename) await ensureBuilt();
