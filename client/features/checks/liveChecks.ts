/**
 * The checks of an open view: starts the worker, feeds it, and holds what it reported last. An external store,
 * so that the count, the panel and nothing else render when a report comes.
 */
import type { CheckCode } from '../../../shared/checks/codes.ts';
import { afterDrag } from '../../state/afterDrag.ts';
import type { Workspace } from '../../state/workspace.ts';
import { rememberChoice, rememberedChoice } from './choice.ts';
import { feedChecks } from './feed.ts';
import type { ChecksQuestion, Report } from './wire.ts';

export interface ChecksState {
  /** Null until the checks were run for the first time. */
  readonly report: Report | null;
  /** What this reader chose; null for what the model of the view asks. */
  readonly choice: readonly CheckCode[] | null;
}

export class LiveChecks {
  readonly #board: string;
  readonly #worker: Worker;
  readonly #stopFeeding: () => void;
  readonly #listeners = new Set<() => void>();
  #state: ChecksState;

  /** Calls back when the worker cannot be had or breaks; what then stands here is of no more use. */
  constructor({ board, viewpoint, store, ui }: Workspace, onFailed: () => void) {
    this.#board = board;
    this.#state = { report: null, choice: rememberedChoice(board) };
    this.#worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    this.#worker.onmessage = ({ data }: MessageEvent<Report>) => this.#set({ report: data });
    this.#worker.onerror = (event) => {
      event.preventDefault();
      onFailed();
    };
    const post = (message: ChecksQuestion) => this.#worker.postMessage(message);
    post({ type: 'start', viewer: viewpoint, choice: this.#state.choice });
    this.#stopFeeding = feedChecks({
      store,
      post,
      schedule: (run, ms) => {
        let stop = () => clearTimeout(timer);
        const timer = setTimeout(() => {
          stop = afterDrag(ui, run);
        }, ms);
        return () => stop();
      },
    });
  }

  get state(): ChecksState {
    return this.#state;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  choose(choice: readonly CheckCode[] | null): void {
    rememberChoice(this.#board, choice);
    this.#worker.postMessage({ type: 'choose', choice } satisfies ChecksQuestion);
    this.#set({ choice });
  }

  destroy(): void {
    this.#stopFeeding();
    this.#worker.terminate();
    this.#listeners.clear();
  }

  #set(change: Partial<ChecksState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of [...this.#listeners]) listener();
  }
}
