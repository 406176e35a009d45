/** Client of the import's web worker: one request at a time, each a promise of its answer. */

import type { GivenFile } from '../../../shared/exchange/readFiles.ts';
import type { FileRefusal } from '../../../shared/exchange/reading.ts';
import type { Result } from '../../../shared/model/result.ts';
import type { Answer, Arranged, Ask, Choices, ImportSummary, Overview } from './importing.ts';

export class ImportWorker {
  readonly #worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  #last: Promise<unknown> = Promise.resolve();

  async read(files: readonly GivenFile[]): Promise<Result<Overview, FileRefusal>> {
    const answer = await this.#ask({ type: 'read', files });
    if (answer.type !== 'read') throw new Error('The answer belongs to another question.');
    return answer.overview;
  }

  async outline(choices: Choices): Promise<ImportSummary> {
    const answer = await this.#ask({ type: 'outline', choices });
    if (answer.type !== 'outline') throw new Error('The answer belongs to another question.');
    return answer.outline;
  }

  async arrange(choices: Choices): Promise<Arranged> {
    const answer = await this.#ask({ type: 'arrange', choices });
    if (answer.type !== 'arrange') throw new Error('The answer belongs to another question.');
    return answer.arranged;
  }

  /** Questions still open are never answered. */
  stop(): void {
    this.#worker.terminate();
  }

  #ask(ask: Ask): Promise<Answer> {
    const asked = this.#last.then(
      () =>
        new Promise<Answer>((resolve, reject) => {
          this.#worker.onmessage = ({ data }: MessageEvent<Answer>) => resolve(data);
          this.#worker.onerror = () => reject(new Error('The worker failed.'));
          this.#worker.postMessage(ask);
        }),
    );
    this.#last = asked.catch(() => {});
    return asked;
  }
}
