/**
 * Where a link runs: from the boundary of one shape to that of the other, straight, or bent to keep apart
 * from its parallels. Pure.
 */
import type { Position } from '../../shared/model/element.ts';
import { clearDistance, type Shape } from './shapes.ts';

export interface LinkRoute {
  /** SVG path data. */
  readonly path: string;
  readonly start: Position;
  readonly end: Position;
  /** Unit vectors along the line, both in its direction, for what is drawn at its ends. */
  readonly startDirection: Position;
  readonly endDirection: Position;
  /** The middle, for the label. */
  readonly middle: Position;
  readonly length: number;
}

export interface RouteOptions {
  /** How far the middle is pushed to the left of the line, seen from its start. */
  readonly bend: number;
  /** Room left free between the boundary and the ends. */
  readonly startGap: number;
  readonly endGap: number;
}

function unit({ x, y }: Position): Position {
  const length = Math.hypot(x, y);
  return length === 0 ? { x: 0, y: -1 } : { x: x / length, y: y / length };
}

export function routeBetween(from: Shape, to: Shape, { bend, startGap, endGap }: RouteOptions): LinkRoute {
  const along = unit({ x: to.x - from.x, y: to.y - from.y });
  const control = {
    x: (from.x + to.x) / 2 + along.y * bend * 2,
    y: (from.y + to.y) / 2 - along.x * bend * 2,
  };
  const leave = bend === 0 ? along : unit({ x: control.x - from.x, y: control.y - from.y });
  const arrive = bend === 0 ? along : unit({ x: to.x - control.x, y: to.y - control.y });
  const start = step(from, leave, clearDistance(from, leave) + startGap);
  let end = step(to, arrive, -(clearDistance(to, { x: -arrive.x, y: -arrive.y }) + endGap));
  let endDirection = arrive;
  const overlap = (end.x - start.x) * along.x + (end.y - start.y) * along.y <= 0;
  if (overlap && bend === 0) {
    // One lies in the other: the line meets the inner one from the side where the outer one's edge is.
    end = step(to, along, clearDistance(to, along) + endGap);
    endDirection = unit({ x: end.x - start.x, y: end.y - start.y });
  }
  const straight = bend === 0;
  const middle = straight
    ? { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 }
    : { x: (start.x + 2 * control.x + end.x) / 4, y: (start.y + 2 * control.y + end.y) / 4 };
  return {
    path: straight ? `M${at(start)}L${at(end)}` : `M${at(start)}Q${at(control)} ${at(end)}`,
    start,
    end,
    startDirection: straight && overlap ? endDirection : leave,
    endDirection,
    middle,
    length: Math.hypot(end.x - start.x, end.y - start.y),
  };
}

function step(from: Position, direction: Position, distance: number): Position {
  return { x: from.x + direction.x * distance, y: from.y + direction.y * distance };
}

function at({ x, y }: Position): string {
  return `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`;
}

/** The bends that keep a number of parallel links apart, in their order; one alone is straight. */
export function bends(count: number, apart = 22): number[] {
  return Array.from({ length: count }, (_, index) => (index - (count - 1) / 2) * apart);
}
