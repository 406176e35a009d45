/** Paints the minimap: shapes in their colours, and the visible part as a frame. No names. */

import { type Palette, plainColor } from '../../shapes/colors.ts';
import { NODE_SHAPES } from '../../shapes/nodes/nodeShapes.ts';
import type { BoardNode } from '../../shapes/sceneTypes.ts';
import { GHOST } from '../../state/scene/nodeData.ts';

export interface MapFrame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function boxOf({ position, width = 0, height = 0 }: BoardNode): MapFrame {
  return { x: position.x - width / 2, y: position.y - height / 2, width, height };
}

/** The section that the minimap shows: all nodes and the visible part, with a margin, in the minimap's proportions. */
export function frameOf(
  nodes: readonly BoardNode[],
  { inSight, aspect }: { inSight: MapFrame; aspect: number },
): MapFrame {
  let [left, top, right, bottom] = [
    inSight.x,
    inSight.y,
    inSight.x + inSight.width,
    inSight.y + inSight.height,
  ];
  for (const node of nodes) {
    const box = boxOf(node);
    left = Math.min(left, box.x);
    top = Math.min(top, box.y);
    right = Math.max(right, box.x + box.width);
    bottom = Math.max(bottom, box.y + box.height);
  }
  const width = Math.max((right - left) * 1.04, (bottom - top) * 1.04 * aspect, 1);
  const height = width / aspect;
  return { x: (left + right - width) / 2, y: (top + bottom - height) / 2, width, height };
}

interface MapPainting {
  readonly nodes: readonly BoardNode[];
  readonly palette: Palette;
  readonly frame: MapFrame;
  readonly inSight: MapFrame;
  /** Pixels of the map for one unit of the board. */
  readonly scale: number;
}

export function paintMap(context: CanvasRenderingContext2D, painting: MapPainting): void {
  const { nodes, palette, frame, inSight, scale } = painting;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, context.canvas.width, context.canvas.height);
  context.setTransform(scale, 0, 0, scale, -frame.x * scale, -frame.y * scale);
  for (const node of nodes) {
    context.beginPath();
    NODE_SHAPES[node.type].form.trace(context, {
      ...node.position,
      width: node.width ?? 0,
      height: node.height ?? 0,
    });
    if (node.className === GHOST) {
      context.strokeStyle = palette.tokens['ghost-text'];
      context.lineWidth = 1 / scale;
      context.stroke();
      continue;
    }
    const { hue } = node.data;
    context.fillStyle = plainColor(NODE_SHAPES[node.type].mapColor(hue), { palette, hue });
    context.fill();
  }
  context.strokeStyle = palette.tokens.accent;
  context.lineWidth = 2.5 / scale;
  context.strokeRect(inSight.x, inSight.y, inSight.width, inSight.height);
}
