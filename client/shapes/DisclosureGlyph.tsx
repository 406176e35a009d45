/** The disclosure of a group as a glyph, in the colour of the text around it: an eye, two overlapping circles, or a lock. */
import type { Disclosure } from '../../shared/model/kinds.ts';
import { Primitives } from './Primitives.tsx';

interface GlyphProps {
  readonly disclosure: Disclosure;
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

/** Around its place. */
export function DisclosureGlyph({ disclosure, ...place }: GlyphProps) {
  return (
    <Primitives of={[{ tag: 'icon', icon: disclosure, ...place, strokeWidth: 2.1, color: 'current' }]} />
  );
}
