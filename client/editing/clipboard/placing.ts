/** Where pasted elements are placed. Pure; board units. */
import type { Position, Size } from '../../../shared/model/element.ts';

/** Distance of a copy from its original, and from the copy before it. */
export const COPY_STEP = 32;

export interface PasteFacts {
  /** Centres of the pasted nodes, as they were copied. */
  readonly places: readonly Position[];
  /** Null where the pointer is not over the board. */
  readonly pointer: Position | null;
  /** The visible part of the board, given by its middle. */
  readonly view: Position & Size;
  /** How often the same clip was pasted here before. */
  readonly times: number;
}

/** The offset of a paste: to the pointer, else a little aside, else to the middle of the view. */
export function pasteOffset({ places, pointer, view, times }: PasteFacts): Position {
  const middle = middleOf(places);
  const step = COPY_STEP * times;
  if (pointer !== null) return { x: pointer.x - middle.x + step, y: pointer.y - middle.y + step };
  const aside = step + COPY_STEP;
  const seen =
    2 * Math.abs(middle.x + aside - view.x) < view.width &&
    2 * Math.abs(middle.y + aside - view.y) < view.height;
  if (seen) return { x: aside, y: aside };
  return { x: view.x - middle.x + step, y: view.y - middle.y + step };
}

/** The middle of the box around the places. */
function middleOf(places: readonly Position[]): Position {
  const [xs, ys] = [places.map(({ x }) => x), places.map(({ y }) => y)];
  const middle = (values: number[]) => {
    const lowest = values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
    const highest = values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
    return (lowest + highest) / 2;
  };
  return places.length === 0 ? { x: 0, y: 0 } : { x: middle(xs), y: middle(ys) };
}
