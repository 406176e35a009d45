/** The rows of a table, parsed and not yet understood. */

export interface Row {
  /** On which it begins, counted from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface Table {
  /** Of the file. */
  readonly name: string;
  readonly rows: readonly Row[];
}
