/**
 * Which parts of our own code have been reached, as V8 counts them: what lets the fuzzer keep the inputs that
 * got somewhere new.
 */
import { Session } from 'node:inspector/promises';
import { sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const OURS = ['client', 'server', 'shared'].map((folder) => `${ROOT}${folder}${sep}`);

export class Coverage {
  readonly #session = new Session();
  readonly #reached = new Set<string>();

  static async start(): Promise<Coverage> {
    const coverage = new Coverage();
    coverage.#session.connect();
    await coverage.#session.post('Profiler.enable');
    await coverage.#session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
    return coverage;
  }

  get size(): number {
    return this.#reached.size;
  }

  /** How many blocks were reached for the first time since the last call. */
  async news(): Promise<number> {
    const before = this.#reached.size;
    const { result } = await this.#session.post('Profiler.takePreciseCoverage');
    for (const { url, functions } of result) {
      const path = url.startsWith('file:') ? fileURLToPath(url.split('?', 1)[0] ?? '') : '';
      if (!OURS.some((folder) => path.startsWith(folder))) continue;
      for (const { ranges } of functions) {
        for (const { startOffset, endOffset, count } of ranges) {
          // How often counts a little too: loops run once and loops run often are different things.
          if (count > 0)
            this.#reached.add(
              `${path} ${startOffset} ${endOffset} ${Math.min(4, Math.floor(Math.log2(count)))}`,
            );
        }
      }
    }
    return this.#reached.size - before;
  }

  stop(): void {
    this.#session.disconnect();
  }
}
