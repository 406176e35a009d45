/** Spatial navigation between nodes, and free room beside a node. Pure; board units. */
import type { Position, Size } from '../../../shared/model/element.ts';

/** One of the four arrows. */
export type Direction = Position;

type NodeBox = Position & Size;

/** The nearest node in a direction: within 45 degrees of it, else within the half plane. Null for none. */
export function nearestTowards<Place extends Position>(
  from: Position,
  { towards, among }: { towards: Direction; among: Iterable<Place> },
): Place | null {
  let best: { place: Place; cost: number } | null = null;
  for (const place of among) {
    const [dx, dy] = [place.x - from.x, place.y - from.y];
    const along = dx * towards.x + dy * towards.y;
    const aside = Math.abs(dx * towards.y) + Math.abs(dy * towards.x);
    if (along <= 0) continue;
    // Distance across the direction counts more, so that such nodes come last.
    const cost = Math.hypot(dx, dy) + (aside > along ? 1e6 + aside : 0);
    if (best === null || cost < best.cost) best = { place, cost };
  }
  return best?.place ?? null;
}

const GAP = 84;
/** Candidates across the direction, nearest first. */
const STEPS = [0, 1, -1, 2, -2, 3, -3];
const CLEARANCE = 28;

/** The nearest place beside a box where a box of the same size fits; straight in the direction where none does. */
export function roomBeside(
  box: NodeBox,
  { towards, taken }: { towards: Direction; taken: Iterable<NodeBox> },
): Position {
  const others = [...taken];
  const step = (towards.x !== 0 ? box.height : box.width) + CLEARANCE * 2;
  const places = STEPS.map((times) => ({
    x: box.x + towards.x * (box.width + GAP) + Math.abs(towards.y) * times * step,
    y: box.y + towards.y * (box.height + GAP) + Math.abs(towards.x) * times * step,
  }));
  const free = places.find(({ x, y }) =>
    others.every(
      (other) =>
        Math.abs(other.x - x) >= (other.width + box.width) / 2 + CLEARANCE ||
        Math.abs(other.y - y) >= (other.height + box.height) / 2 + CLEARANCE,
    ),
  );
  return free ?? places[0] ?? box;
}
