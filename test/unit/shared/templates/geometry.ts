/**
 * Plane geometry for judging a drawing: outlines of nodes as the canvas draws them, straight links from
 * outline to outline, and what they run into. Sizes of text are estimates on the generous side.
 */
import type { Position } from '../../../../shared/model/element.ts';
import type { Template, TemplateLink, TemplateNode } from '../../../../shared/templates/template.ts';

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const DISC_RADIUS = 18;
const NAME_CHARACTER = 6.9;
/** In heights of the type. */
const FAR_CHARACTER = 0.54;

export const isDisc = (node: TemplateNode): boolean => node.kind === 'person';

export function boxOf({ position: { x, y }, size }: TemplateNode): Box {
  const { width, height } = size ?? { width: 2 * DISC_RADIUS, height: 2 * DISC_RADIUS };
  return { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
}

/** Where a person's name stands: centred beneath the disc, baseline 32 below its centre. */
export function nameBox({ position: { x, y }, label }: TemplateNode): Box {
  const half = (label.length * NAME_CHARACTER) / 2;
  return { left: x - half, right: x + half, top: y + 21, bottom: y + 36 };
}

/** Where the name of a circle, region or organization stands when all of a large board is seen; null for others. */
export function farNameBox({ kind, position: { x, y: middle }, size, label }: TemplateNode): Box | null {
  if (size === undefined || (kind !== 'circle' && kind !== 'area' && kind !== 'organization')) return null;
  const top = middle - size.height / 2;
  const [y, fontSize] = kind === 'circle' ? [top - 15, 29] : [top + 30, 34];
  const half = (label.length * FAR_CHARACTER * fontSize) / 2;
  return { left: x - half, right: x + half, top: y - 0.4 * fontSize, bottom: y + 0.4 * fontSize };
}

export const boxesMeet = (a: Box, b: Box, gap = 0): boolean =>
  a.left - gap < b.right && b.left - gap < a.right && a.top - gap < b.bottom && b.top - gap < a.bottom;

const sharpen = (points: readonly (readonly [number, number])[], { x, y }: Position): Position[] =>
  points.map(([dx, dy]) => ({ x: x + dx, y: y + dy }));

/** The outline as a polygon, clockwise; round things get 48 corners. */
export function outline(node: TemplateNode, grow = 0): Position[] {
  const { left, right, top, bottom } = boxOf(node);
  const w = (right - left) / 2 + grow;
  const h = (bottom - top) / 2 + grow;
  if (node.kind === 'person' || node.kind === 'circle') {
    return Array.from({ length: 48 }, (_, index) => {
      const angle = (index * Math.PI) / 24;
      return { x: node.position.x + w * Math.cos(angle), y: node.position.y + h * Math.sin(angle) };
    });
  }
  const corners: readonly (readonly [number, number])[] =
    node.kind === 'cell'
      ? [
          [-w, 0],
          [-w / 2, -h],
          [w / 2, -h],
          [w, 0],
          [w / 2, h],
          [-w / 2, h],
        ]
      : [
          [-w, -h],
          [w, -h],
          [w, h],
          [-w, h],
        ];
  return sharpen(corners, node.position);
}

export const corners = ({ left, top, right, bottom }: Box): Position[] => [
  { x: left, y: top },
  { x: right, y: top },
  { x: right, y: bottom },
  { x: left, y: bottom },
];

const cross = (o: Position, a: Position, b: Position): number =>
  (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x);

/** Whether the point lies in the convex polygon or on its edge. */
export function inside(point: Position, polygon: readonly Position[]): boolean {
  return polygon.every(
    (corner, index) => cross(corner, polygon[(index + 1) % polygon.length] ?? corner, point) >= -1e-6,
  );
}

/** Whether two convex polygons overlap: no edge of either separates them. */
export function overlap(a: readonly Position[], b: readonly Position[]): boolean {
  const separates = (from: readonly Position[], other: readonly Position[]) =>
    from.some((corner, index) => {
      const next = from[(index + 1) % from.length] ?? corner;
      return other.every((point) => cross(corner, next, point) <= 1e-6);
    });
  return !separates(a, b) && !separates(b, a);
}

export const contains = (outer: readonly Position[], inner: readonly Position[]): boolean =>
  inner.every((point) => inside(point, outer));

export interface Segment {
  readonly from: Position;
  readonly to: Position;
}

/** The part of the segment within the convex polygon, as shares of its length; null where they do not meet. */
export function clip({ from, to }: Segment, polygon: readonly Position[]): [number, number] | null {
  let enter = 0;
  let leave = 1;
  for (const [index, corner] of polygon.entries()) {
    const next = polygon[(index + 1) % polygon.length] ?? corner;
    const a = cross(corner, next, from);
    const b = cross(corner, next, to);
    if (a < 0 && b < 0) return null;
    if (a < 0) enter = Math.max(enter, a / (a - b));
    else if (b < 0) leave = Math.min(leave, a / (a - b));
  }
  return enter < leave ? [enter, leave] : null;
}

/** The line of a link: straight between the centres, from outline to outline. Null where one holds the other. */
function lineOf(source: TemplateNode, target: TemplateNode): Segment | null {
  const whole = { from: source.position, to: target.position };
  const start = clip(whole, outline(source))?.[1] ?? 0;
  const end = clip(whole, outline(target))?.[0] ?? 1;
  if (start >= end || end === 0) return null;
  const at = (share: number): Position => ({
    x: whole.from.x + (whole.to.x - whole.from.x) * share,
    y: whole.from.y + (whole.to.y - whole.from.y) * share,
  });
  return { from: at(start), to: at(end) };
}

/** The lines a template's links are drawn as. A link between a shape and something inside it has none. */
export function linesOf({ nodes, links }: Template): { link: TemplateLink; line: Segment }[] {
  const byKey = new Map(nodes.map((node) => [node.id, node]));
  return links.flatMap((link) => {
    const [source, target] = [byKey.get(link.source), byKey.get(link.target)];
    if (source === undefined || target === undefined) return [];
    const holds = contains(outline(source), outline(target)) || contains(outline(target), outline(source));
    const line = holds ? null : lineOf(source, target);
    return line === null ? [] : [{ link, line }];
  });
}

/**
 * What a template's lines run through: nodes that are neither an end of the link nor a shape around an end.
 * `gap` is how far from a disc a line has to stay.
 */
export function runsThrough(template: Template, gap = 3): { link: TemplateLink; node: TemplateNode }[] {
  const byKey = new Map(template.nodes.map((node) => [node.id, node]));
  const outlines = template.nodes.map((node) => ({ node, polygon: outline(node, isDisc(node) ? gap : 0) }));
  return linesOf(template).flatMap(({ link, line }) => {
    const ends = [byKey.get(link.source), byKey.get(link.target)];
    return outlines
      .filter(({ node, polygon }) => {
        if (ends.includes(node) || clip(line, polygon) === null) return false;
        return !ends.some((end) => end !== undefined && inside(end.position, polygon));
      })
      .map(({ node }) => ({ link, node }));
  });
}

/** Pairs of lines that cross, leaving out those that share an end. */
export function crossings(template: Template): number {
  const lines = linesOf(template);
  let count = 0;
  for (const [index, { link: a, line: one }] of lines.entries()) {
    for (const { link: b, line: other } of lines.slice(index + 1)) {
      if ([b.source, b.target].includes(a.source) || [b.source, b.target].includes(a.target)) continue;
      const straddles = (s: Segment, t: Segment) =>
        cross(s.from, s.to, t.from) * cross(s.from, s.to, t.to) < 0;
      if (straddles(one, other) && straddles(other, one)) count += 1;
    }
  }
  return count;
}
