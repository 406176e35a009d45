/** Starts the checks of an open view once the board is loaded and the page is idle; provides them by context. */
import { createContext, useContext, useEffect, useState, useSyncExternalStore } from 'react';
import { afterDrag } from '../../state/afterDrag.ts';
import { useWorkspace } from '../../state/workspace.ts';
import type { ChecksState, LiveChecks } from './liveChecks.ts';

/** Null until they are there. */
export const LiveChecksContext = createContext<LiveChecks | null>(null);

/** The latest moment to begin, however busy the page is; and how soon to try again when the server is away. */
const IDLE_TIMEOUT_MS = 3_000;

export function useLiveChecks(loaded: boolean): LiveChecks | null {
  const workspace = useWorkspace();
  const [checks, setChecks] = useState<LiveChecks | null>(null);
  useEffect(() => {
    if (!loaded) return;
    let started: LiveChecks | null = null;
    let timer: ReturnType<typeof setTimeout> | null = null;
    let isOver = false;
    const begin = async () => {
      if (!navigator.onLine) return beginLater();
      try {
        const { LiveChecks } = await import('./liveChecks.ts');
        if (isOver) return;
        started = new LiveChecks(workspace, beginLater);
        setChecks(started);
      } catch {
        beginLater();
      }
    };
    const beginLater = () => {
      started?.destroy();
      started = null;
      setChecks(null);
      if (!isOver) timer = setTimeout(begin, IDLE_TIMEOUT_MS);
    };
    let cancel = whenIdle(() => {
      cancel = afterDrag(workspace.ui, () => void begin());
    });
    return () => {
      isOver = true;
      cancel();
      if (timer !== null) clearTimeout(timer);
      started?.destroy();
      setChecks(null);
    };
  }, [workspace, loaded]);
  return checks;
}

function whenIdle(run: () => void): () => void {
  if (typeof requestIdleCallback === 'function') {
    const handle = requestIdleCallback(run, { timeout: IDLE_TIMEOUT_MS });
    return () => cancelIdleCallback(handle);
  }
  const timer = setTimeout(run, IDLE_TIMEOUT_MS / 10);
  return () => clearTimeout(timer);
}

const NOT_YET: ChecksState = { report: null, choice: null };
const nothing = () => () => {};

export function useChecksState(): ChecksState {
  const checks = useContext(LiveChecksContext);
  return useSyncExternalStore(checks?.subscribe ?? nothing, () => checks?.state ?? NOT_YET);
}
