/** What stands for a kind of node among the tools, in the colour of the text around it. */
import type { NodeKind } from '../../shared/model/kinds.ts';
import { NODE_SHAPES } from './nodes/nodeShapes.ts';
import { Primitives } from './Primitives.tsx';

export interface KindIconProps {
  readonly kind: NodeKind;
  readonly size: number;
}

export function KindIcon({ kind, size }: KindIconProps) {
  const icon = NODE_SHAPES[kind].toolIcon;
  return (
    <svg width={size} height={size} viewBox="-12 -12 24 24" aria-hidden="true">
      <Primitives of={[{ tag: 'icon', icon, x: 0, y: 0, size: 24, strokeWidth: 1.75, color: 'current' }]} />
    </svg>
  );
}
