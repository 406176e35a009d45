/**
 * A whole server in this process, on a free port, with a data directory of its own; and a caller of its HTTP
 * interface.
 */
import { pino } from 'pino';
import { Registry } from 'prom-client';
import { readConfig } from '../../server/config.ts';
import { type RunningServer, type ServerOptions, startServer } from '../../server/server.ts';
import { tempDir } from './tempDir.ts';

export interface LiveServer extends RunningServer {
  readonly port: number;
  /** Calls the HTTP interface; the answer's JSON, and its status. */
  call(method: string, path: string, more?: { token?: string; body?: unknown }): Promise<Answer>;
}

interface Answer {
  readonly status: number;
  readonly body: Record<string, never>;
}

export async function liveServer(
  dataDir = tempDir(),
  more: Pick<ServerOptions, 'front'> = {},
): Promise<LiveServer> {
  const config = readConfig({ PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'silent' });
  const log = pino({ level: 'silent' });
  const running = await startServer({ config, log, metrics: new Registry(), page: null, ...more });
  const { port } = new URL(running.url);
  return {
    ...running,
    port: Number(port),
    async call(method, path, { token, body } = {}) {
      const response = await fetch(`http://127.0.0.1:${port}${path}`, {
        method,
        headers: {
          'content-type': 'application/json',
          ...(token !== undefined && { authorization: `Bearer ${token}` }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      return { status: response.status, body: text === '' ? {} : JSON.parse(text) };
    },
  };
}
