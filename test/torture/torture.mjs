/**
 * `npm run torture [kills]`: takes a server's disk, lock, log and time away, and kills it under load,
 * 200 times unless told otherwise. CELLBOARD_SEED sets the beginning of the chance.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from '../../server/install.mjs';

const [kills = '200'] = process.argv.slice(2);
const vitest = join(ROOT, 'node_modules/vitest/vitest.mjs');
const { status } = spawnSync(process.execPath, [vitest, 'run', '--config', 'test/torture/vitest.config.ts'], {
  cwd: ROOT,
  stdio: 'inherit',
  env: { CELLBOARD_SEED: String(Date.now() % 1_000_000), ...process.env, CELLBOARD_KILLS: kills },
});
process.exit(status ?? 1);
