/** The true outline of a node's shape around the origin, a given distance outside it: rings, glows and selections are made of it. */
import type { NodeKind } from '../../shared/model/kinds.ts';
import { NODE_SHAPES } from './nodes/nodeShapes.ts';
import './nodeStates.css';

export interface OutlineProps {
  readonly kind: NodeKind;
  readonly width: number;
  readonly height: number;
  /** How far outside the shape; negative for inside. */
  readonly pad?: number;
  readonly className: string;
}

export function Outline({ kind, width, height, pad = 0, className }: OutlineProps) {
  const contour = NODE_SHAPES[kind].form.contour({ width, height }, pad);
  switch (contour.tag) {
    case 'circle':
      return <circle className={className} cx={contour.x} cy={contour.y} r={contour.radius} />;
    case 'path':
      return <path className={className} d={contour.d} />;
    case 'rect': {
      const { corner, tag: _, ...box } = contour;
      return <rect className={className} {...box} rx={corner} />;
    }
  }
}
