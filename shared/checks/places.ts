/** Where things lie on the board: what holds what, and what is near. */
import type { PictureNode } from './picture.ts';

/** Whether the node's centre lies in the box of the group. Nodes without a place lie nowhere. */
export function liesIn({ position }: PictureNode, group: PictureNode): boolean {
  if (position === undefined || group.position === undefined || !group.size) return false;
  const { width, height } = group.size;
  return (
    Math.abs(position.x - group.position.x) <= width / 2 &&
    Math.abs(position.y - group.position.y) <= height / 2
  );
}

/** Between the centres; infinite where one of the two has no place. */
export function distance({ position: a }: PictureNode, { position: b }: PictureNode): number {
  return a === undefined || b === undefined ? Number.POSITIVE_INFINITY : Math.hypot(a.x - b.x, a.y - b.y);
}
