/** The disclosure of a group as a glyph: an eye, two overlapping circles, or a lock. */
import { Blend, Eye, Lock } from 'lucide-react';
import type { Disclosure } from '../../shared/model/kinds.ts';

const GLYPHS = { open: Eye, internal: Blend, detached: Lock } as const;

interface GlyphProps {
  readonly disclosure: Disclosure;
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

/** The bare glyph, centred. */
export function DisclosureGlyph({ disclosure, x, y, size }: GlyphProps) {
  const Glyph = GLYPHS[disclosure];
  return <Glyph className="glyph" x={x - size / 2} y={y - size / 2} size={size} strokeWidth={2.1} />;
}

/** The glyph on a 21 px disc. */
export function Badge({
  disclosure,
  x,
  y,
  neutral = false,
}: Omit<GlyphProps, 'size'> & { neutral?: boolean }) {
  const Glyph = GLYPHS[disclosure];
  return (
    <g className={neutral ? 'badge is-neutral' : 'badge'} data-disclosure={disclosure}>
      <circle cx={x} cy={y} r={10.5} />
      <Glyph className="glyph" x={x - 6.3} y={y - 6.3} size={12.6} strokeWidth={2.4} />
    </g>
  );
}
