/**
 * Shows nodes that others are dragging, gliding to where they are held. An offset counts from where a node
 * lay when the offset was stated: when its place in the doc changes meanwhile, that place is the newer word.
 */
import type { Position } from '../../../shared/model/element.ts';
import type { NodeId } from '../../../shared/model/ids.ts';
import type { Scene } from '../../state/scene/scene.ts';
import type { Peer, PresenceStore } from '../../sync/presence.ts';
import type { BoardStore } from '../../sync/store.ts';
import { gliding } from './gliding.ts';

interface Carried {
  client: number;
  target: Position;
  shown: Position;
  /** Whether somebody still holds it. */
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
  const carried = new Map<NodeId, Carried>();
  const seen = new Map<number, Peer['drag']>();

  const glide = gliding((part) => {
    const positions = new Map<NodeId, Position>();
    const done: NodeId[] = [];
    for (const [id, entry] of carried) {
      const { shown, target } = entry;
      const near = Math.abs(target.x - shown.x) < NEAR && Math.abs(target.y - shown.y) < NEAR;
      if (near && !entry.held) {
        carried.delete(id);
        done.push(id);
      } else if (!near || shown !== target) {
        entry.shown = near ? target : mix(shown, target, part);
        positions.set(id, entry.shown);
      }
    }
    if (positions.size > 0) scene.carry(positions);
    if (done.length > 0) scene.release(done);
    return positions.size > 0;
  });

  const hold = ({ client, drag }: Peer) => {
    for (const dragged of drag?.ids ?? []) {
      const node = store.nodes.get(dragged);
      if (drag === null || drag === undefined || node === undefined || scene.isLifted(node.id)) continue;
      const { id, position } = node;
      const target = { x: position.x + drag.dx, y: position.y + drag.dy };
      const known = carried.get(id);
      if (known === undefined) carried.set(id, { client, target, shown: position, held: true });
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
    for (const [id, entry] of carried) {
      if (dragging.get(entry.client)?.drag?.ids.includes(id)) continue;
      entry.held = false;
      entry.target = store.nodes.get(id)?.position ?? entry.target;
    }
    for (const client of seen.keys()) if (!dragging.has(client)) seen.delete(client);
    if (carried.size > 0) glide.wake();
  };

  const stopPresence = presence.subscribe(onPresence);
  const stopStore = store.subscribe(({ nodes }) => {
    for (const id of nodes) {
      const entry = carried.get(id);
      const position = store.nodes.get(id)?.position;
      if (entry === undefined) continue;
      if (position === undefined) carried.delete(id);
      else entry.target = position;
    }
    if (carried.size > 0) glide.wake();
  });
  return () => {
    stopPresence();
    stopStore();
    glide.stop();
    scene.release(carried.keys());
  };
}

function sameDrag(a: Peer['drag'], b: Peer['drag']): boolean {
  if (!a || !b) return !a && !b;
  return a.dx === b.dx && a.dy === b.dy && a.ids.length === b.ids.length && a.ids[0] === b.ids[0];
}

function mix(from: Position, to: Position, part: number): Position {
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
}
