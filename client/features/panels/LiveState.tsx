/** Whether the board is live, and how many people are here. */
import { usePeers } from '../../state/usePeers.ts';
import { useMessages } from '../../ui/locale.ts';
import './liveState.css';

export function LiveState({ connected, loaded }: { readonly connected: boolean; readonly loaded: boolean }) {
  const peers = usePeers();
  const { live } = useMessages();
  const state = !loaded ? 'connecting' : connected ? 'live' : 'offline';
  return (
    <div className="live-state" role="status" data-state={state}>
      <span className="live-dot" aria-hidden="true" />
      <b>{live[state]}</b>
      {state === 'live' && <span>{live.here(peers.length + 1)}</span>}
    </div>
  );
}
