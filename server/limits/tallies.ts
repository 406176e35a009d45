/** Counts how many there are of each of many names, as of the open connections of each address. */
export class Tallies {
  readonly #counts = new Map<string, number>();

  /** Counts one more and answers how many there are. */
  add(name: string): number {
    const count = (this.#counts.get(name) ?? 0) + 1;
    this.#counts.set(name, count);
    return count;
  }

  remove(name: string): void {
    const left = (this.#counts.get(name) ?? 1) - 1;
    if (left > 0) this.#counts.set(name, left);
    else this.#counts.delete(name);
  }
}
