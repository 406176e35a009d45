/**
 * A template drawn small, for the start page: its own shapes, people as dots, and the links that are long
 * enough to be seen. Coordinates are thumbnail pixels from the top left corner, to a tenth.
 */
import type { Position, Size } from '../model/element.ts';
import { NODE_FORMS, usualSize } from '../model/sizes.ts';
import type { Template, TemplateNode } from './template.ts';
import type { ThumbnailShape } from './thumbnailShapes.ts';

export const THUMBNAIL_SIZE: Size = { width: 170, height: 126 };
const PADDING = 7;
/** Shorter lines would only blur what they join. */
const MIN_LINE = 7;
/** Dots of people are left out from here on: more than a small picture can show. */
const MAX_SHAPES = 420;

type Drawn = Pick<Template, 'nodes' | 'links'>;

const sizeOf = (node: TemplateNode): Size =>
  (node.kind === 'person' ? undefined : node.size) ?? usualSize(node.kind);
const tenth = (value: number): number => Math.round(value * 10) / 10;

interface Scale {
  readonly factor: number;
  readonly to: (position: Position) => Position;
}

function scaleFor(nodes: readonly TemplateNode[], { width, height }: Size): Scale {
  const lefts = nodes.map((node) => node.position.x - sizeOf(node).width / 2);
  const rights = nodes.map((node) => node.position.x + sizeOf(node).width / 2);
  const tops = nodes.map((node) => node.position.y - sizeOf(node).height / 2);
  const bottoms = nodes.map((node) => node.position.y + sizeOf(node).height / 2);
  const [left, right] = [Math.min(...lefts), Math.max(...rights)];
  const [top, bottom] = [Math.min(...tops), Math.max(...bottoms)];
  const factor = Math.min((width - 2 * PADDING) / (right - left), (height - 2 * PADDING) / (bottom - top));
  return {
    factor,
    to: ({ x, y }) => ({
      x: tenth(width / 2 + (x - (left + right) / 2) * factor),
      y: tenth(height / 2 + (y - (top + bottom) / 2) * factor),
    }),
  };
}

function shapeOf(node: TemplateNode, { factor, to }: Scale): ThumbnailShape {
  const { width, height } = sizeOf(node);
  const place = { ...to(node.position), color: node.color ?? null };
  if (node.kind === 'person') {
    return { kind: 'dot', ...place, radius: tenth(Math.max(0.9, (width / 2) * factor)) };
  }
  switch (NODE_FORMS[node.kind]) {
    case 'round':
      return { kind: 'circle', ...place, radius: tenth((width / 2) * factor) };
    case 'hexagon':
      return { kind: 'hexagon', ...place, radius: tenth((width / 2) * factor) };
    case 'box':
      return {
        kind: 'rect',
        of: node.kind,
        ...place,
        width: tenth(width * factor),
        height: tenth(height * factor),
      };
  }
}

function linesOf({ nodes, links }: Drawn, { to }: Scale): ThumbnailShape[] {
  const byKey = new Map(nodes.map((node) => [node.id, node]));
  const drawn = new Set<string>();
  return links.flatMap((link): ThumbnailShape[] => {
    const [source, target] = [byKey.get(link.source), byKey.get(link.target)];
    if (source === undefined || target === undefined || holds(target, source) || holds(source, target))
      return [];
    const ends = [source.id, target.id].sort().join(' ');
    const [from, end] = [to(edge(source, target.position)), to(edge(target, source.position))];
    if (drawn.has(ends) || Math.hypot(end.x - from.x, end.y - from.y) < MIN_LINE) return [];
    drawn.add(ends);
    return [{ kind: 'line', of: link.kind, x1: from.x, y1: from.y, x2: end.x, y2: end.y }];
  });
}

/** Where a line comes out of a region, which is drawn behind it; other shapes cover its ends. */
function edge(node: TemplateNode, towards: Position): Position {
  const { x, y } = node.position;
  if (node.kind !== 'area') return { x, y };
  const { width, height } = sizeOf(node);
  const [dx, dy] = [towards.x - x, towards.y - y];
  const share = Math.min(width / 2 / Math.abs(dx), height / 2 / Math.abs(dy));
  return { x: x + dx * share, y: y + dy * share };
}

/** Whether the centre of one lies within the box of the other: such links are drawn as containment. */
function holds(outer: TemplateNode, inner: TemplateNode): boolean {
  const { width, height } = sizeOf(outer);
  const [dx, dy] = [inner.position.x - outer.position.x, inner.position.y - outer.position.y];
  return outer.kind !== 'person' && Math.abs(dx) < width / 2 && Math.abs(dy) < height / 2;
}

/** The shapes of a drawing's thumbnail, the ones behind first. Nothing for an empty one. */
export function thumbnail(drawn: Drawn, size: Size = THUMBNAIL_SIZE): ThumbnailShape[] {
  if (drawn.nodes.length === 0) return [];
  const scale = scaleFor(drawn.nodes, size);
  const extent = (node: TemplateNode) => sizeOf(node).width * sizeOf(node).height;
  const backToFront = [...drawn.nodes].sort((a, b) => extent(b) - extent(a));
  const isRegion = ({ kind }: TemplateNode) => kind === 'area';
  return thinned([
    ...backToFront.filter(isRegion).map((node) => shapeOf(node, scale)),
    ...linesOf(drawn, scale),
    ...backToFront.filter((node) => !isRegion(node)).map((node) => shapeOf(node, scale)),
  ]);
}

/** Every so many dots and lines only, where there are too many. */
function thinned(shapes: ThumbnailShape[]): ThumbnailShape[] {
  if (shapes.length <= MAX_SHAPES) return shapes;
  const isSmall = ({ kind }: ThumbnailShape) => kind === 'dot' || kind === 'line';
  const large = shapes.filter((shape) => !isSmall(shape)).length;
  const room = Math.max(0, MAX_SHAPES - large);
  const every = room === 0 ? Number.POSITIVE_INFINITY : Math.ceil((shapes.length - large) / room);
  let seen = 0;
  return shapes.filter((shape) => !isSmall(shape) || seen++ % every === 0).slice(0, 2 * MAX_SHAPES);
}
