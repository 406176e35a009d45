/**
 * Gliding to what others do, which arrives in jumps: a step is run in every frame as long as it moves something,
 * and is told what part of the way is left to go in this one. Whoever wants less motion goes all of it at once.
 */

/** After this long some two thirds of the way are behind. */
const GLIDE_MS = 55;

export interface Gliding {
  /** There may be something to move. */
  wake(): void;
  stop(): void;
}

/** `step` answers whether it moved anything; `part` is above 0 and at most 1. */
export function gliding(step: (part: number) => boolean): Gliding {
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  let frame = 0;
  let last = 0;
  const run = (now: number) => {
    frame = 0;
    const part = still ? 1 : 1 - Math.exp(-(now - last) / GLIDE_MS);
    last = now;
    if (step(part)) frame = requestAnimationFrame(run);
  };
  return {
    wake() {
      if (frame !== 0) return;
      last = performance.now();
      frame = requestAnimationFrame(run);
    },
    stop: () => cancelAnimationFrame(frame),
  };
}
