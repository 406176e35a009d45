/**
 * Smoothing of peers' moves, which arrive in jumps: a step runs in every frame as long as it moves something,
 * with the part of the remaining way to cover in this frame. All of it at once where the reader prefers
 * reduced motion.
 */

/** Time constant: after it some two thirds of the way are covered. */
const GLIDE_MS = 55;

export interface Gliding {
  /** Starts the animation, if something may have to move. */
  wake(): void;
  stop(): void;
}

/** `step` returns whether it moved anything; `part` is above 0 and at most 1. */
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
