/** What can be fuzzed: some inputs to begin with, and what is done with each. */
export interface Target {
  readonly name: string;
  /** Inputs that get far; the rest is made of them. */
  readonly seeds: readonly Uint8Array[];
  /** Words worth putting in. */
  readonly words?: readonly string[];
  /** Throws for a defect, and for nothing else. */
  run(input: Uint8Array): void | Promise<void>;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export const bytesOf = (text: string): Uint8Array => encoder.encode(text);
export const textOf = (bytes: Uint8Array): string => decoder.decode(bytes);

export function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(textOf(bytes));
  } catch {
    return undefined;
  }
}

export function must(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Error(what);
}
