/** Whose hands are up, in the order in which they went up. Facilitators take them down. */
import { Popover } from '@base-ui/react/popover';
import { Hand, X } from 'lucide-react';
import { lowerHand } from '../../session/api.ts';
import { isFacilitator } from '../../state/rights.ts';
import { usePeers } from '../../state/usePeers.ts';
import { viewpointName } from '../../state/viewpointNames.ts';
import { useWorkspace } from '../../state/workspace.ts';
import type { Peer } from '../../sync/presence.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { useMessages } from '../../ui/locale.ts';
import { useFacilitateMessages } from './messages.ts';
import { raisedHands } from './raisedHands.ts';
import { useCaller } from './useCaller.ts';

export function Hands() {
  const raised = raisedHands(usePeers());
  const { hands } = useFacilitateMessages();
  if (raised.length === 0) return null;
  return (
    <>
      <span className="visually-hidden" role="status">
        {hands(raised.length)}
      </span>
      <HandsList raised={raised} />
    </>
  );
}

function HandsList({ raised }: { readonly raised: readonly Peer[] }) {
  const { store, rights } = useWorkspace();
  const caller = useCaller();
  const { hands, lowerOf, lowerAll } = useFacilitateMessages();
  const { someone } = useMessages();
  const facilitator = isFacilitator(rights);
  const lower = (client: number) => void lowerHand(caller(), client);
  return (
    <Popover.Root>
      <Popover.Trigger className="strip-chip bar">
        <Hand size={14} aria-hidden="true" />
        {hands(raised.length)}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner className="popup-positioner" sideOffset={6} align="start">
          <Popover.Popup className="popup hand-list" aria-label={hands(raised.length)}>
            <ol>
              {raised.map(({ client, name, color, viewpoint }) => (
                <li key={client} className="menu-item">
                  <Avatar name={name || someone} color={color ?? 0} />
                  <bdi>{name || someone}</bdi>
                  {facilitator && (
                    <>
                      <bdi className="end">{viewpointName(store, viewpoint)}</bdi>
                      <button
                        type="button"
                        className="icon-button is-small"
                        aria-label={lowerOf(name || someone)}
                        onClick={() => lower(client)}
                      >
                        <X size={14} aria-hidden="true" />
                      </button>
                    </>
                  )}
                </li>
              ))}
            </ol>
            {facilitator && raised.length > 1 && (
              <button
                type="button"
                className="button is-small is-quiet"
                onClick={() => {
                  for (const { client } of raised) lower(client);
                }}
              >
                {lowerAll}
              </button>
            )}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
