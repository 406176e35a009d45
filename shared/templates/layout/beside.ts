/**
 * Places for people inside a body: in rows beside its name, which the canvas draws at the start of the body,
 * halfway down. Offsets are from the body's centre.
 */
import type { Position, Size } from '../../model/element.ts';

/** Between centres in a row: names in bodies have to be short. */
const PITCH = 66;
const ROW = 66;
/** From the start of a body to its name, which follows a tile. */
const NAME_START = 48;
const NAME_CHARACTER = 7.3;
const CAPTION_CHARACTER = 5.9;

export interface Beside {
  readonly places: readonly Position[];
  readonly size: Size;
}

interface BodyTitle {
  readonly label: string;
  readonly caption?: string;
  /** For names that are written from right to left. */
  readonly startsRight?: boolean;
}

export interface BesideOptions {
  readonly count: number;
  readonly columns?: number | undefined;
  /** Between the centres in a row. */
  readonly pitch?: number | undefined;
  /** Room for the name; what it needs, where nothing is said. */
  readonly header?: number | undefined;
}

export function beside(
  { label, caption = '', startsRight = false }: BodyTitle,
  { count, columns = count, pitch = PITCH, header = headerFor(label, caption) }: BesideOptions,
): Beside {
  const rows = Math.ceil(count / columns);
  const size = { width: Math.ceil(header + columns * pitch + 4), height: rows * ROW + 8 };
  const places = Array.from({ length: count }, (_, index) => {
    const row = Math.floor(index / columns);
    const inRow = Math.min(columns, count - row * columns);
    const x = header - size.width / 2 + pitch * ((index % columns) + 0.5 + (columns - inRow) / 2);
    return { x: Math.round(startsRight ? -x : x), y: Math.round((row - (rows - 1) / 2) * ROW - 9) };
  });
  return { places, size };
}

function headerFor(label: string, caption: string): number {
  return NAME_START + Math.max(label.length * NAME_CHARACTER, caption.length * CAPTION_CHARACTER) + 8;
}
