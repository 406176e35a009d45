/**
 * Placement of blocks of different sizes: a force simulation brings linked ones near each other, then each
 * takes the nearest free place, so that none overlap. Pure; the simulation's random numbers are seeded by its
 * library.
 */
import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationNodeDatum,
} from 'd3-force';
import type { Position } from '../../../shared/model/element.ts';
import type { Extent } from './pack.ts';

export interface PlacedBlock {
  readonly id: string;
  readonly at: Position;
  readonly extent: Extent;
  readonly fixed: boolean;
}

export interface BlockAttraction {
  readonly a: string;
  readonly b: string;
  readonly weight: number;
}

interface Body extends SimulationNodeDatum {
  readonly block: PlacedBlock;
  readonly radius: number;
  x: number;
  y: number;
}

const TICKS = 260;
/** Left free between blocks. */
const GAP = 36;
const STEP = 24;
/** Of more blocks, the simulation would keep people waiting. */
const MANY = 800;

/** A pass that betters the picture by less than this is not worth moving anybody. */
const WORTH_IT = 0.9;
const MAX_PASSES = 5;

/**
 * Places free of overlap. What is placed already, and would hardly be better elsewhere, stays: so laying out a
 * layout again moves nothing.
 */
export function placeBlocks(
  blocks: readonly PlacedBlock[],
  attractions: readonly BlockAttraction[],
): Map<string, Position> {
  let best = new Map(blocks.map(({ id, at }) => [id, at]));
  let cost = isFree(blocks) ? costOf(best, attractions) : Infinity;
  for (let pass = 0; pass < MAX_PASSES; pass++) {
    const from = blocks.map((block) => ({ ...block, at: best.get(block.id) ?? block.at }));
    const next = onePass(from, attractions);
    const nextCost = costOf(next, attractions);
    if (nextCost > cost * WORTH_IT) break;
    [best, cost] = [next, nextCost];
  }
  return best;
}

/** How far linked blocks lie apart, and everything from the middle. */
function costOf(places: ReadonlyMap<string, Position>, attractions: readonly BlockAttraction[]): number {
  const all = [...places.values()];
  const middle = {
    x: all.reduce((sum, { x }) => sum + x, 0) / all.length,
    y: all.reduce((sum, { y }) => sum + y, 0) / all.length,
  };
  const spread = all.reduce((sum, { x, y }) => sum + Math.hypot(x - middle.x, y - middle.y), 0);
  return attractions.reduce((sum, { a, b, weight }) => {
    const [from, to] = [places.get(a), places.get(b)];
    return from === undefined || to === undefined
      ? sum
      : sum + weight * Math.hypot(from.x - to.x, from.y - to.y);
  }, spread * 0.5);
}

/** Whether no two meet as they lie, but for those that both stay where they are. */
function isFree(blocks: readonly PlacedBlock[]): boolean {
  return blocks.every((one, index) =>
    blocks.slice(index + 1).every((other) => (one.fixed && other.fixed) || !meet(one, other)),
  );
}

function onePass(
  blocks: readonly PlacedBlock[],
  attractions: readonly BlockAttraction[],
): Map<string, Position> {
  const bodies = blocks.map((block): Body => {
    const { at, extent, fixed } = block;
    const radius = (extent.left + extent.right + extent.up + extent.down) / 4 + GAP / 2;
    return { block, radius, x: at.x, y: at.y, ...(fixed ? { fx: at.x, fy: at.y } : {}) };
  });
  const middle = centreOf(bodies);
  simulate(bodies, { attractions, middle });
  if (!blocks.some(({ fixed }) => fixed)) {
    const moved = centreOf(bodies);
    for (const body of bodies) {
      body.x += middle.x - moved.x;
      body.y += middle.y - moved.y;
    }
  }
  return settle(bodies, middle);
}

function centreOf(bodies: readonly Body[]): Position {
  const count = Math.max(1, bodies.length);
  const sum = (axis: 'x' | 'y') => bodies.reduce((total, body) => total + body[axis], 0);
  return { x: sum('x') / count, y: sum('y') / count };
}

function simulate(
  bodies: Body[],
  { attractions, middle }: { attractions: readonly BlockAttraction[]; middle: Position },
): void {
  const byId = new Map(bodies.map((body) => [body.block.id, body]));
  const links = attractions.flatMap(({ a, b, weight }) => {
    const [source, target] = [byId.get(a), byId.get(b)];
    return source === undefined || target === undefined ? [] : [{ source, target, weight }];
  });
  forceSimulation(bodies)
    .force(
      'link',
      forceLink<Body, (typeof links)[number]>(links)
        .distance(({ source, target }) => source.radius + target.radius + 60)
        .strength(({ weight }) => Math.min(0.5, 0.12 * weight)),
    )
    .force(
      'apart',
      forceManyBody<Body>()
        .strength(({ radius }) => -radius * 4)
        .distanceMax(1_200),
    )
    .force('collide', forceCollide<Body>(({ radius }) => radius * 1.08).iterations(2))
    .force('x', forceX<Body>(middle.x).strength(0.025))
    .force('y', forceY<Body>(middle.y).strength(0.04))
    .stop()
    .tick(bodies.length > MANY ? 60 : TICKS);
}

/** Large blocks choose first; a block whose place is taken gets the nearest free one. */
function settle(bodies: readonly Body[], middle: Position): Map<string, Position> {
  const size = ({ block: { extent } }: Body) => (extent.left + extent.right) * (extent.up + extent.down);
  const far = ({ x, y }: Body) => Math.hypot(x - middle.x, y - middle.y);
  const order = [...bodies].sort(
    (a, b) =>
      Number(b.block.fixed) - Number(a.block.fixed) ||
      size(b) - size(a) ||
      far(a) - far(b) ||
      (a.block.id < b.block.id ? -1 : 1),
  );
  const placed: { at: Position; extent: Extent }[] = [];
  const result = new Map<string, Position>();
  for (const { block, x, y } of order) {
    const at = block.fixed ? block.at : nearestFree({ x, y }, { extent: block.extent, placed });
    placed.push({ at, extent: block.extent });
    result.set(block.id, at);
  }
  return result;
}

interface Taken {
  readonly at: Position;
  readonly extent: Extent;
}

function nearestFree(
  wanted: Position,
  { extent, placed }: { extent: Extent; placed: readonly Taken[] },
): Position {
  for (let ring = 0; ; ring++) {
    const count = ring === 0 ? 1 : ring * 6;
    for (let index = 0; index < count; index++) {
      const angle = (index / count) * 2 * Math.PI;
      const at = {
        x: Math.round(wanted.x + Math.cos(angle) * ring * STEP),
        y: Math.round(wanted.y + Math.sin(angle) * ring * STEP),
      };
      if (!placed.some((other) => meet({ at, extent }, other))) return at;
    }
  }
}

function meet(a: Taken, b: Taken): boolean {
  const [dx, dy] = [b.at.x - a.at.x, b.at.y - a.at.y];
  return (
    dx < a.extent.right + b.extent.left + GAP &&
    -dx < a.extent.left + b.extent.right + GAP &&
    dy < a.extent.down + b.extent.up + GAP &&
    -dy < a.extent.up + b.extent.down + GAP
  );
}
