/** The mark of an unconfirmed drawing. Pure, but for the reader's language. */
import type { DrawingMark } from '../../shapes/sceneTypes.ts';
import type { LinkSnapshot, NodeSnapshot } from '../../sync/snapshot.ts';
import type { BoardStore } from '../../sync/store.ts';
import { currentMessages } from '../../ui/locale.ts';
import { nameOf } from '../describe.ts';

/** Null for a confirmed element. */
export function drawingMark(
  store: Pick<BoardStore, 'nodes'>,
  element: NodeSnapshot | LinkSnapshot,
): DrawingMark | null {
  if (!element.unconfirmed) return null;
  const { session } = currentMessages();
  if (element.owner === null) return { hue: null, title: session.awaits };
  const owner = store.nodes.get(element.owner);
  return { hue: owner?.color ?? null, title: session.drawnBy(nameOf(owner)) };
}
