/**
 * `npm test`: installs what is missing, builds, runs every runner and ends with one line that adds them up.
 * With `--check` it also formats, lints, looks for what nothing uses and checks types, each counted as one. Nothing is
 * skipped because something before it failed; a runner that breaks without a failed test counts as one failure.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from '../server/build.mjs';
import { ensureInstalled, ROOT, requireNode } from '../server/install.mjs';

const RESULTS = join(ROOT, 'test-results');
const NODE_REPORT = join(RESULTS, 'node.json');
const BROWSER_REPORT = join(RESULTS, 'browser.json');

const BIN = {
  biome: '@biomejs/biome/bin/biome',
  knip: 'knip/bin/knip.js',
  tsc: 'typescript/bin/tsc',
  vitest: 'vitest/vitest.mjs',
  playwright: '@playwright/test/cli.js',
};

/** Runs a tool of ours; answers whether it ended well. */
function run(tool, { args, env = {} }) {
  const command = [join(ROOT, 'node_modules', BIN[tool]), ...args];
  const { status } = spawnSync(process.execPath, command, {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  });
  return status === 0;
}

const one = (well) => ({ passed: well ? 1 : 0, failed: well ? 0 : 1, skipped: 0 });

function heading(text) {
  console.log(`\n— ${text}`);
}

function report(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}

/** What a runner's report counts, with one failure more where it broke without naming any. */
function tally(counts, ranWell) {
  if (counts === null) return one(false);
  return { ...counts, failed: counts.failed === 0 && !ranWell ? 1 : counts.failed };
}

function formatAndLint() {
  heading('Format and lint');
  return one(run('biome', { args: ['check'] }));
}

function unused() {
  heading('Unused files, exports and packages');
  const everywhere = run('knip', { args: ['--no-progress', '--treat-config-hints-as-errors'] });
  return one(run('knip', { args: ['--no-progress', '--production'] }) && everywhere);
}

function types() {
  heading('Types');
  return one(run('tsc', { args: ['--noEmit', '-p', '.'] }));
}

/** Counted only where it fails: the tests below need it. */
const build = () => ({ passed: 0, failed: ensureBuilt() ? 0 : 1, skipped: 0 });

function nodeTests() {
  heading('Unit and property tests');
  // By itself, Vitest leaves a core free for who is watching: half of a small machine.
  const args = ['run', '--maxWorkers=100%', '--reporter=default', '--reporter=json'];
  const ranWell = run('vitest', { args: [...args, `--outputFile.json=${NODE_REPORT}`] });
  const found = report(NODE_REPORT);
  return tally(
    found && {
      passed: found.numPassedTests,
      failed: found.numFailedTests,
      skipped: found.numPendingTests + found.numTodoTests,
    },
    ranWell,
  );
}

function browserTests() {
  heading('Browser tests');
  const ranWell = run('playwright', {
    args: ['test', '--pass-with-no-tests', '--reporter=list,json'],
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: BROWSER_REPORT },
  });
  const stats = report(BROWSER_REPORT)?.stats ?? null;
  return tally(
    stats && { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped },
    ranWell,
  );
}

requireNode();
ensureInstalled();
rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS, { recursive: true });

const counts = [];
if (process.argv.includes('--check')) counts.push(formatAndLint(), unused(), types());
counts.push(build(), nodeTests(), browserTests());

const sum = (key) => counts.reduce((total, count) => total + count[key], 0);
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`);
process.exitCode = sum('failed') === 0 ? 0 : 1;
