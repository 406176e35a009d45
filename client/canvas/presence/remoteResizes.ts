/** Draws peers' resizes, smoothed. Once the corner is released, the size in the doc wins. */
import type { Position, Size } from '../../../shared/model/element.ts';
import type { NodeId } from '../../../shared/model/ids.ts';
import { shapeOf } from '../../shapes/shapes.ts';
import type { Scene } from '../../state/scene/scene.ts';
import type { PresenceStore } from '../../sync/presence.ts';
import type { BoardStore } from '../../sync/store.ts';
import { gliding } from './gliding.ts';

interface RemoteSize {
  readonly position: Position;
  readonly size: Size;
}

interface RemoteResize {
  target: RemoteSize;
  shown: RemoteSize;
  /** Whether a peer still holds its corner. */
  held: boolean;
}

const NEAR = 0.5;

export interface RemoteResizeOptions {
  readonly presence: PresenceStore;
  readonly store: BoardStore;
  readonly scene: Scene;
}

/** Returns what ends it. */
export function showRemoteResizes({ presence, store, scene }: RemoteResizeOptions): () => void {
  const resized = new Map<NodeId, RemoteResize>();

  const glide = gliding((part) => {
    let moving = false;
    for (const [id, entry] of resized) {
      const near = isNear(entry.shown, entry.target);
      if (near && !entry.held) {
        resized.delete(id);
        scene.reshape(id, null);
      } else if (entry.shown !== entry.target) {
        entry.shown = near ? entry.target : mix(entry.shown, { to: entry.target, part });
        scene.reshape(id, entry.shown);
        moving = true;
      }
    }
    return moving;
  });

  const resting = (id: NodeId): RemoteSize | null => {
    const node = store.nodes.get(id);
    if (node === undefined) return null;
    const { x, y, width, height } = shapeOf(node);
    return { position: { x, y }, size: { width, height } };
  };

  const onPresence = () => {
    const now = new Map<NodeId, RemoteSize>();
    for (const { resize } of presence.peers) {
      const node = resize && store.nodes.get(resize.id);
      if (node) now.set(node.id, { position: resize.position, size: resize.size });
    }
    for (const [id, target] of now) {
      const shown = resized.get(id)?.shown ?? resting(id);
      if (shown !== null) resized.set(id, { target, shown, held: true });
    }
    for (const [id, entry] of resized) {
      if (now.has(id)) continue;
      entry.held = false;
      entry.target = resting(id) ?? entry.target;
    }
    if (resized.size > 0) glide.wake();
  };

  const onStore = (changed: ReadonlySet<NodeId>) => {
    for (const [id, entry] of resized) {
      const lies = changed.has(id) ? resting(id) : entry.target;
      if (lies === null) resized.delete(id);
      else if (!entry.held) entry.target = lies;
    }
    if (resized.size > 0) glide.wake();
  };

  const stops = [presence.subscribe(onPresence), store.subscribe(({ nodes }) => onStore(nodes))];
  return () => {
    for (const stop of stops) stop();
    glide.stop();
    for (const id of resized.keys()) scene.reshape(id, null);
  };
}

function numbersOf({ position, size }: RemoteSize): [number, number, number, number] {
  return [position.x, position.y, size.width, size.height];
}

function isNear(a: RemoteSize, b: RemoteSize): boolean {
  const there = numbersOf(b);
  return numbersOf(a).every((value, index) => Math.abs(value - (there[index] ?? value)) < NEAR);
}

function mix(from: RemoteSize, { to, part }: { to: RemoteSize; part: number }): RemoteSize {
  const between = (a: number, b: number) => a + (b - a) * part;
  return {
    position: { x: between(from.position.x, to.position.x), y: between(from.position.y, to.position.y) },
    size: {
      width: between(from.size.width, to.size.width),
      height: between(from.size.height, to.size.height),
    },
  };
}
