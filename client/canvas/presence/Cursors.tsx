/** Cursors and typing of peers, with their names; for facilitators also with their viewpoints. */
import { type ReactFlowState, useStore, ViewportPortal } from '@xyflow/react';
import { type CSSProperties, memo, useEffect, useState } from 'react';
import { usePeers } from '../../state/usePeers.ts';
import { useWorkspace } from '../../state/workspace.ts';
import type { Peer } from '../../sync/presence.ts';
import { useStoreVersion } from '../../sync/useStoreVersion.ts';
import { hueClass } from '../../ui/hue.ts';
import { useMessages } from '../../ui/locale.ts';
import { EditingTags } from './EditingTags.tsx';
import './cursors.css';

const zoomOf = ({ transform }: ReactFlowState) => transform[2];

export function Cursors() {
  return (
    <>
      <Pointers />
      <EditingTags />
    </>
  );
}

/** With more cursors than this, the names of resting ones would cover the board. */
const CROWD = 6;
/** How long the name of a resting cursor stays. */
const NAME_MS = 2_500;

function Pointers() {
  const peers = usePeers();
  const zoom = useStore(zoomOf);
  const label = useViewpointLabel();
  const pointing = peers.filter(isPointing);
  if (pointing.length === 0) return null;
  return (
    <ViewportPortal>
      {pointing.map((peer) => (
        <Pointer
          key={peer.client}
          peer={peer}
          seenAs={label(peer.viewpoint)}
          inverse={1 / zoom}
          isCrowded={pointing.length > CROWD}
        />
      ))}
    </ViewportPortal>
  );
}

type PointingPeer = Peer & { readonly cursor: NonNullable<Peer['cursor']> };

function isPointing(peer: Peer): peer is PointingPeer {
  return peer.cursor !== null && peer.cursor !== undefined;
}

interface PointerProps {
  peer: PointingPeer;
  seenAs: string | null;
  inverse: number;
  isCrowded: boolean;
}

const Pointer = memo(function Pointer({ peer, seenAs, inverse, isCrowded }: PointerProps) {
  const { cursor, name, color } = peer;
  const { someone } = useMessages();
  const isResting = useIsResting(`${cursor.x} ${cursor.y}`);
  const style = { '--x': `${cursor.x}px`, '--y': `${cursor.y}px`, '--inverse': inverse } as CSSProperties;
  const isNameless = isCrowded && isResting;
  return (
    <div
      className={`cursor ${hueClass(color ?? 0)}${isNameless ? ' is-nameless' : ''}`}
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
});

/** Whether a value has not changed for a while. */
function useIsResting(at: string): boolean {
  const [restedAt, setRestedAt] = useState<string | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setRestedAt(at), NAME_MS);
    return () => clearTimeout(timer);
  }, [at]);
  return restedAt === at;
}

/** The name of a peer's viewpoint, for facilitators; null where it adds nothing. */
function useViewpointLabel(): (viewpoint: string) => string | null {
  const { store, rights } = useWorkspace();
  const { everyone } = useMessages();
  useStoreVersion(store);
  return (viewpoint) => {
    if (rights.role !== 'facilitator' || viewpoint === 'facilitator' || viewpoint === '') return null;
    if (viewpoint === 'everyone') return everyone;
    return store.nodes.get(viewpoint)?.label ?? null;
  };
}
