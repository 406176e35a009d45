/** How large each kind of node is drawn where its record says no size, and of which form. Board units, one CSS pixel at 100 %. Pure. */
import type { Size } from './element.ts';
import type { NodeKind } from './kinds.ts';

const USUAL_SIZES: Readonly<Record<NodeKind, Size>> = {
  /** The disc alone, without the name beneath it. A person has no other size. */
  person: { width: 36, height: 36 },
  circle: { width: 208, height: 208 },
  cell: { width: 132, height: 114 },
  area: { width: 300, height: 320 },
  organization: { width: 320, height: 152 },
  body: { width: 148, height: 54 },
  note: { width: 166, height: 88 },
};

const MAX_BODY_WIDTH = 320;
/** An estimate for the interface's typeface at 13 px, and what stands beside the name. */
const BODY_LETTER = 7.2;
const BODY_SIDES = 68;

/** The size of a node that has none of its own. A body widens with its name. */
export function usualSize(kind: NodeKind, label = ''): Size {
  const usual = USUAL_SIZES[kind];
  if (kind !== 'body') return usual;
  const wanted = Math.ceil(label.length * BODY_LETTER) + BODY_SIDES;
  return { ...usual, width: Math.max(usual.width, Math.min(MAX_BODY_WIDTH, wanted)) };
}

/** What kind of outline a node has: its boundary, how it grows, and how its members are laid out follow from it. */
export type NodeForm = 'round' | 'hexagon' | 'box';

export const NODE_FORMS: Readonly<Record<NodeKind, NodeForm>> = {
  person: 'round',
  circle: 'round',
  cell: 'hexagon',
  area: 'box',
  organization: 'box',
  body: 'box',
  note: 'box',
};
