/**
 * The operator's socket: serves the operator's calls on a Unix socket in the data directory. Its file can be opened
 * by the server's own user alone, and goes with the server; one that a killed server left is replaced.
 */
import { chmodSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { type AdminOptions, adminApp } from './adminApp.ts';
import { socketPath } from './socketPath.mjs';

/** Opens the socket; answers what closes it. The data directory must be held by this process. */
export async function openAdminSocket(dataDir: string, options: AdminOptions): Promise<() => Promise<void>> {
  const path = socketPath(dataDir);
  const isFile = process.platform !== 'win32';
  if (isFile) rmSync(path, { force: true });
  const server = createServer(getRequestListener(adminApp(options).fetch));
  const before = process.umask(0o077);
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(path, resolve);
    });
  } finally {
    process.umask(before);
  }
  if (isFile) chmodSync(path, 0o600);
  return () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
}
