/** One line of the command palette. */
export interface PaletteEntry {
  readonly id: string;
  readonly label: string;
  /** As people write the keys; empty where there are none. */
  readonly keys: string;
  readonly run: () => void;
}
