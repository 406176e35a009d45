/** Recognises a double tap: not every browser makes a double click of it. Pure. */

interface Touch {
  readonly x: number;
  readonly y: number;
  readonly atMs: number;
}

/** Beyond this time a touch is a press, beyond this distance a drag. */
const TAP_MS = 400;
const MAX_MOVE_PX = 10;
/** The longest time between two taps. */
const PAUSE_MS = 400;
const APART_PX = 28;

export class DoubleTap {
  #down: Touch | null = null;
  #last: Touch | null = null;

  down(touch: Touch): void {
    this.#down = touch;
  }

  /** Whether the touch that ends is the second of two taps. */
  up(touch: Touch): boolean {
    const down = this.#down;
    this.#down = null;
    const taps = down !== null && touch.atMs - down.atMs < TAP_MS && apart(down, touch) < MAX_MOVE_PX;
    const last = this.#last;
    this.#last = taps ? touch : null;
    if (!taps || last === null || touch.atMs - last.atMs > PAUSE_MS || apart(last, touch) > APART_PX)
      return false;
    this.#last = null;
    return true;
  }
}

function apart(a: Touch, b: Touch): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
