/**
 * Builds page and server, from elsewhere only when their sources are not those of the last build. Sources are told apart by path,
 * size and time of change, which takes a few milliseconds. Packages must be installed.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { ROOT } from './install.mjs';

const SOURCES = ['client', 'server', 'shared', 'package-lock.json', 'vite.config.ts', 'tsconfig.json'];
const STAMP = join(ROOT, 'dist', 'sources');
/** What the page is made of that compresses well; pictures and fonts are compressed in themselves. */
const COMPRESSIBLE = new Set(['.css', '.html', '.js', '.json', '.svg', '.txt', '.webmanifest']);

/**
 * Answers whether what is built is up to date now. The build runs in a process of its own, so that a server
 * started next does not carry the builder's memory.
 */
export function ensureBuilt() {
  if (lastBuilt() === fingerprint()) return true;
  console.error('Building …');
  return spawnSync(process.execPath, [import.meta.filename], { stdio: ['ignore', 2, 2] }).status === 0;
}

/** Throws when it fails; a failed build is not taken for a finished one. */
async function buildAll() {
  const wanted = fingerprint();
  rmSync(STAMP, { force: true });
  // Whatever it is where this is called: else a test that builds would build React's slow, large code for developers.
  process.env.NODE_ENV = 'production';
  const { build } = await import('vite');
  const options = { configFile: join(ROOT, 'vite.config.ts'), logLevel: 'warn' };
  process.chdir(ROOT);
  await build(options);
  await compressPage(join(ROOT, 'dist', 'client'));
  await build({ ...options, build: { ssr: 'server/main.ts' } });
  mkdirSync(join(ROOT, 'dist'), { recursive: true });
  writeFileSync(STAMP, wanted);
}

/** Writes `<file>.br` beside each file that gets smaller by it, as small as Brotli can: too slow to do at every start. */
async function compressPage(dir) {
  const compress = promisify(brotliCompress);
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
  await Promise.all(
    files(dir)
      .filter((path) => COMPRESSIBLE.has(extname(path)))
      .map(async (path) => {
        const bytes = readFileSync(path);
        const compressed = await compress(bytes, { params });
        if (compressed.length < bytes.length) writeFileSync(`${path}.br`, compressed);
      }),
  );
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

if (process.argv[1] === import.meta.filename) await buildAll();
