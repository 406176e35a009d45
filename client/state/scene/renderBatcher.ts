/**
 * When large changes are drawn. A single one is drawn at once; of many in a row (somebody imports, a page comes
 * back after long) as much is gathered as came while the page drew and rested, so that it stays usable
 * meanwhile. Can be held altogether by whoever makes such changes. Small changes never wait.
 */
import type { LinkId, NodeId } from '../../../shared/model/ids.ts';

export interface TouchedElements {
  readonly nodes: ReadonlySet<NodeId>;
  readonly links: ReadonlySet<LinkId>;
}

export interface RenderBatcherOptions {
  readonly draw: (touched: TouchedElements) => void;
  /** Calls back once what was drawn is on the screen, with how long that took; returns what prevents it. */
  readonly afterDrawing: (run: (tookMs: number) => void) => () => void;
  /** Calls back after so many milliseconds; returns what prevents it. */
  readonly schedule: (run: () => void, ms: number) => () => void;
}

/** From so many elements on, a change is a large one. */
const MUCH = 100;
/** How many times as long as it drew the page rests. */
const PAUSE_FACTOR = 4;
const MIN_REST_MS = 200;

export class RenderBatcher {
  readonly #options: RenderBatcherOptions;
  readonly #nodes = new Set<NodeId>();
  readonly #links = new Set<LinkId>();
  #holds = 0;
  /** Set while it draws or rests. */
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

  /** Draws nothing from now on; returns what ends that, and draws what was gathered. */
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

/** The next frame but one, in a page; told how long it was until then. */
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
