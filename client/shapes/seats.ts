/** Where the seats of a cell lie: rows under its name, as many as fit, the rest summed up. Pure. */

export interface SeatPlace {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

/** Seats of a cell, and how far its sign and name move up to make room for a second row. */
export interface Seating {
  readonly places: readonly SeatPlace[];
  readonly lift: number;
}

const PITCH = 27;
const ROW = 24;
/** Centre of the first row below the centre of the cell. */
const FIRST_ROW = 17;
const LIFT = 8;
const SEAT_RADIUS = 11.5;

/** How many seats a row has room for in a hexagon of this inner radius. */
function room(radius: number, y: number): number {
  const halfWidth = radius - (y + SEAT_RADIUS) / Math.sqrt(3);
  return Math.max(0, Math.floor((2 * halfWidth + PITCH - 2 * SEAT_RADIUS - 4) / PITCH));
}

interface SeatRow {
  readonly y: number;
  readonly room: number;
}

function rowsFrom(first: number, radius: number): SeatRow[] {
  const rows: SeatRow[] = [];
  const lowest = (radius * Math.sqrt(3)) / 2 - SEAT_RADIUS - 3;
  for (let y = first; y <= lowest; y += ROW) rows.push({ y, room: room(radius, y) });
  return rows;
}

function capacityOf(rows: readonly SeatRow[]): number {
  return rows.reduce((sum, row) => sum + row.room, 0);
}

export function placeSeats(initials: readonly string[], radius: number): Seating {
  const roomy = rowsFrom(FIRST_ROW, radius);
  const lift = initials.length > capacityOf(roomy) ? LIFT : 0;
  const rows = lift === 0 ? roomy : rowsFrom(FIRST_ROW - LIFT, radius);
  const capacity = capacityOf(rows);
  const shown = initials.length <= capacity ? [...initials] : initials.slice(0, Math.max(0, capacity - 1));
  if (shown.length < initials.length && capacity > 0) shown.push(`+${initials.length - shown.length}`);
  const places = rows.flatMap(({ y, room: count }) => {
    const row = shown.splice(0, count);
    return row.map((text, index) => ({ x: (index - (row.length - 1) / 2) * PITCH, y, text }));
  });
  return { places, lift };
}
