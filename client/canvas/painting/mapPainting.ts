/** How the small map is drawn: shapes in their colours, and the part in sight as a frame. No names. */

import type { BoardNode } from '../../shapes/sceneTypes.ts';
import { GHOST } from '../../state/scene/nodeData.ts';

export interface MapFrame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Palette {
  readonly base: readonly string[];
  readonly strong: readonly string[];
  readonly neutral: string;
  readonly area: string;
  readonly body: string;
  readonly note: string;
  readonly frame: string;
  readonly ghost: string;
}

const HUES = ['blue', 'petrol', 'teal', 'moss', 'amber', 'rose', 'plum', 'violet'] as const;

/** The colours of the theme in use, read from the tokens at an element. */
export function readPalette(element: Element): Palette {
  const styles = getComputedStyle(element);
  const token = (name: string) => styles.getPropertyValue(`--${name}`).trim();
  return {
    base: HUES.map((hue) => token(`cat-${hue}`)),
    strong: HUES.map((hue) => token(`cat-${hue}-strong`)),
    neutral: token('border-strong'),
    area: token('surface-3'),
    body: token('edge'),
    note: token('note-edge'),
    frame: token('accent'),
    ghost: token('ghost-text'),
  };
}

function boxOf({ position, width = 0, height = 0 }: BoardNode): MapFrame {
  return { x: position.x - width / 2, y: position.y - height / 2, width, height };
}

/** What the map shows: all nodes and the part in sight, with a margin, in the map's proportions. */
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
    trace(context, node);
    if (node.className === GHOST) {
      context.strokeStyle = palette.ghost;
      context.lineWidth = 1 / scale;
      context.stroke();
      continue;
    }
    context.fillStyle = fillOf(node, palette);
    context.fill();
  }
  context.strokeStyle = palette.frame;
  context.lineWidth = 2.5 / scale;
  context.strokeRect(inSight.x, inSight.y, inSight.width, inSight.height);
}

function fillOf({ type, data: { hue } }: BoardNode, palette: Palette): string {
  const of = (colors: readonly string[]) =>
    hue === null ? palette.neutral : (colors[hue % 8] ?? palette.neutral);
  switch (type) {
    case 'area':
      return palette.area;
    case 'body':
      return palette.body;
    case 'note':
      return palette.note;
    case 'circle':
    case 'organization':
      return of(palette.strong);
    default:
      return of(palette.base);
  }
}

function trace(context: CanvasRenderingContext2D, node: BoardNode): void {
  const { x, y } = node.position;
  const box = boxOf(node);
  switch (node.type) {
    case 'person':
    case 'circle':
      context.arc(x, y, Math.min(box.width, box.height) / 2, 0, 2 * Math.PI);
      return;
    case 'cell':
      for (let corner = 0; corner < 6; corner++) {
        const angle = (corner * Math.PI) / 3;
        context.lineTo(x + (Math.cos(angle) * box.width) / 2, y + (Math.sin(angle) * box.width) / 2);
      }
      return;
    default:
      context.roundRect(box.x, box.y, box.width, box.height, 10);
  }
}
