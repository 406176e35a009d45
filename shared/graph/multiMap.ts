/** A map from keys to sets of values, as indexes are made of. A key without values takes no memory. */

const NONE: ReadonlySet<never> = new Set();

export class MultiMap<Key, Value> {
  readonly #sets = new Map<Key, Set<Value>>();

  /** The values under a key; empty where there are none. Not to be kept: it may be another set later. */
  get(key: Key): ReadonlySet<Value> {
    return this.#sets.get(key) ?? NONE;
  }

  has(key: Key): boolean {
    return this.#sets.has(key);
  }

  add(key: Key, value: Value): void {
    const values = this.#sets.get(key);
    if (values === undefined) this.#sets.set(key, new Set([value]));
    else values.add(value);
  }

  /** False when it was not there. */
  delete(key: Key, value: Value): boolean {
    const values = this.#sets.get(key);
    if (!values?.delete(value)) return false;
    if (values.size === 0) this.#sets.delete(key);
    return true;
  }

  /** Each key that has values, with them. */
  entries(): Iterable<readonly [Key, ReadonlySet<Value>]> {
    return this.#sets.entries();
  }

  values(): Iterable<ReadonlySet<Value>> {
    return this.#sets.values();
  }
}
