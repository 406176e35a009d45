/** The sign of a viewpoint in lists: a globe for everyone, a key for the facilitator, else the node's own. */
import { Globe, KeyRound } from 'lucide-react';
import { KindGlyph } from '../../shapes/KindGlyph.tsx';
import type { BoardStore } from '../../sync/store.ts';

export interface ViewpointGlyphProps {
  readonly store: BoardStore;
  readonly viewpoint: string;
  readonly size?: number;
}

export function ViewpointGlyph({ store, viewpoint, size = 20 }: ViewpointGlyphProps) {
  const node = store.nodes.get(viewpoint);
  if (node !== undefined)
    return <KindGlyph kind={node.kind} hue={node.color} label={node.label} size={size} />;
  const Sign = viewpoint === 'facilitator' ? KeyRound : Globe;
  return <Sign size={size - 2} aria-hidden="true" />;
}
