/**
 * The whole view as one SVG: its nodes and links with the canvas's shapes, colours and line styles. It is
 * given the view's elements and nothing else, so that nothing else can be in the image. Pure.
 */
import type { LinkId, NodeId } from '../../../shared/model/ids.ts';
import type { NodeKind } from '../../../shared/model/kinds.ts';
import type { Palette } from '../../shapes/colors.ts';
import { bends } from '../../shapes/linkRoute.ts';
import { drawLabel, drawLine, routeOf } from '../../shapes/links/linkShapes.ts';
import { groundOf, NODE_SHAPES } from '../../shapes/nodes/nodeShapes.ts';
import { type Shape, shapeOf } from '../../shapes/shapes.ts';
import { EDGE_LAYER, layerOf } from '../../state/scene/layers.ts';
import { nodeData, type SceneFacts } from '../../state/scene/nodeData.ts';
import type { LinkSnapshot, NodeSnapshot } from '../../sync/snapshot.ts';
import { drawPrimitives, type InkContext } from './drawPrimitives.ts';
import type { Font } from './fonts.ts';
import { tag, text } from './svg.ts';

export interface BoardImage {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

export interface DrawOptions {
  readonly palette: Palette;
  readonly kindName: (kind: NodeKind) => string;
  readonly title: string;
  /** The typefaces that come along. */
  readonly fonts?: readonly Font[];
}

const MARGIN = 40;
/** Over every shape: as much as the highest name needs. */
const ABOVE = 26;
const FONTS = "Inter, Vazirmatn, 'Segoe UI', system-ui, sans-serif";

/** Null for a view without nodes. */
export function drawBoard(
  facts: SceneFacts,
  { palette, kindName, title, fonts = [] }: DrawOptions,
): BoardImage | null {
  const shapes = [...facts.store.nodes.values()].map((node) => ({ node, shape: shapeOf(node) }));
  if (shapes.length === 0) return null;
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { shape } of shapes) {
    const { side, below } = NODE_SHAPES[shape.kind].overhang;
    left = Math.min(left, shape.x - shape.width / 2 - side);
    right = Math.max(right, shape.x + shape.width / 2 + side);
    top = Math.min(top, shape.y - shape.height / 2 - ABOVE);
    bottom = Math.max(bottom, shape.y + shape.height / 2 + below);
  }
  let paths = 0;
  const newId = () => `name-${++paths}`;
  const parts = shapes.map(({ node, shape }) => ({
    layer: layerOf(node.kind, shape),
    svg: tag(
      'g',
      { transform: `translate(${shape.x} ${shape.y})` },
      drawNode(facts, { node, shape, context: { palette, kindName, newId } }),
    ),
  }));
  for (const link of facts.store.links.values()) {
    const svg = linkOf(facts, { link, context: { palette, hue: null, newId } });
    if (svg !== null) parts.push({ layer: EDGE_LAYER, svg });
  }
  const width = Math.ceil(right - left + 2 * MARGIN);
  const height = Math.ceil(bottom - top + 2 * MARGIN);
  const [x, y] = [Math.floor(left - MARGIN), Math.floor(top - MARGIN)];
  const drawn = parts.sort((a, b) => a.layer - b.layer).map(({ svg }) => svg);
  const ground = tag('rect', { x, y, width, height, fill: palette.tokens.canvas });
  const attributes = {
    xmlns: 'http://www.w3.org/2000/svg',
    width,
    height,
    viewBox: `${x} ${y} ${width} ${height}`,
    'font-family': FONTS,
    role: 'img',
    'aria-label': title,
  };
  const style = fonts.length === 0 ? '' : tag('style', {}, fonts.map(({ rule }) => rule).join(''));
  // Named first in a text each: a typeface that only others' letters fall back to is asked for too late to be painted.
  const called = fonts.map(({ family, letter }) =>
    text(letter, { x, y, 'font-family': family, 'font-size': 1, opacity: 0, 'aria-hidden': 'true' }),
  );
  return { svg: tag('svg', attributes, style + ground + called.join('') + drawn.join('\n')), width, height };
}

interface NodeImage {
  readonly node: NodeSnapshot;
  readonly shape: Shape;
  readonly context: Pick<DrawOptions, 'palette' | 'kindName'> & Pick<InkContext, 'newId'>;
}

function drawNode(facts: SceneFacts, { node, shape, context }: NodeImage): string {
  const { kind } = node;
  const data = nodeData(facts, node);
  const drawn = NODE_SHAPES[kind].draw(
    { ...data, width: shape.width, height: shape.height },
    { kindName: context.kindName(kind), isSelected: false, ground: groundOf(data.backdrop) },
  );
  return drawPrimitives(drawn, { ...context, hue: data.hue });
}

function linkOf(
  facts: SceneFacts,
  { link, context }: { link: LinkSnapshot; context: InkContext },
): string | null {
  const { nodes } = facts.store;
  const [from, to] = [nodes.get(link.source), nodes.get(link.target)];
  if (from === undefined || to === undefined || facts.isHeld(link.id)) return null;
  const parallels = parallelsOf(facts, link);
  const bend = bends(parallels.length)[parallels.indexOf(link.id)] ?? 0;
  const turned = link.source < link.target ? bend : -bend;
  const { kind, label } = link;
  const route = routeOf(kind, { from: shapeOf(from), to: shapeOf(to), bend: turned });
  const written = drawLabel(label, route.middle);
  const line = drawLine(kind, { line: route, isHot: false });
  return drawPrimitives(written === null ? line : [...line, written], context);
}

/** The drawn links between the same two nodes, in the canvas's order. */
function parallelsOf(facts: SceneFacts, { source, target }: { source: NodeId; target: NodeId }): LinkId[] {
  return [...facts.store.linksAt(source)]
    .filter((id) => {
      const link = facts.store.links.get(id);
      const joins = link && (link.source === target || link.target === target) && link.source !== link.target;
      return joins && !facts.isHeld(id);
    })
    .sort();
}
