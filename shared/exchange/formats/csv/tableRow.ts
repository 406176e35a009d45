/** A row of a table, parsed and not yet understood. */
import type { FileSpot } from '../../reading.ts';

export interface TableRow extends FileSpot {
  /** On which it begins. */
  readonly line: number;
  readonly cells: readonly string[];
}
