/** Where others point and type, with their names. Facilitators also see whose eyes they look through. */
import { type ReactFlowState, useStore, ViewportPortal } from '@xyflow/react';
import type { CSSProperties } from 'react';
import { hueClass } from '../board/nodes/NodeFrame.tsx';
import { useWorkspace } from '../board/workspace.ts';
import { useMessages } from '../ui/locale.ts';
import { useStoreVersion } from '../views/useStoreVersion.ts';
import { EditingTags } from './EditingTags.tsx';
import { usePeers } from './usePeers.ts';

const zoomOf = ({ transform }: ReactFlowState) => transform[2];

export function Cursors() {
  return (
    <>
      <Pointers />
      <EditingTags />
    </>
  );
}

function Pointers() {
  const peers = usePeers();
  const zoom = useStore(zoomOf);
  const label = useViewpointLabel();
  const { someone } = useMessages();
  const pointing = peers.filter(({ cursor }) => cursor !== null && cursor !== undefined);
  if (pointing.length === 0) return null;
  return (
    <ViewportPortal>
      {pointing.map(({ client, cursor, name, color, viewpoint }) => {
        const { x, y } = cursor ?? { x: 0, y: 0 };
        const seenAs = label(viewpoint);
        const style = { '--x': `${x}px`, '--y': `${y}px`, '--inverse': 1 / zoom } as CSSProperties;
        return (
          <div
            key={client}
            className={`cursor ${hueClass(color ?? 0)}`}
            style={style}
            data-peer={name}
            aria-hidden="true"
          >
            <svg width="18" height="20" viewBox="0 0 18 20" aria-hidden="true">
              <path d="M2 1.5L16 8.6L9.6 10.6L6.8 17Z" />
            </svg>
            <b>
              <bdi>{name || someone}</bdi>
              {seenAs !== null && <bdi>, {seenAs}</bdi>}
            </b>
          </div>
        );
      })}
    </ViewportPortal>
  );
}

/** Names another's viewpoint, for facilitators; null where there is nothing to add. */
function useViewpointLabel(): (viewpoint: string) => string | null {
  const { store, rights } = useWorkspace();
  const { everyone } = useMessages();
  useStoreVersion(store);
  return (viewpoint) => {
    if (rights.role !== 'facilitator' || viewpoint === 'facilitator' || viewpoint === '') return null;
    if (viewpoint === 'everyone') return everyone;
    return store.nodes.get(viewpoint as never)?.label ?? null;
  };
}
