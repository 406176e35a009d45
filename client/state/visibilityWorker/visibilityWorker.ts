/**
 * The client of the visibility worker: keeps a worker in sync with a facilitator's board and sends it
 * questions. The worker starts with the first question. An answer holds for the board as it was when it was
 * asked; a watched question is asked again after every change that can matter, one at a time.
 */
import type { ElementRecord } from '../../../shared/model/element.ts';
import type { ElementId } from '../../../shared/model/ids.ts';
import type { Policy } from '../../../shared/policies/policies.ts';
import type { BoardChange, BoardStore } from '../../sync/store.ts';
import type { Answers, Asking, BoardDelta, Kind, Question } from './questions.ts';
import { linkRecord, nodeRecord, sameToRules } from './records.ts';
import type { VisibilityQuestion } from './worker.ts';

export type WorkerLike = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror'>;

interface PendingQuestion {
  resolve(answer: never): void;
  reject(cause: Error): void;
}

interface VisibilityWatch {
  readonly look: () => void;
}

const DEBOUNCE_MS = 30;

export class VisibilityWorker {
  readonly #store: BoardStore;
  readonly #makeWorker: () => WorkerLike;
  readonly #stop: () => void;
  #worker: WorkerLike | null = null;
  /** The records that the worker has; empty before it starts. */
  readonly #told = new Map<ElementId, ElementRecord>();
  #policy: Policy | null = null;
  readonly #dirty = new Set<ElementId>();
  readonly #waiting = new Map<number, PendingQuestion>();
  readonly #watches = new Set<VisibilityWatch>();
  #tickets = 0;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(store: BoardStore, makeWorker: () => WorkerLike = startWorker) {
    this.#store = store;
    this.#makeWorker = makeWorker;
    this.#stop = store.subscribe((change) => this.#onChange(change));
  }

  /** Rejects when the worker fails or the board is left. */
  ask<K extends Kind>(question: Asking<K>): Promise<Answers[K]> {
    const worker = this.#open();
    this.#tell(worker);
    this.#tickets += 1;
    const ticket = this.#tickets;
    return new Promise<Answers[K]>((resolve, reject) => {
      this.#waiting.set(ticket, { resolve, reject });
      worker.postMessage({
        type: 'ask',
        ticket,
        question: question as Question,
      } satisfies VisibilityQuestion);
    });
  }

  /** Calls back with each answer until it is stopped. */
  watch<K extends Kind>(question: Asking<K>, listener: (answer: Answers[K]) => void): () => void {
    let state: 'resting' | 'asking' | 'outdated' | 'stopped' = 'resting';
    const stopped = () => state === 'stopped';
    const look = () => {
      if (state !== 'resting') {
        if (state === 'asking') state = 'outdated';
        return;
      }
      state = 'asking';
      this.ask(question).then(
        (answer) => {
          if (stopped()) return;
          const isOutdated = state === 'outdated';
          state = 'resting';
          listener(answer);
          if (isOutdated && !stopped()) look();
        },
        // The board was left, or the worker is gone: there will be no more answers.
        () => {},
      );
    };
    const watch = { look };
    this.#watches.add(watch);
    look();
    return () => {
      state = 'stopped';
      this.#watches.delete(watch);
    };
  }

  destroy(): void {
    this.#stop();
    this.#watches.clear();
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#close(new Error('The board was left.'));
  }

  #open(): WorkerLike {
    if (this.#worker !== null) return this.#worker;
    const worker = this.#makeWorker();
    worker.onmessage = ({ data }: MessageEvent<{ ticket: number; answer: never }>) => {
      this.#waiting.get(data.ticket)?.resolve(data.answer);
      this.#waiting.delete(data.ticket);
    };
    worker.onerror = () => this.#close(new Error('Who sees what could not be worked out.'));
    this.#worker = worker;
    for (const id of this.#store.nodes.keys()) this.#dirty.add(id);
    for (const id of this.#store.links.keys()) this.#dirty.add(id);
    return worker;
  }

  #close(cause: Error): void {
    this.#worker?.terminate();
    this.#worker = null;
    this.#told.clear();
    this.#dirty.clear();
    this.#policy = null;
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { reject } of waiting) reject(cause);
  }

  #onChange({ nodes, links }: BoardChange): void {
    if (this.#worker === null) return;
    for (const id of nodes) this.#dirty.add(id);
    for (const id of links) this.#dirty.add(id);
    if (this.#watches.size === 0) return;
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      if (this.#worker !== null && this.#tell(this.#worker))
        for (const { look } of [...this.#watches]) look();
    }, DEBOUNCE_MS);
  }

  /** Sends the changes since the last message. Returns whether there were any. */
  #tell(worker: WorkerLike): boolean {
    const delta = this.#delta();
    if (delta === null) return false;
    worker.postMessage({ type: 'delta', delta } satisfies VisibilityQuestion);
    return true;
  }

  #delta(): BoardDelta | null {
    const put: ElementRecord[] = [];
    const removed: ElementId[] = [];
    const dirty = [...this.#dirty];
    this.#dirty.clear();
    for (const id of dirty) {
      const record = this.#record(id);
      if (record === 'waits') this.#dirty.add(id);
      if (record === null || record === 'waits') {
        if (this.#told.delete(id)) removed.push(id);
        // The links of a node go with it, and may come back with it.
        for (const link of this.#store.linksAt(id)) {
          this.#told.delete(link);
          this.#dirty.add(link);
        }
      } else if (!sameToRules(this.#told.get(id), record)) {
        this.#told.set(id, record);
        put.push(record);
      }
    }
    const { policy } = this.#store;
    const newPolicy = policy === this.#policy ? null : policy;
    this.#policy = policy;
    return put.length === 0 && removed.length === 0 && newPolicy === null
      ? null
      : { policy: newPolicy, put, removed };
  }

  /** `waits` for a link whose ends are not on the board yet. */
  #record(id: ElementId): ElementRecord | 'waits' | null {
    const node = this.#store.nodes.get(id);
    if (node !== undefined) return nodeRecord(node);
    const link = this.#store.links.get(id);
    if (link === undefined) return null;
    const { nodes } = this.#store;
    return nodes.has(link.source) && nodes.has(link.target) ? linkRecord(link) : 'waits';
  }
}

function startWorker(): WorkerLike {
  return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
}
