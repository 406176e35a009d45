/** A small pin on what is locked: it stays as it is. A padlock would read as the disclosure of a detached group. */
import { Pin } from 'lucide-react';
import type { NodeKind } from '../../shared/model/kinds.ts';
import { useMessages } from '../ui/locale.ts';
import { circleRadius, hexagonRadius, PERSON_RADIUS } from './shapes.ts';

export interface LockMarkProps {
  readonly x: number;
  readonly y: number;
}

export function LockMark({ x, y }: LockMarkProps) {
  const { inspector } = useMessages();
  return (
    <g className="lock-mark">
      <title>{inspector.locked}</title>
      <circle cx={x} cy={y} r={8} />
      <Pin className="glyph" x={x - 5} y={y - 5} size={10} strokeWidth={2.4} />
    </g>
  );
}

/** Low on the left of a shape's outline, where no badge and no handle is. */
export function lockPlace(kind: NodeKind, { width, height }: { width: number; height: number }) {
  const [x, y] = [width / 2, height / 2];
  const away = (radius: number, degrees: number) => ({
    x: x - radius * Math.cos((degrees * Math.PI) / 180),
    y: y + radius * Math.sin((degrees * Math.PI) / 180),
  });
  switch (kind) {
    case 'person':
      return away(PERSON_RADIUS, 40);
    case 'circle':
      return away(circleRadius({ width, height }), 45);
    case 'cell':
      return away(hexagonRadius({ width, height }), 60);
    default:
      return { x: 8, y: height };
  }
}
