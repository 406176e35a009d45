/**
 * Which files, exports and packages nothing uses: `knip` over everything, and `knip --production` over the sources alone,
 * where an export that its own file uses is enough, so that what remains is what only tests use.
 */
import type { KnipConfiguration } from 'knip';

export default ({ production = false }: { readonly production?: boolean }): KnipConfiguration => ({
  // Besides what knip finds by itself: index.html, the scripts of package.json, workers, the tests. `!` marks sources.
  entry: [
    'server/main.ts!',
    ...(production ? ['server/dev.ts!'] : []),
    'server/*.mjs!',
    'test/torture/*',
    'test/bench/**/bench.ts',
    'test/bench/probe.mjs',
    'test/bench/peers/*',
    'test/bench/scenarios/*',
    'test/bench/*/page/*.tsx',
  ],
  project: ['client/**/*.{ts,tsx}!', 'server/**/*.{ts,mjs}!', 'shared/**/*.ts!', 'test/**/*.{ts,tsx,mjs}'],
  ignoreExportsUsedInFile: production,
  // Biome is run by its path (test/run.mjs); axe is read as text (test/helpers/axe.ts); the servers that are measured
  // against have packages of their own (test/bench/package.json).
  ignoreDependencies: ['@biomejs/biome', 'axe-core', '@hocuspocus/server', '@y/websocket-server'],
  // Of the operating system.
  ignoreBinaries: ['mount', 'umount'],
});
