/**
 * Code splitting: parts that are loaded after the first load. Once a board is open they are prefetched while
 * the page is idle, so that they are available when the server is away. A part that cannot be loaded is
 * retried and breaks nothing.
 */
import { lazy } from 'react';

const RETRY_MS = 3000;

/** Not fetched yet. A part that is loaded may register further ones. */
const waiting = new Set<() => Promise<unknown>>();

/** A lazily loaded component like React's `lazy`, which {@link prefetchParts} also fetches. */
export const lazyPart: typeof lazy = (load) => {
  alsoPrefetch(load);
  return lazy(() => untilLoaded(load));
};

/** Registers something else for {@link prefetchParts}. */
export function alsoPrefetch(load: () => Promise<unknown>): void {
  waiting.add(load);
}

/** Loads with retries until it succeeds. */
export async function untilLoaded<Loaded>(load: () => Promise<Loaded>): Promise<Loaded> {
  for (;;) {
    try {
      return await load();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }
}

/**
 * Prefetches what is not loaded yet, one part after the other, each once `rest` has resolved. Returns what
 * stops it.
 */
export function prefetchParts(rest: () => Promise<void>): () => void {
  let isStopped = false;
  const fetchAll = async () => {
    for (const load of waiting) {
      await rest();
      if (isStopped) return;
      try {
        await load();
        waiting.delete(load);
      } catch {
        // The server is away: the next connection starts over.
        return;
      }
    }
  };
  const start = () => void fetchAll();
  // Safari has no idle callbacks.
  const idle =
    typeof requestIdleCallback === 'function' ? requestIdleCallback(start, { timeout: 2000 }) : null;
  if (idle === null) start();
  return () => {
    isStopped = true;
    if (idle !== null) cancelIdleCallback(idle);
  };
}
