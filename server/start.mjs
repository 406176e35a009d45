/**
 * `npm start`: from a fresh clone to a running server. Each step is skipped when there is nothing to do.
 */
import { ensureBuilt } from './build.mjs';
import { ensureInstalled, requireNode } from './install.mjs';

requireNode();
ensureInstalled();
if (!ensureBuilt()) {
  console.error('Cellboard could not be built: see above.');
  process.exit(1);
}
await import('../dist/server/main.js');
