/**
 * Two builds: the page from client/ to dist/client, and with `--ssr server/main.ts` the server to dist/server, its packages
 * left in node_modules. In development the page alone is served from here, through the server (server/dev.ts).
 */
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const SERVER_BUILD = {
  root: '.',
  publicDir: false,
  build: { outDir: 'dist/server', target: 'node20', emptyOutDir: true },
} as const;

export default defineConfig(({ isSsrBuild }) =>
  isSsrBuild
    ? SERVER_BUILD
    : {
        root: 'client',
        plugins: [react()],
        // In development, packages that only later parts import are made ready at once: else the page reloads when they come.
        optimizeDeps: { entries: ['index.html', '**/*.{ts,tsx}'] },
        build: { outDir: '../dist/client', emptyOutDir: true, chunkSizeWarningLimit: 2_000 },
      },
);
