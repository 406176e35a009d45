/**
 * Draws peers' drags, smoothed. An offset is relative to the position that a node had when the offset was
 * sent: when the position in the doc changes meanwhile, the doc's is newer and wins.
 */
import type { Position } from '../../../shared/model/element.ts';
import type { NodeId } from '../../../shared/model/ids.ts';
import type { Scene } from '../../state/scene/scene.ts';
import type { Peer, PresenceStore } from '../../sync/presence.ts';
import type { BoardStore } from '../../sync/store.ts';
import { gliding } from './gliding.ts';

interface RemoteDrag {
  client: number;
  target: Position;
  shown: Position;
  /** Whether a peer still drags it. */
  held: boolean;
}

const NEAR = 0.3;

export interface RemoteDragOptions {
  readonly presence: PresenceStore;
  readonly store: BoardStore;
  readonly scene: Scene;
}

/** Returns what ends it. */
export function showRemoteDrags({ presence, store, scene }: RemoteDragOptions): () => void {
  const dragged = new Map<NodeId, RemoteDrag>();
  const seen = new Map<number, Peer['drag']>();

  const glide = gliding((part) => {
    const positions = new Map<NodeId, Position>();
    const done: NodeId[] = [];
    for (const [id, entry] of dragged) {
      const { shown, target } = entry;
      const near = Math.abs(target.x - shown.x) < NEAR && Math.abs(target.y - shown.y) < NEAR;
      if (near && !entry.held) {
        dragged.delete(id);
        done.push(id);
      } else if (!near || shown !== target) {
        entry.shown = near ? target : mix(shown, target, part);
        positions.set(id, entry.shown);
      }
    }
    if (positions.size > 0) scene.showDragged(positions);
    if (done.length > 0) scene.release(done);
    return positions.size > 0;
  });

  const hold = ({ client, drag }: Peer) => {
    for (const name of drag?.ids ?? []) {
      const node = store.nodes.get(name);
      if (drag === null || drag === undefined || node === undefined || scene.isLifted(node.id)) continue;
      const { id, position } = node;
      const target = { x: position.x + drag.dx, y: position.y + drag.dy };
      const known = dragged.get(id);
      if (known === undefined) dragged.set(id, { client, target, shown: position, held: true });
      else Object.assign(known, { client, target, held: true });
    }
  };

  const onPresence = () => {
    const dragging = new Map(presence.peers.map((peer) => [peer.client, peer]));
    for (const peer of dragging.values()) {
      if (sameDrag(peer.drag, seen.get(peer.client))) continue;
      seen.set(peer.client, peer.drag);
      hold(peer);
    }
    for (const [id, entry] of dragged) {
      if (dragging.get(entry.client)?.drag?.ids.includes(id)) continue;
      entry.held = false;
      entry.target = store.nodes.get(id)?.position ?? entry.target;
    }
    for (const client of seen.keys()) if (!dragging.has(client)) seen.delete(client);
    if (dragged.size > 0) glide.wake();
  };

  const stopPresence = presence.subscribe(onPresence);
  const stopStore = store.subscribe(({ nodes }) => {
    for (const id of nodes) {
      const entry = dragged.get(id);
      const position = store.nodes.get(id)?.position;
      if (entry === undefined) continue;
      if (position === undefined) dragged.delete(id);
      else entry.target = position;
    }
    if (dragged.size > 0) glide.wake();
  });
  return () => {
    stopPresence();
    stopStore();
    glide.stop();
    scene.release(dragged.keys());
  };
}

function sameDrag(a: Peer['drag'], b: Peer['drag']): boolean {
  if (!a || !b) return !a && !b;
  return a.dx === b.dx && a.dy === b.dy && a.ids.length === b.ids.length && a.ids[0] === b.ids[0];
}

function mix(from: Position, to: Position, part: number): Position {
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
}
