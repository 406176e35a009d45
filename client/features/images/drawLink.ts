/** Draws one link as the canvas does: its line, its ends, its label. Pure. */
import type { LinkKind } from '../../../shared/model/kinds.ts';
import { fitText, textWidth } from '../../shapes/labels.ts';
import { type LinkRoute, routeBetween } from '../../shapes/linkRoute.ts';
import type { Shape } from '../../shapes/shapes.ts';
import type { Colors } from './colors.ts';
import { type Attributes, tag, text } from './svg.ts';

export interface DrawnLink {
  readonly kind: LinkKind;
  readonly label: string;
  readonly from: Shape;
  readonly to: Shape;
  readonly bend: number;
}

const GAPS: Readonly<Record<LinkKind, readonly [start: number, end: number]>> = {
  membership: [2, 2.5],
  contact: [2, 2],
  guidance: [2, 10],
  delegation: [2, 5],
  channel: [5, 5],
  tie: [2, 2],
};

export function drawLink({ kind, label, from, to, bend }: DrawnLink, colors: Colors): string {
  const [startGap, endGap] = GAPS[kind];
  const route = routeBetween(from, to, { bend, startGap, endGap });
  return (
    lineOf(kind, { route, colors }) + endsOf(kind, { route, colors }) + labelOf(label, { route, colors })
  );
}

interface LinkImageContext {
  readonly route: LinkRoute;
  readonly colors: Colors;
}

function lineOf(kind: LinkKind, { route, colors: { token } }: LinkImageContext): string {
  const line = (style: Attributes) => tag('path', { d: route.path, fill: 'none', ...style });
  switch (kind) {
    case 'membership':
      return line({ stroke: token['edge-soft'], 'stroke-width': 1.25 });
    case 'contact':
      return line({ stroke: token.edge, 'stroke-width': 1.75, 'stroke-dasharray': '6 4' });
    case 'guidance':
      return line({ stroke: token.accent, 'stroke-width': 2.25 });
    case 'delegation':
      return line({ stroke: token.edge, 'stroke-width': 1.75, 'stroke-dasharray': '11 4 2 4' });
    case 'channel':
      return (
        line({ stroke: token.edge, 'stroke-width': 5 }) + line({ stroke: token.canvas, 'stroke-width': 2 })
      );
    case 'tie': {
      const dots = { 'stroke-dasharray': '0.1 5', 'stroke-linecap': 'round' };
      return line({ stroke: token.edge, 'stroke-width': 1.75, ...dots });
    }
  }
}

function endsOf(
  kind: LinkKind,
  { route: { start, end, endDirection }, colors: { token } }: LinkImageContext,
): string {
  const degrees = (Math.atan2(endDirection.y, endDirection.x) * 180) / Math.PI;
  const transform = `translate(${end.x.toFixed(1)} ${end.y.toFixed(1)}) rotate(${degrees.toFixed(1)})`;
  switch (kind) {
    case 'membership':
      return tag('circle', { cx: end.x, cy: end.y, r: 2.6, fill: token['edge-soft'] });
    case 'guidance':
      return tag('path', { d: 'M-3 -4.4L7 0L-3 4.4Z', fill: token.accent, transform });
    case 'delegation': {
      const stroke = { stroke: token.edge, 'stroke-width': 1.75, 'stroke-linecap': 'round' };
      return tag('path', { d: 'M-6 -4.5L1 0L-6 4.5', fill: 'none', ...stroke, transform });
    }
    case 'channel':
      return [start, end]
        .map(({ x, y }) =>
          tag('circle', {
            cx: x,
            cy: y,
            r: 3.2,
            fill: token.canvas,
            stroke: token.edge,
            'stroke-width': 1.5,
          }),
        )
        .join('');
    case 'contact':
    case 'tie':
      return '';
  }
}

function labelOf(label: string, { route: { middle }, colors: { token } }: LinkImageContext): string {
  if (label === '') return '';
  const shown = fitText(label, { room: 220, fontSize: 11 });
  const width = textWidth(shown, 11) + 14;
  const pill = { x: middle.x - width / 2, y: middle.y - 8, width, height: 16, rx: 8 };
  const style = { 'font-size': 11, 'font-weight': 500, fill: token['text-2'], 'text-anchor': 'middle' };
  return (
    tag('rect', { ...pill, fill: token.canvas, stroke: token.border }) +
    text(shown, { ...style, x: middle.x, y: middle.y + 3.6 })
  );
}
