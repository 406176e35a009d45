/**
 * A short run of the fuzzer, the same every time, and everything that ever made it fail. The long runs are
 * `npm run fuzz -- <minutes>`.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { mutate } from '../fuzz/mutate.ts';
import { bytesOf } from '../fuzz/target.ts';
import { TARGETS } from '../fuzz/targets/targets.ts';
import { Seeded } from '../helpers/seeded.ts';

const CRASHES = fileURLToPath(new URL('../fuzz/crashes', import.meta.url));
const RUNS = 200;

describe.each(TARGETS)('[B-7.1] the parser $name', ({ name, seeds, words = [], run }) => {
  it('takes what it is meant to take', async () => {
    for (const seed of seeds) await run(seed);
  });

  it('is not broken by what chance makes of that', async () => {
    const random = new Seeded(1);
    for (let count = 0; count < RUNS; count += 1) {
      const input = mutate(random, { corpus: seeds, words: words.map(bytesOf) });
      await expect(
        Promise.resolve(input).then(run),
        Buffer.from(input).toString('hex'),
      ).resolves.not.toThrow();
    }
  });

  const folder = join(CRASHES, name);
  it.each(existsSync(folder) ? readdirSync(folder) : [])('is not broken by %s any more', async (file) => {
    await run(readFileSync(join(folder, file)));
  });
});
