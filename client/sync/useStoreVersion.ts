/** Re-renders after every change to a store: for components that aggregate the whole board. */
import { useCallback, useSyncExternalStore } from 'react';
import type { BoardStore } from './store.ts';

export function useStoreVersion(store: BoardStore): number {
  const subscribe = useCallback((listener: () => void) => store.subscribe(listener), [store]);
  return useSyncExternalStore(subscribe, () => store.version);
}
