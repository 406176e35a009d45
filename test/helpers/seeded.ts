/**
 * Randomness that a seed repeats: small, fast, and good enough to choose test steps with (mulberry32).
 */
export class Seeded {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** In [0, 1). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  /** An integer in [0, below). */
  below(below: number): number {
    return Math.floor(this.next() * below);
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** One of the items; undefined when there are none. */
  pick<T>(items: readonly T[]): T | undefined {
    return items[this.below(items.length)];
  }

  word(): string {
    return `w${Math.floor(this.next() * 1e9).toString(36)}`;
  }
}

/** A stable 32-bit number for a text (FNV-1a). */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return value >>> 0;
}

/** How many seeds a property is tried with, from which first one. */
export function seeds(fallback: number): number[] {
  const count = Number(process.env['CELLBOARD_SEEDS'] ?? fallback);
  const first = Number(process.env['CELLBOARD_SEED'] ?? 1);
  return Array.from({ length: count }, (_, index) => first + index);
}
