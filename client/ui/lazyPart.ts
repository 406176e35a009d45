/**
 * Parts of the page that come after its first load. Once a board is open they are fetched while there is nothing
 * else to do, so that they are at hand when the server is away. A part that cannot be had waits; it breaks nothing.
 */
import { lazy } from 'react';

const RETRY_MS = 3000;

/** Not fetched yet. Parts may bring further parts. */
const waiting = new Set<() => Promise<unknown>>();

/** A component in a file of its own, as React's `lazy`, whose file is also fetched by {@link fetchLater}. */
export const later: typeof lazy = (load) => {
  alsoFetch(load);
  return lazy(() => untilLoaded(load));
};

/** Has something fetched by {@link fetchLater} besides. */
export function alsoFetch(load: () => Promise<unknown>): void {
  waiting.add(load);
}

/** Loads something, again and again until it can be had. */
export async function untilLoaded<Loaded>(load: () => Promise<Loaded>): Promise<Loaded> {
  for (;;) {
    try {
      return await load();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }
}

/** Fetches what is not here yet, one after the other, each once `rest` has resolved. Answers with what stops it. */
export function fetchLater(rest: () => Promise<void>): () => void {
  let isStopped = false;
  const fetchAll = async () => {
    for (const load of waiting) {
      await rest();
      if (isStopped) return;
      try {
        await load();
        waiting.delete(load);
      } catch {
        // The server is away; whoever connects again starts over.
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
