/** The true outline of a node's shape, a given distance outside it: rings, glows and selections are made of it. */
import type { NodeKind } from '../../shared/model/kinds.ts';
import { hexagonPath } from './outlines.ts';
import { circleRadius, hexagonRadius, PERSON_RADIUS } from './shapes.ts';

export interface OutlineProps {
  readonly kind: NodeKind;
  readonly width: number;
  readonly height: number;
  /** How far outside the shape; negative for inside. */
  readonly pad?: number;
  readonly className: string;
}

const CORNERS: Readonly<Partial<Record<NodeKind, number>>> = {
  area: 22,
  organization: 14,
  body: 10,
  note: 6,
};

export function Outline({ kind, width, height, pad = 0, className }: OutlineProps) {
  const [x, y] = [width / 2, height / 2];
  switch (kind) {
    case 'person':
      return <circle className={className} cx={x} cy={y} r={PERSON_RADIUS + pad} />;
    case 'circle':
      return <circle className={className} cx={x} cy={y} r={circleRadius({ width, height }) + pad} />;
    case 'cell': {
      const radius = hexagonRadius({ width, height }) + (pad * 2) / Math.sqrt(3);
      return (
        <path className={className} d={hexagonPath({ x, y, radius, corner: Math.max(2, 7 + pad * 0.4) })} />
      );
    }
    default:
      return (
        <rect
          className={className}
          x={-pad}
          y={-pad}
          width={width + 2 * pad}
          height={height + 2 * pad}
          rx={Math.max(2, (CORNERS[kind] ?? 0) + pad)}
        />
      );
  }
}
