/** Everybody else who is here, as React sees them. */
import { useSyncExternalStore } from 'react';
import { useWorkspace } from '../board/workspace.ts';
import type { Peer } from './presence.ts';

export function usePeers(): readonly Peer[] {
  const { presence } = useWorkspace();
  return useSyncExternalStore(presence.subscribe, () => presence.peers);
}
