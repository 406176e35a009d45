/** The sign of a node in lists: its shape, in its colour. */

import { Building2, Landmark, Map as MapIcon, StickyNote } from 'lucide-react';
import type { NodeKind } from '../../shared/model/kinds.ts';
import { hueClass } from '../ui/hue.ts';
import { initialsOf } from '../ui/initials.ts';
import { hexagonPath } from './outlines.ts';
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
      viewBox="0 0 24 24"
      aria-hidden="true"
    >
      <Sign kind={kind} label={label} />
    </svg>
  );
}

function Sign({ kind, label }: { readonly kind: NodeKind; readonly label: string }) {
  switch (kind) {
    case 'person':
      return (
        <>
          <circle className="sign-tint" cx="12" cy="12" r="10.75" />
          <text x="12" y="15.2">
            {initialsOf(label)}
          </text>
        </>
      );
    case 'circle':
      return (
        <>
          <circle className="sign-tint" cx="12" cy="12" r="10" />
          {[
            [12, 7.6],
            [8.2, 14.2],
            [15.8, 14.2],
          ].map(([x, y]) => (
            <circle key={x} className="sign-dot" cx={x} cy={y} r="2" />
          ))}
        </>
      );
    case 'cell':
      return (
        <>
          <path className="sign-plain" d={hexagonPath({ x: 12, y: 12, radius: 11.5, corner: 1.5 })} />
          <path className="sign-tint" d={hexagonPath({ x: 12, y: 12, radius: 7.5, corner: 1 })} />
        </>
      );
    case 'body':
      return (
        <>
          <rect className="sign-plain" x="1.5" y="1.5" width="21" height="21" rx="5" />
          <Landmark className="sign-icon" x={5} y={5} width={14} height={14} />
        </>
      );
    case 'area':
      return <MapIcon className="sign-icon" x={3} y={3} width={18} height={18} />;
    case 'organization':
      return <Building2 className="sign-icon is-colored" x={3} y={3} width={18} height={18} />;
    case 'note':
      return <StickyNote className="sign-icon" x={3} y={3} width={18} height={18} />;
  }
}
