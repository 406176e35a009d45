/** `npm run bench`: installs what is measured, builds what we measure, and starts the driver. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from '../../server/build.mjs';
import { ensureInstalled, ROOT, requireNode } from '../../server/install.mjs';

const HERE = import.meta.dirname;

requireNode();
ensureInstalled();
if (!existsSync(join(HERE, 'node_modules', '.package-lock.json'))) {
  console.error('Installing the servers to measure against …');
  const { status } = spawnSync('npm ci --no-audit --no-fund', {
    cwd: HERE,
    stdio: ['ignore', 2, 2],
    shell: true,
  });
  if (status !== 0) process.exit(1);
}
if (!ensureBuilt()) process.exit(1);
const driver = ['--import', 'tsx', join(HERE, 'bench.ts'), ...process.argv.slice(2)];
const { status } = spawnSync(process.execPath, driver, { cwd: ROOT, stdio: 'inherit' });
process.exit(status ?? 1);
