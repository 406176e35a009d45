/** How large things are drawn that nobody gave a size, for formats that want one. Board units. Pure. */
import type { Size } from '../model/element.ts';
import type { NodeKind } from '../model/kinds.ts';

const USUAL: Readonly<Record<NodeKind, Size>> = {
  person: { width: 160, height: 60 },
  circle: { width: 208, height: 208 },
  cell: { width: 132, height: 114 },
  area: { width: 300, height: 320 },
  organization: { width: 320, height: 152 },
  body: { width: 148, height: 54 },
  note: { width: 166, height: 88 },
};

/** A body widens with its name. */
export function usualExtent(kind: NodeKind, label: string): Size {
  const usual = USUAL[kind];
  if (kind !== 'body') return usual;
  return { ...usual, width: Math.max(usual.width, Math.min(320, Math.ceil(label.length * 7.2) + 68)) };
}
