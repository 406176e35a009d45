/** Paints people at low detail as dots. */

import { type Palette, plainColor } from '../../shapes/colors.ts';
import type { BoardNode } from '../../shapes/sceneTypes.ts';
import { GHOST } from '../../state/scene/nodeData.ts';
import { FAR1_ZOOM, FAR2_ZOOM, isDot } from '../lowDetail.ts';

export interface Dots {
  readonly nodes: readonly BoardNode[];
  readonly palette: Palette;
  /** React Flow's transform. */
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
  /** Of the canvas, in CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly ratio: number;
}

/** The disc's radius at low detail, as in levels.css; board units. */
function radiusAt(zoom: number): number {
  if (zoom < FAR2_ZOOM) return 15;
  return zoom < FAR1_ZOOM ? 10 : 7;
}

/** Below this size a square looks the same as a disc, and is painted faster. */
const ROUND_FROM_PX = 2;

export function paintDots(context: CanvasRenderingContext2D, dots: Dots): void {
  const { nodes, palette, x, y, zoom, width, height, ratio } = dots;
  const { canvas } = context;
  if (canvas.width !== width * ratio) canvas.width = width * ratio;
  if (canvas.height !== height * ratio) canvas.height = height * ratio;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  const radius = radiusAt(zoom) * zoom;
  const paths = new Map<string, Path2D>();
  for (const node of nodes) {
    if (!isDot(node)) continue;
    const [left, top] = [node.position.x * zoom + x, node.position.y * zoom + y];
    if (left < -radius || top < -radius || left > width + radius || top > height + radius) continue;
    const color = colorOf(node, palette);
    const path = paths.get(color) ?? new Path2D();
    paths.set(color, path);
    if (radius < ROUND_FROM_PX) path.rect(left - radius, top - radius, 2 * radius, 2 * radius);
    else {
      path.moveTo(left + radius, top);
      path.arc(left, top, radius, 0, 2 * Math.PI);
    }
  }
  for (const [color, path] of paths) {
    context.fillStyle = color;
    context.fill(path);
  }
}

function colorOf({ className, data: { hue } }: BoardNode, palette: Palette): string {
  return className === GHOST ? palette.tokens['ghost-text'] : plainColor('base', { palette, hue });
}
