/**
 * The scheduler of the checks, without the worker: keeps the records of the view, runs again the checks that
 * a change can affect, one at a time so that newer changes do not wait, and reports when all have run. Small
 * changes in a row are debounced: after a long run it pauses, so that it never takes up a core.
 */
import { CHECK_CODES, type CheckCode, checksOf } from '../../../shared/checks/codes.ts';
import type { PictureElement } from '../../../shared/checks/picture.ts';
import { CheckRunner } from '../../../shared/checks/runner.ts';
import type { ElementId } from '../../../shared/model/ids.ts';
import type { PolicyName } from '../../../shared/policies/policies.ts';
import { modelOf } from '../../../shared/templates/modelOf.ts';
import type { ChecksQuestion, Report } from './wire.ts';

export interface CheckSchedulerOptions {
  readonly report: (report: Report) => void;
  /** Calls back after so many milliseconds. */
  readonly schedule: (run: () => void, ms: number) => void;
  /** Milliseconds, from anywhere. */
  readonly now: () => number;
}

/** After a run the worker rests this many times as long. */
const PAUSE_FACTOR = 3;
const MAX_PAUSE_MS = 2_000;

export class CheckScheduler {
  readonly #options: CheckSchedulerOptions;
  readonly #elements = new Map<ElementId, PictureElement>();
  #runner: CheckRunner | null = null;
  #choice: readonly CheckCode[] | null = null;
  #policy: PolicyName | null = null;
  #captionsChanged = true;
  #on: readonly CheckCode[] = [];
  #model: Report['model'] = null;
  #isDue = false;
  #isLoading = true;
  #reported = '';

  constructor(options: CheckSchedulerOptions) {
    this.#options = options;
  }

  take(message: ChecksQuestion): void {
    switch (message.type) {
      case 'start':
        this.#choice = message.choice;
        this.#runner = new CheckRunner({ viewer: message.viewer, checks: [] });
        return;
      case 'choose':
        this.#choice = message.choice;
        this.#soon(0);
        return;
      case 'change':
        for (const element of message.put) this.#put(element);
        for (const id of message.removed) this.#remove(id);
        if (message.policy !== undefined) {
          this.#policy = message.policy?.name ?? null;
          this.#captionsChanged = true;
          this.#runner?.setPolicy(message.policy);
        }
        this.#isLoading = message.more;
        if (!this.#isLoading) this.#soon(0);
    }
  }

  #put(element: PictureElement): void {
    const before = this.#elements.get(element.id);
    this.#captionsChanged ||= before?.caption !== element.caption || before?.kind !== element.kind;
    this.#elements.set(element.id, element);
    this.#runner?.put(element);
  }

  #remove(id: ElementId): void {
    this.#captionsChanged ||= this.#elements.delete(id);
    this.#runner?.remove(id);
  }

  #soon(ms: number): void {
    if (this.#isDue || this.#isLoading) return;
    this.#isDue = true;
    this.#options.schedule(() => this.#step(), ms);
  }

  /** Runs one check; the last one reports. */
  #step(): void {
    this.#isDue = false;
    const runner = this.#runner;
    if (runner === null) return;
    this.#switch(runner);
    const start = this.#options.now();
    const ran = runner.update(1);
    if (ran.length > 0) {
      this.#soon(Math.min(MAX_PAUSE_MS, PAUSE_FACTOR * (this.#options.now() - start)));
      return;
    }
    const report = { findings: runner.findings, on: this.#on, model: this.#model };
    const text = JSON.stringify(report);
    if (text === this.#reported) return;
    this.#reported = text;
    this.#options.report(report);
  }

  #switch(runner: CheckRunner): void {
    if (this.#captionsChanged) {
      this.#captionsChanged = false;
      this.#model = modelOf(this.#elements.values(), this.#policy);
    }
    const on = this.#choice ?? (this.#model === null ? [] : checksOf(this.#model));
    if (on.join() === this.#on.join()) return;
    this.#on = CHECK_CODES.filter((code) => on.includes(code));
    runner.choose(this.#on);
  }
}
