/**
 * A circle in which a paper is handed on: its distributor in the middle, those who take it from them around,
 * and those who take it from these on an outer ring. The side towards the paper stays free for its line.
 */
import type { Position } from '../../model/element.ts';
import { keyOf, type NodeSpec, type TemplateBuilder, words } from './drawing.ts';
import { around } from './rings.ts';

const INNER = 5;
const OUTER = 11;
const INNER_RADIUS = 90;
const OUTER_RADIUS = 162;
export const HANDED_ON_RADIUS = 210;

/** For each on the inner ring, those on the outer ring whom they hand on to. */
const HANDS_ON = [
  [0, 1],
  [2, 3],
  [4, 5, 6],
  [7, 8],
  [9, 10],
] as const;
/** Of the outer ring, those whom the middle can hand to without anybody in between. */
const IN_REACH: ReadonlySet<number> = new Set([0, 2, 4, 6, 8, 10]);

export interface HandedOnSpec extends NodeSpec {
  /** The distributor, five, and eleven more, both clockwise from where the paper comes from. */
  readonly people: string;
  /** Where the paper comes from. */
  readonly from: Position;
  /** Whether the distributor hands to everybody in reach instead of leaving it to others. */
  readonly alone?: boolean;
}

/** Draws the circle and its channels. Returns the outer ring's names. */
export function handedOn(
  drawing: TemplateBuilder,
  key: string,
  { people, from, alone = false, ...spec }: HandedOnSpec,
): string[] {
  const [x, y] = spec.at;
  const towards = (Math.atan2(from.y - y, from.x - x) * 180) / Math.PI;
  const inner = around(INNER, { radius: INNER_RADIUS, turn: towards + 180 / INNER });
  const outer = around(OUTER, { radius: OUTER_RADIUS, turn: towards + 180 / OUTER });
  const side = 2 * HANDED_ON_RADIUS;
  drawing.node('circle', key, { ...spec, size: { width: side, height: side } });
  drawing.people(people, { ...spec, places: [{ x: 0, y: 0 }, ...inner, ...outer], groups: [key] });

  const [distributor = '', ...readers] = words(people);
  const [innerNames, outerNames] = [readers.slice(0, INNER), readers.slice(INNER)];
  drawing.remark(distributor, { caption: 'distributor' });
  innerNames.forEach((name, index) => {
    drawing.link('channel', [keyOf(distributor), keyOf(name)]);
    for (const place of HANDS_ON[index] ?? []) {
      const direct = alone && IN_REACH.has(place);
      drawing.link('channel', [keyOf(direct ? distributor : name), keyOf(outerNames[place] ?? '')]);
      if (!direct) drawing.remark(name, { caption: 'distributor' });
    }
  });
  return outerNames;
}
