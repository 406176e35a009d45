/**
 * Where an operator's command finds the running server: a Unix socket in the data directory, which only the user who
 * runs the server may open. A path that is too long for a socket has a short one in the directory for temporary files
 * instead; Windows has a named pipe.
 */
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** Bytes that a socket's path may have on every system. */
const MAX_PATH_BYTES = 100;

/** @param {string} dataDir */
export function socketPath(dataDir) {
  const dir = resolve(dataDir);
  const name = createHash('sha256').update(dir).digest('hex').slice(0, 24);
  if (process.platform === 'win32') return `\\\\.\\pipe\\cellboard-${name}`;
  const path = join(dir, 'admin.sock');
  return Buffer.byteLength(path) <= MAX_PATH_BYTES ? path : join(tmpdir(), `cellboard-${name}.sock`);
}
