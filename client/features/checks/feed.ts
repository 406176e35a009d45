/**
 * Feeds the worker of the checks: first the whole view, in portions that leave frames between them, then
 * changes, debounced. All main-thread work of checking is here.
 */
import type { PictureElement } from '../../../shared/checks/picture.ts';
import type { ElementId } from '../../../shared/model/ids.ts';
import type { LinkSnapshot, NodeSnapshot } from '../../sync/snapshot.ts';
import type { BoardStore } from '../../sync/store.ts';
import type { ChecksQuestion } from './wire.ts';

export interface FeedOptions {
  readonly store: BoardStore;
  readonly post: (message: ChecksQuestion) => void;
  /** Calls back after so many milliseconds; returns what prevents it. */
  readonly schedule: (run: () => void, ms: number) => () => void;
}

/** Typing and dragging change something several times a second. */
const DEBOUNCE_MS = 150;
/** So many elements take a millisecond or so. */
const PORTION = 150;

/** Begins to tell; returns what ends that. */
export function feedChecks({ store, post, schedule }: FeedOptions): () => void {
  const pending = new Set<ElementId>([...store.nodes.keys(), ...store.links.keys()]);
  let isPolicyNew = true;
  let cancel: (() => void) | null = null;
  const send = () => {
    const put: PictureElement[] = [];
    const removed: ElementId[] = [];
    for (const id of pending) {
      if (put.length + removed.length === PORTION) break;
      pending.delete(id);
      const element = store.element(id);
      if (element === undefined) removed.push(id);
      else put.push(pictureOf(element));
    }
    const more = pending.size > 0;
    post({ type: 'change', put, removed, more, ...(isPolicyNew && { policy: store.policy }) });
    isPolicyNew = false;
    cancel = more ? schedule(send, 0) : null;
  };
  const stop = store.subscribe(({ nodes, links, board }) => {
    for (const id of nodes) pending.add(id);
    for (const id of links) pending.add(id);
    isPolicyNew ||= board;
    cancel ??= schedule(send, DEBOUNCE_MS);
  });
  cancel = schedule(send, 0);
  return () => {
    stop();
    cancel?.();
  };
}

/** What the checks look at of an element; notes and colours are none of it. Owners are told to facilitators alone. */
function pictureOf(element: NodeSnapshot | LinkSnapshot): PictureElement {
  const { label, caption, owner, audience } = element;
  const common = { label, caption, ...(owner !== null && { owner }), ...(audience !== null && { audience }) };
  if ('source' in element) {
    const { id, kind, source, target } = element;
    return { id, kind, source, target, ...common };
  }
  const { id, kind, position, size, disclosure } = element;
  return { id, kind, position, size, disclosure, ...common };
}
