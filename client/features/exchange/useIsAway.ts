/** Whether the connection is away, while something waits for the server. */
import { useCallback, useSyncExternalStore } from 'react';
import { useWorkspace } from '../../state/workspace.ts';

export function useIsAway(): boolean {
  const { provider } = useWorkspace().replica;
  const subscribe = useCallback(
    (listen: () => void) => {
      provider.on('status', listen);
      return () => provider.off('status', listen);
    },
    [provider],
  );
  return useSyncExternalStore(subscribe, () => !provider.wsconnected);
}
