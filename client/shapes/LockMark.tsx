/** A small pin on what is locked: it stays as it is. A padlock would read as the disclosure of a detached group. */
import { useMessages } from '../ui/locale.ts';
import { Primitives } from './Primitives.tsx';
import type { Primitive } from './primitives.ts';

const PIN: readonly Primitive[] = [
  {
    tag: 'circle',
    x: 0,
    y: 0,
    radius: 8,
    paint: { fill: 'surface', stroke: 'border-strong', strokeWidth: 1.25 },
  },
  { tag: 'icon', icon: 'pin', x: 0, y: 0, size: 10, strokeWidth: 2.4, color: 'text-2' },
];

export interface LockMarkProps {
  readonly x: number;
  readonly y: number;
}

export function LockMark({ x, y }: LockMarkProps) {
  const { inspector } = useMessages();
  return (
    <g className="lock-mark until-mid" transform={`translate(${x} ${y})`}>
      <title>{inspector.locked}</title>
      <Primitives of={PIN} />
    </g>
  );
}
