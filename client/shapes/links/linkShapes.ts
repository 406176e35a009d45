/** The looks of all kinds of links, and what a link is drawn of. Pure. */
import type { Position } from '../../../shared/model/element.ts';
import type { LinkKind } from '../../../shared/model/kinds.ts';
import { fitText, textWidth } from '../labels.ts';
import { type LinkRoute, type RouteOptions, routeBetween } from '../linkRoute.ts';
import type { Primitive } from '../primitives.ts';
import type { Shape } from '../shapes.ts';
import { channel } from './channel.ts';
import { contact } from './contact.ts';
import { delegation } from './delegation.ts';
import { guidance } from './guidance.ts';
import type { LinkEnd, LinkShape } from './linkShape.ts';
import { membership } from './membership.ts';
import { tie } from './tie.ts';

export const LINK_SHAPES: Readonly<Record<LinkKind, LinkShape>> = {
  membership,
  contact,
  guidance,
  delegation,
  channel,
  tie,
};

/** Where a link of the kind runs between two shapes. */
export function routeOf(
  kind: LinkKind,
  { from, to, bend }: Pick<RouteOptions, 'bend'> & LinkEnds,
): LinkRoute {
  const { gaps } = LINK_SHAPES[kind];
  return routeBetween(from, to, { bend, startGap: gaps.start, endGap: gaps.end });
}

interface LinkEnds {
  readonly from: Shape;
  readonly to: Shape;
}

type Line = Pick<LinkRoute, 'path' | 'start' | 'startDirection' | 'end' | 'endDirection'>;

/** A line and what stands at its ends. It is hot where it is in hand, or at a node that is. */
export function drawLine(kind: LinkKind, { line, isHot }: { line: Line; isHot: boolean }): Primitive[] {
  const { strokes, tail, head } = LINK_SHAPES[kind];
  return [
    ...strokes.map(
      ({ className, paint, hotPaint = paint }): Primitive => ({
        tag: 'path',
        d: line.path,
        className,
        paint: isHot ? hotPaint : paint,
      }),
    ),
    ...tail.map((end) => placed(end, { at: line.start, direction: line.startDirection })),
    ...head.map((end) => placed(end, { at: line.end, direction: line.endDirection })),
  ];
}

function placed(end: LinkEnd, { at, direction }: { at: Position; direction: Position }): Primitive {
  if (end.tag === 'circle') return { ...end, x: at.x, y: at.y };
  const degrees = (Math.atan2(direction.y, direction.x) * 180) / Math.PI;
  return { ...end, transform: { x: at.x, y: at.y, degrees } };
}

const LABEL_SIZE = 11;

/** How much of its text a label shows, and how wide it is then. 0 without text. */
function labelOf(text: string): { readonly shown: string; readonly width: number } {
  const shown = fitText(text, { room: 220, fontSize: LABEL_SIZE });
  return { shown, width: text === '' ? 0 : textWidth(shown, LABEL_SIZE) + 14 };
}

export function labelWidth(text: string): number {
  return labelOf(text).width;
}

/** The label of a link around its middle. Null without text. */
export function drawLabel(text: string, { x, y }: Position): Primitive | null {
  if (text === '') return null;
  const { shown, width } = labelOf(text);
  return {
    tag: 'group',
    className: 'link-label',
    children: [
      {
        tag: 'rect',
        x: x - width / 2,
        y: y - 8,
        width,
        height: 16,
        corner: 8,
        paint: { fill: 'canvas', stroke: 'border' },
      },
      { tag: 'text', text: shown, x, y: y + 3.6, paint: LABEL_PAINT },
    ],
  };
}

const LABEL_PAINT = { fill: 'text-2', fontSize: LABEL_SIZE, fontWeight: 500 } as const;

/** A straight piece of a link, as wide and as high as it is given, for menus, lists and the key. */
export function drawSample(
  kind: LinkKind,
  { width, height }: { width: number; height: number },
): Primitive[] {
  const { reach } = LINK_SHAPES[kind];
  const [start, end] = [
    { x: reach.start, y: height / 2 },
    { x: width - reach.end, y: height / 2 },
  ];
  const direction = { x: 1, y: 0 };
  const path = `M${start.x} ${start.y}H${end.x}`;
  return drawLine(kind, {
    line: { path, start, end, startDirection: direction, endDirection: direction },
    isHot: false,
  });
}
