/** Tags over elements whose name or notes a peer is typing, in the peer's colour. */
import { type ReactFlowState, useStore, ViewportPortal } from '@xyflow/react';
import { PencilLine } from 'lucide-react';
import { type CSSProperties, useSyncExternalStore } from 'react';
import type { Position } from '../../../shared/model/element.ts';
import { usePeers } from '../../state/usePeers.ts';
import { useWorkspace, type Workspace } from '../../state/workspace.ts';
import type { Peer } from '../../sync/presence.ts';
import { hueClass } from '../../ui/hue.ts';
import { useMessages } from '../../ui/locale.ts';
import './editingTags.css';

const zoomOf = ({ transform }: ReactFlowState) => transform[2];

export function EditingTags() {
  const typing = usePeers().filter(({ editing }) => editing !== null && editing !== undefined);
  return typing.length === 0 ? null : <Tags peers={typing} />;
}

function Tags({ peers }: { readonly peers: readonly Peer[] }) {
  const workspace = useWorkspace();
  const { scene } = workspace;
  const { together, someone } = useMessages();
  const zoom = useStore(zoomOf);
  // Tags move with dragged nodes; without tags, nothing is subscribed.
  useSyncExternalStore(scene.subscribe, () => scene.nodes);
  return (
    <ViewportPortal>
      {peers.map(({ client, editing, name, color }) => {
        const place = editing ? topOf(workspace, editing.id) : null;
        if (place === null) return null;
        const style = {
          '--x': `${place.x}px`,
          '--y': `${place.y}px`,
          '--inverse': 1 / zoom,
        } as CSSProperties;
        return (
          <div key={client} className={`editing-tag ${hueClass(color ?? 0)}`} style={style} data-peer={name}>
            <PencilLine size={12} aria-hidden="true" />
            <bdi>{together.renaming(name || someone)}</bdi>
          </div>
        );
      })}
    </ViewportPortal>
  );
}

/** The middle of an element's upper edge. */
function topOf({ store, scene }: Workspace, id: string): Position | null {
  const at = scene.drawnAt(id);
  const shape = scene.restingShape(id);
  if (at !== null && shape !== null) return { x: at.x, y: at.y - shape.height / 2 };
  const link = store.links.get(id);
  const [a, b] = [link && scene.drawnAt(link.source), link && scene.drawnAt(link.target)];
  return a && b ? { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 - 8 } : null;
}
