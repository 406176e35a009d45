/** The rows of a table, parsed and not yet understood. */
import type { Spot } from './reading.ts';

export interface Row extends Spot {
  /** On which it begins. */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface Table {
  readonly rows: readonly Row[];
}
