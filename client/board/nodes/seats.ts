/** Where the seats of a cell lie: rows under its name, as many as fit, the rest summed up. Pure. */

export interface SeatPlace {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

const PITCH = 27;
const ROW = 26;
/** Centre of the first row below the centre of the cell. */
const FIRST_ROW = 17;
const SEAT_RADIUS = 11.5;

/** How many seats a row has room for in a hexagon of this inner radius. */
function room(radius: number, y: number): number {
  const halfWidth = radius - (y + SEAT_RADIUS) / Math.sqrt(3);
  return Math.max(0, Math.floor((2 * halfWidth + PITCH - 2 * SEAT_RADIUS - 4) / PITCH));
}

export function placeSeats(initials: readonly string[], radius: number): SeatPlace[] {
  const places: SeatPlace[] = [];
  const rows: { y: number; room: number }[] = [];
  const lowest = (radius * Math.sqrt(3)) / 2 - SEAT_RADIUS - 3;
  for (let y = FIRST_ROW; y <= lowest; y += ROW) rows.push({ y, room: room(radius, y) });
  const capacity = rows.reduce((sum, row) => sum + row.room, 0);
  const shown = initials.length <= capacity ? [...initials] : initials.slice(0, Math.max(0, capacity - 1));
  if (shown.length < initials.length && capacity > 0) shown.push(`+${initials.length - shown.length}`);
  for (const { y, room: count } of rows) {
    const row = shown.splice(0, count);
    row.forEach((text, index) => {
      places.push({ x: (index - (row.length - 1) / 2) * PITCH, y, text });
    });
  }
  return places;
}
