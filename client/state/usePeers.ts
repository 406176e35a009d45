/** All other peers, as a React hook. */
import { useSyncExternalStore } from 'react';
import type { Peer } from '../sync/presence.ts';
import { useWorkspace } from './workspace.ts';

export function usePeers(): readonly Peer[] {
  const { presence } = useWorkspace();
  return useSyncExternalStore(presence.subscribe, () => presence.peers);
}
