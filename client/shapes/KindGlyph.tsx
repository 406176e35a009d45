/** The sign of a node in lists: its shape, in its colour. */
import type { NodeKind } from '../../shared/model/kinds.ts';
import { hueClass } from '../ui/hue.ts';
import { NODE_SHAPES } from './nodes/nodeShapes.ts';
import { Primitives } from './Primitives.tsx';
import './kindGlyph.css';

export interface KindGlyphProps {
  readonly kind: NodeKind;
  readonly hue: number | null;
  readonly label?: string;
  readonly size?: number;
}

export function KindGlyph({ kind, hue, label = '', size = 24 }: KindGlyphProps) {
  return (
    <svg
      className={`kind-glyph ${hueClass(hue)}`}
      width={size}
      height={size}
      viewBox="-12 -12 24 24"
      aria-hidden="true"
    >
      <Primitives of={NODE_SHAPES[kind].glyph(label)} />
    </svg>
  );
}
