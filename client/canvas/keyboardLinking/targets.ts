/**
 * The target of a link drawn by keyboard: arrows choose the nearest node in their direction, from the target
 * so far; Tab the next in reading order. The source is never the target. Pure.
 */
import type { Position } from '../../../shared/model/element.ts';
import type { NodeId } from '../../../shared/model/ids.ts';
import type { KeyboardLink } from '../../state/ui.ts';
import { type Direction, nearestTowards } from '../keyboard/directions.ts';
import { inReadingOrder } from '../keyboard/readingOrder.ts';

export interface LinkTarget {
  readonly id: NodeId;
  readonly position: Position;
}

export type KeyboardLinkStep =
  | { readonly type: 'towards'; readonly towards: Direction }
  | { readonly type: 'next'; readonly back: boolean };

/** The target after one more key; unchanged where no node lies there. */
export function nextTarget(
  nodes: Iterable<LinkTarget>,
  link: KeyboardLink,
  step: KeyboardLinkStep,
): NodeId | null {
  const all = [...nodes];
  return step.type === 'towards' ? towards(all, link, step.towards) : inOrder(all, link, step.back);
}

function towards(
  nodes: readonly LinkTarget[],
  { source, target }: KeyboardLink,
  direction: Direction,
): NodeId | null {
  const from = nodes.find(({ id }) => id === (target ?? source))?.position;
  if (from === undefined) return target;
  const among = nodes
    .filter(({ id }) => id !== source && id !== target)
    .map(({ id, position }) => ({ id, ...position }));
  return nearestTowards(from, { towards: direction, among })?.id ?? target;
}

/** Wraps around: the target may come before the source. */
function inOrder(
  nodes: readonly LinkTarget[],
  { source, target }: KeyboardLink,
  back: boolean,
): NodeId | null {
  const order = inReadingOrder(nodes);
  const start = order.findIndex(({ id }) => id === (target ?? source));
  for (let step = 1; step <= order.length; step++) {
    const at = (start + (back ? -step : step) + order.length * 2) % order.length;
    const id = order[at]?.id;
    if (id !== undefined && id !== source) return id;
  }
  return null;
}
