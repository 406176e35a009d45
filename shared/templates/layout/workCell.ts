/**
 * A large cell with its people inside, around its name, which the canvas draws in the middle: a row above,
 * two at the sides, two below, and between those and the name its bureau with the people in it.
 */
import type { NodeSpec, TemplateBuilder } from './drawing.ts';
import { words } from './drawing.ts';

const RADIUS = 200;
/** The centre of the bureau, below that of the cell. */
const BUREAU_DOWN = 66;

const ABOVE = [-84, 0, 84].map((x) => ({ x, y: -108 }));
const SIDES = [-122, 122].map((x) => ({ x, y: -18 }));
const BELOW = [-60, 60].map((x) => ({ x, y: 126 }));

/** Which of the places are taken by how many. */
function placesFor(count: number) {
  const [left, , right] = ABOVE;
  if (count <= 3) return ABOVE;
  if (count === 4 && left !== undefined && right !== undefined) return [left, right, ...BELOW];
  if (count === 5) return [...ABOVE, ...BELOW];
  if (count === 6 && left !== undefined && right !== undefined) return [left, right, ...SIDES, ...BELOW];
  return [...ABOVE, ...SIDES, ...BELOW];
}

export interface WorkCellSpec extends NodeSpec {
  /** Those whom the cell elected. */
  readonly bureau: string;
  /** Up to seven more. */
  readonly others: string;
}

export const hexagonSize = (radius: number) => ({
  width: 2 * radius,
  height: Math.round(radius * Math.sqrt(3)),
});

/** Draws the cell under its key, and its bureau under `<key>-bureau`. */
export function workCell(
  drawing: TemplateBuilder,
  key: string,
  { bureau, others, ...spec }: WorkCellSpec,
): void {
  const { at, color } = spec;
  drawing.node('cell', key, { ...spec, size: hexagonSize(RADIUS) });
  const bureauKey = `${key}-bureau`;
  drawing.bodyOf(bureauKey, {
    label: 'Bureau',
    caption: 'bureau',
    at: [at[0], at[1] + BUREAU_DOWN],
    people: bureau,
    pitch: 52,
    header: 112,
    groups: [key],
    ...(color !== undefined && { color }),
  });
  drawing.link('membership', [bureauKey, key]);
  drawing.link('delegation', [key, bureauKey], { caption: 'elects' });
  const places = placesFor(words(others).length);
  drawing.people(others, { at, places, groups: [key], ...(color !== undefined && { color }) });
}
