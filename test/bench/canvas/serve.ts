/** Builds pages as they are for users, and serves them from memory on a free port. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import react from '@vitejs/plugin-react';
import { build, type Rolldown } from 'vite';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
};

export interface Served {
  readonly url: string;
  stop(): void;
}

/** `root` is the folder in which the pages lie. */
export async function servePages(root: string, pages: readonly string[]): Promise<Served> {
  const built = (await build({
    configFile: false,
    root,
    logLevel: 'warn',
    plugins: [react()],
    build: {
      write: false,
      target: 'esnext',
      chunkSizeWarningLimit: 4_000,
      rolldownOptions: { input: pages.map((page) => join(root, page)) },
    },
  })) as Rolldown.RolldownOutput;
  const files = new Map(
    built.output.map((file) => [`/${file.fileName}`, file.type === 'chunk' ? file.code : file.source]),
  );
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const file = files.get(path);
    if (file === undefined) response.writeHead(404).end();
    else
      response
        .writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream' })
        .end(file);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () => void server.close(),
  };
}
