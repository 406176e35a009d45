/**
 * `npm run fuzz -- <minutes> [target…]`: every parser of outside data against inputs that grow towards code not
 * reached yet. What makes one fail is written to `test/fuzz/crashes/<target>/`, where the tests find it for good.
 *
 * CELLBOARD_SEED sets the beginning of the chance.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Seeded } from '../helpers/seeded.ts';
import { Coverage } from './coverage.ts';
import { mutate } from './mutate.ts';
import { bytesOf, type Target } from './target.ts';
import { TARGETS } from './targets/targets.ts';

const CRASHES = fileURLToPath(new URL('./crashes', import.meta.url));
/** Coverage is asked for once in so many runs; inputs that brought news are found by running those again. */
const BATCH = 25;
const MAX_ROUND_MS = 20_000;
/** A run that keeps the processor busy for longer is a finding too. */
const SLOW_MS = 1_000;

const [minutes = '1', ...names] = process.argv.slice(2);
const seed = Number(process.env['CELLBOARD_SEED'] ?? Date.now() % 1_000_000);
const until = performance.now() + Number(minutes) * 60_000;
const chosen = TARGETS.filter(({ name }) => names.length === 0 || names.includes(name));
if (!(Number(minutes) > 0) || chosen.length === 0)
  throw new RangeError('Usage: npm run fuzz -- <minutes> [target…]');

const roundMs = Math.min(MAX_ROUND_MS, (Number(minutes) * 60_000) / chosen.length);

interface Effort {
  readonly target: Target;
  readonly corpus: Uint8Array[];
  readonly random: Seeded;
  runs: number;
  failures: number;
}

const efforts = chosen.map(
  (target, index): Effort => ({
    target,
    corpus: [...target.seeds],
    random: new Seeded(seed + index * 7_919),
    runs: 0,
    failures: 0,
  }),
);
const coverage = await Coverage.start();
console.log(`fuzzing ${chosen.map(({ name }) => name).join(', ')} for ${minutes} min, seed ${seed}`);

while (performance.now() < until) for (const effort of efforts) await round(effort);
coverage.stop();
for (const { target, runs, corpus, failures } of efforts) {
  console.log(`${target.name}: ${runs} runs, corpus ${corpus.length}, ${failures} failures`);
}
const total = efforts.reduce((sum, { runs }) => sum + runs, 0);
const failures = efforts.reduce((sum, effort) => sum + effort.failures, 0);
console.log(
  `${total} runs in ${minutes} min, ${coverage.size} blocks reached, ${failures} failures, seed ${seed}`,
);
process.exit(failures === 0 ? 0 : 1);

async function round(effort: Effort): Promise<void> {
  const { target, corpus, random } = effort;
  const end = Math.min(until, performance.now() + roundMs);
  const words = (target.words ?? []).map(bytesOf);
  while (performance.now() < end) {
    const inputs = Array.from({ length: BATCH }, () => mutate(random, { corpus, words }));
    for (const input of inputs) await attempt(effort, input);
    if ((await coverage.news()) === 0) continue;
    corpus.push(...inputs.filter(() => random.chance(0.2)));
    if (corpus.length > 4_000) corpus.splice(target.seeds.length, 1_000);
  }
}

async function attempt(effort: Effort, input: Uint8Array): Promise<void> {
  effort.runs += 1;
  const begun = process.cpuUsage();
  try {
    await effort.target.run(input);
    const { user } = process.cpuUsage(begun);
    if (user > SLOW_MS * 1_000) keep(effort, { input, why: `${Math.round(user / 1_000)} ms` });
  } catch (error) {
    keep(effort, { input, why: String(error instanceof Error ? error.stack : error) });
  }
}

function keep(effort: Effort, { input, why }: { input: Uint8Array; why: string }): void {
  effort.failures += 1;
  if (effort.failures > 20) return;
  const folder = join(CRASHES, effort.target.name);
  const path = join(folder, createHash('sha256').update(input).digest('hex').slice(0, 16));
  mkdirSync(folder, { recursive: true });
  writeFileSync(path, input);
  console.log(`${effort.target.name} failed, see ${path}: ${why.split('\n').slice(0, 6).join('\n')}`);
}
