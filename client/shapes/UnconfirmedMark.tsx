/** Three dots on a drawing that awaits a facilitator; its title says whose it is, or what it awaits. */
import { hueClass } from '../ui/hue.ts';
import type { DrawingMark } from './sceneTypes.ts';

export interface DrawnMarkProps {
  readonly mark: DrawingMark;
  readonly x: number;
  readonly y: number;
}

export function DrawnMark({ mark: { hue, title }, x, y }: DrawnMarkProps) {
  return (
    <g
      className={`drawing-mark ${hue === null ? 'is-warning' : hueClass(hue)}`}
      transform={`translate(${x} ${y})`}
    >
      <title>{title}</title>
      <rect x={-9} y={-5.5} width={18} height={11} rx={5.5} />
      {[-4.5, 0, 4.5].map((dot) => (
        <circle key={dot} cx={dot} cy={0} r={1.4} />
      ))}
    </g>
  );
}
