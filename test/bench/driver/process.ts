/**
 * A server in a process of its own, with the probe inside: started, asked what it has used, ended.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

const HERE = join(import.meta.dirname, '..');
/** The Node that every measured server runs on. */
const NODE = join(HERE, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

export interface Usage {
  readonly at: number;
  readonly cpuMs: number;
  readonly systemMs: number;
  readonly rss: number;
  /** Heap in use and what hangs on it, in bytes. */
  readonly memory: number;
  /** The longest the event loop was late since the last question. */
  readonly maxDelayMs: number;
}

export class ServerProcess {
  readonly port: number;
  readonly startedInMs: number;
  readonly #child: ChildProcess;
  readonly #answers = new Map<number, (usage: Usage) => void>();
  #asked = 0;

  private constructor(child: ChildProcess, { port, startedInMs }: { port: number; startedInMs: number }) {
    this.#child = child;
    this.port = port;
    this.startedInMs = startedInMs;
    child.on('message', (answer) => {
      const usage = answer as Usage & { id: number };
      this.#answers.get(usage.id)?.(usage);
      this.#answers.delete(usage.id);
    });
  }

  static start(script: string, env: Readonly<Record<string, string>> = {}): Promise<ServerProcess> {
    const began = performance.now();
    const flags = process.env.BENCH_NODE_FLAGS?.split(' ').filter(Boolean) ?? [];
    const args = ['--expose-gc', ...flags, '--import', join(HERE, 'probe.mjs'), join(HERE, script)];
    const child = spawn(NODE, args, {
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
      env: { ...process.env, NODE_ENV: 'production', ...env },
    });
    return new Promise((resolve, reject) => {
      let told = '';
      child.stdout?.on('data', (data: Buffer) => {
        told += data.toString();
        const port = /(?:listening on|localhost:)\s*(\d+)/.exec(told)?.[1];
        if (port === undefined) return;
        const startedInMs = performance.now() - began;
        resolve(new ServerProcess(child, { port: Number(port), startedInMs }));
      });
      child.on('exit', (code) => reject(new Error(`${script} ended with ${code}. ${told}`)));
    });
  }

  usage({ collect = false } = {}): Promise<Usage> {
    this.#asked += 1;
    const id = this.#asked;
    return new Promise((resolve) => {
      this.#answers.set(id, resolve);
      this.#child.send({ id, collect });
    });
  }

  stop(): Promise<void> {
    return new Promise((resolve) => {
      const giveUp = setTimeout(() => this.#child.kill('SIGKILL'), 10_000);
      this.#child.on('exit', () => {
        clearTimeout(giveUp);
        resolve();
      });
      this.#child.kill('SIGTERM');
    });
  }
}
