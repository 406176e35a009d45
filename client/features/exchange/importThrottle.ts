/**
 * Flow control for large changes: waits after each batch until the server has called it durable, and makes the next
 * one smaller or larger by how long that took. Gathers on the way what the server set back. While the
 * connection is away it waits, and where the server found it too fast it goes on at a share of the server's time
 * that any session is granted; when the copy is thrown away it gives up.
 */
import { CLOSE } from '../../../shared/closeCodes.ts';
import { clockIn } from '../../sync/saved.ts';
import type { ViewReplica } from '../../sync/viewReplica.ts';

const FIRST = 150;
const MIN_BATCH = 100;
const MAX_BATCH = 300;
/**
 * A batch should take about this long, there and back: short enough that other users do not notice. Never fewer than
 * the least at once, which pages gather before they draw them.
 */
const QUICK_MS = 100;
const SLOW_MS = 300;
/** How long it rests after a batch, in times of what that took. */
const PAUSE_FACTOR = 0.4;
const MAX_PAUSE_MS = 250;
/** Once it was too fast: a batch takes the server no longer than it took altogether, so this is a quarter of it. */
const SLOW_REST = 3;
const MAX_SLOW_REST_MS = 3_000;

export class ImportThrottle {
  readonly refused = new Set<string>();
  readonly startedAt = performance.now();
  size = FIRST;
  readonly #replica: ViewReplica;
  readonly #stopHearing: () => void;
  /** The server's last word on how much of this page's writing is durable. */
  #durable = 0;
  /** How often the server has said anything durable. */
  #words = 0;
  /** Whether anything was written since the last time it settled. */
  #isDue = false;
  #wake: (() => void) | null = null;
  #fail: ((cause: Error) => void) | null = null;
  #wasTooFast = false;
  readonly #onClose = (event: { readonly code?: number } | null) => {
    if (event?.code === CLOSE.tooFast) this.#wasTooFast = true;
  };
  readonly #onDestroy = () => this.#fail?.(new Error('The copy is gone.'));
  readonly #onUpdate = (_update: Uint8Array, origin: unknown) => {
    if (origin !== this.#replica.provider) this.#isDue = true;
  };

  constructor(replica: ViewReplica) {
    this.#replica = replica;
    this.#stopHearing = replica.hear((notice) => {
      if (notice.type === 'refused') for (const id of notice.elements) this.refused.add(id);
      if (notice.type !== 'saved') return;
      this.#words++;
      this.#durable = clockIn(notice.state, replica.doc.clientID) ?? this.#durable;
      this.#wake?.();
    });
    replica.provider.on('connection-close', this.#onClose);
    replica.doc.on('destroy', this.#onDestroy);
    replica.doc.on('update', this.#onUpdate);
  }

  /** Resolves once everything written so far is durable; rejects when it never will be. */
  async settled(): Promise<void> {
    if (!this.#isDue) return;
    this.#isDue = false;
    const { doc } = this.#replica;
    const last = doc.store.clients.get(doc.clientID)?.at(-1);
    const written = last === undefined ? 0 : last.id.clock + last.length;
    const words = this.#words;
    const began = performance.now();
    // A deletion moves no clock: for it, any later word will do.
    const isDone = () => this.#durable >= written && this.#words > words;
    await new Promise<void>((resolve, reject) => {
      this.#fail = reject;
      this.#wake = () => isDone() && resolve();
    });
    this.#wake = null;
    this.#fail = null;
    const took = performance.now() - began;
    if (took < QUICK_MS) this.size = Math.min(MAX_BATCH, Math.round(this.size * 1.4));
    else if (took > SLOW_MS) this.size = Math.max(MIN_BATCH, Math.round(this.size / 1.6));
    // The server grants each session a share of its time: a session that takes all of it is disconnected.
    const restMs = this.#wasTooFast
      ? Math.min(MAX_SLOW_REST_MS, took * SLOW_REST)
      : Math.min(MAX_PAUSE_MS, took * PAUSE_FACTOR);
    await new Promise((resolve) => setTimeout(resolve, restMs));
  }

  stop(): void {
    this.#stopHearing();
    this.#replica.provider.off('connection-close', this.#onClose);
    this.#replica.doc.off('destroy', this.#onDestroy);
    this.#replica.doc.off('update', this.#onUpdate);
  }
}
