/**
 * Batching of large changes: a single one is drawn at once; of many in a row (an import, a page that was
 * offline long) all that arrive while the page draws and pauses are drawn together, so that it stays
 * responsive. Can be held entirely while such changes are made. Small changes are drawn at once.
 */
import type { LinkId, NodeId } from '../../../shared/model/ids.ts';

export interface TouchedElements {
  readonly nodes: ReadonlySet<NodeId>;
  readonly links: ReadonlySet<LinkId>;
}

export interface RenderBatcherOptions {
  readonly draw: (touched: TouchedElements) => void;
  /** Calls back once the drawn frame is on the screen, with the time it took; returns what cancels that. */
  readonly afterDrawing: (run: (tookMs: number) => void) => () => void;
  /** Calls back after so many milliseconds; returns what cancels that. */
  readonly schedule: (run: () => void, ms: number) => () => void;
}

/** A change of at least so many elements is a large one. */
const MUCH = 100;
/** The pause after drawing, as a multiple of the time it took. */
const PAUSE_FACTOR = 4;
const MIN_REST_MS = 200;

export class RenderBatcher {
  readonly #options: RenderBatcherOptions;
  readonly #nodes = new Set<NodeId>();
  readonly #links = new Set<LinkId>();
  #holds = 0;
  /** Cancels the current drawing or pause; null while idle. */
  #cancel: (() => void) | null = null;

  constructor(options: RenderBatcherOptions) {
    this.#options = options;
  }

  /** Whether anything waits to be drawn. */
  get isWaiting(): boolean {
    return this.#nodes.size + this.#links.size > 0;
  }

  /** What waits to be drawn. */
  get waiting(): TouchedElements {
    return { nodes: this.#nodes, links: this.#links };
  }

  change(touched: TouchedElements): void {
    const isLarge = touched.nodes.size + touched.links.size >= MUCH;
    if (this.#holds === 0 && !isLarge) return this.#options.draw(touched);
    for (const id of touched.nodes) this.#nodes.add(id);
    for (const id of touched.links) this.#links.add(id);
    if (this.#holds === 0 && this.#cancel === null) this.#draw();
  }

  /** Holds all drawing; returns what ends that, and draws what was batched. */
  hold(): () => void {
    let isHeld = true;
    this.#holds++;
    return () => {
      if (isHeld) this.#holds--;
      isHeld = false;
      if (this.#holds === 0 && this.#cancel === null) this.#draw();
    };
  }

  stop(): void {
    this.#cancel?.();
  }

  #draw(): void {
    if (!this.isWaiting) return;
    const touched = { nodes: new Set(this.#nodes), links: new Set(this.#links) };
    this.#nodes.clear();
    this.#links.clear();
    this.#cancel = this.#options.afterDrawing((tookMs) => {
      const restMs = Math.max(MIN_REST_MS, PAUSE_FACTOR * tookMs);
      this.#cancel = this.#options.schedule(() => {
        this.#cancel = null;
        if (this.#holds === 0) this.#draw();
      }, restMs);
    });
    this.#options.draw(touched);
  }
}

/** Two animation frames from now; passes the time that they took. */
export function afterFrame(run: (tookMs: number) => void): () => void {
  const began = performance.now();
  let frame = requestAnimationFrame(() => {
    frame = requestAnimationFrame(() => run(performance.now() - began));
  });
  return () => cancelAnimationFrame(frame);
}

export function afterTimeout(run: () => void, ms: number): () => void {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
}
