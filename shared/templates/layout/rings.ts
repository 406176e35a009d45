/**
 * Places for people inside a circle: some at the core, the others on a ring around them, far enough apart
 * that no name runs into a neighbour's disc. Offsets are from the circle's centre; y grows downwards.
 */
import type { Position } from '../../model/element.ts';

export interface RingPlaces {
  /** The core first, then the ring clockwise. */
  readonly places: readonly Position[];
  /** Of the circle that holds them. */
  readonly radius: number;
}

/** From a ring to the circle's outline: half a disc, a name beneath it, and air. */
const MARGIN = 52;
const SMALLEST_RADIUS = 104;
/** Where the ring lies in a circle of the smallest radius. */
const SMALLEST_RING = 59;
/** Between the centres of two neighbours on the ring. */
const SPACING = 86;

/** Places on a circle's line, clockwise; `turn` is the first one's angle in degrees, -90 being the top. */
export function around(count: number, { radius, turn = -90 }: { radius: number; turn?: number }): Position[] {
  return Array.from({ length: count }, (_, index) => {
    const angle = ((turn + (index * 360) / count) * Math.PI) / 180;
    return { x: Math.round(radius * Math.cos(angle)), y: Math.round(radius * Math.sin(angle)) };
  });
}

function coreOf(count: number): Position[] {
  if (count < 6) return [];
  if (count < 9) return [{ x: 0, y: 0 }];
  if (count < 12) return around(2, { radius: 43, turn: 180 });
  return around(3, { radius: 52, turn: -90 });
}

/** Places for `count` people. `turn` is the angle in degrees at which the ring starts, -90 being the top. */
export function rings(count: number, turn = -90): RingPlaces {
  const core = coreOf(count);
  const onRing = count - core.length;
  const needed = onRing < 2 ? 0 : SPACING / (2 * Math.sin(Math.PI / onRing));
  const clearOfCore = core.length === 0 ? 0 : core.length === 1 ? 92 : core.length === 2 ? 122 : 136;
  const ring = onRing <= 5 && core.length === 0 ? SMALLEST_RING : Math.max(needed, clearOfCore);
  const radius = Math.max(SMALLEST_RADIUS, Math.round(ring + MARGIN));
  return { places: [...core, ...around(onRing, { radius: onRing === 1 ? 0 : ring, turn })], radius };
}
