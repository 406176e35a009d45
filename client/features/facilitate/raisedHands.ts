/** Peers with a raised hand, in the order in which they raised it. Pure. */
import type { Peer } from '../../sync/presence.ts';

export function raisedHands(peers: readonly Peer[]): Peer[] {
  return peers
    .filter(({ hand }) => hand !== undefined)
    .sort((a, b) => (a.hand ?? 0) - (b.hand ?? 0) || a.client - b.client);
}
