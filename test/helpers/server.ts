/**
 * A real server process on a port of its own, from the built bundle. It knows no test runner, so that unit and
 * end-to-end tests can share it.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../dist/server/main.js', import.meta.url));

export interface ServerGiven {
  /** Absent: a fresh one, removed by `stop`. */
  readonly dataDir?: string;
  /** Absent or 0: any free one. */
  readonly port?: number;
  readonly env?: Readonly<Record<string, string>>;
  /** For Node itself. */
  readonly flags?: readonly string[];
  /** What is run in place of the built server. */
  readonly script?: string;
}

export interface ServerProcess {
  readonly url: string;
  readonly exampleLink: string;
  readonly dataDir: string;
  readonly port: number;
  readonly pid: number;
  /** Everything printed on standard output so far, a line each. */
  readonly lines: readonly string[];
  /** Sends the signal and resolves with how the process ended; its data stays. */
  kill(signal: NodeJS.Signals): Promise<ServerEnd>;
  /** Ends it in order and removes a data directory that was made for it. Safe to call twice. */
  stop(): Promise<void>;
}

export interface ServerEnd {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface Spawned {
  readonly child: ChildProcess;
  readonly lines: string[];
  readonly ended: Promise<ServerEnd>;
}

/** Resolves once the server has printed where it is; rejects with what it said when it ends before that. */
export async function startServer({
  dataDir,
  port = 0,
  env = {},
  flags = [],
  script = MAIN,
}: ServerGiven = {}): Promise<ServerProcess> {
  const dir = dataDir ?? mkdtempSync(join(tmpdir(), 'cellboard-'));
  const server = spawnServer({ ...env, DATA_DIR: dir, PORT: String(port) }, [...flags, script]);
  const { child, lines, ended } = server;
  await printed(server, 2);
  const url = addressIn(lines[0]);
  const kill = (signal: NodeJS.Signals) => {
    child.kill(signal);
    return ended;
  };
  return {
    url,
    exampleLink: readFileSync(join(dir, 'example-board.url'), 'utf8').trim(),
    dataDir: dir,
    port: Number(new URL(url).port),
    pid: child.pid ?? 0,
    lines,
    kill,
    stop: async () => {
      await kill('SIGTERM');
      if (dataDir === undefined) rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** Runs a server that is expected to end by itself, and tells how it did. */
export function runServer(env: Readonly<Record<string, string>>): Promise<ServerEnd> {
  return spawnServer(env, [MAIN]).ended;
}

function spawnServer(env: Readonly<Record<string, string>>, args: readonly string[]): Spawned {
  const child = spawn(process.execPath, args, {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  let stderr = '';
  createInterface(child.stdout).on('line', (line) => lines.push(line));
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  const ended = once(child, 'close').then(([code, signal]) => ({
    code,
    signal,
    stdout: lines.join('\n'),
    stderr,
  }));
  return { child, lines, ended };
}

async function printed({ child, lines, ended }: Spawned, count: number): Promise<void> {
  const gone = ended.then(({ code, signal, stderr }) => {
    throw new Error(`The server ended (${code ?? signal}): ${stderr}`);
  });
  // Losing the race must not become an unhandled rejection later.
  gone.catch(() => {});
  while (lines.length < count) {
    if (child.stdout === null) throw new Error('The server has no output.');
    await Promise.race([once(child.stdout, 'data'), gone]);
    // The lines of this chunk are taken apart after the data event.
    await new Promise((resolve) => setImmediate(resolve));
  }
}

function addressIn(line: string | undefined): string {
  const address = line?.match(/https?:\/\/\S+$/)?.[0];
  if (address === undefined) throw new Error(`The server printed no address: ${line}`);
  return address;
}
