/** The shapes of all kinds of nodes. Pure. */
import type { NodeKind } from '../../../shared/model/kinds.ts';
import type { Color } from '../colors.ts';
import { area } from './area.ts';
import { body } from './body.ts';
import { cell } from './cell.ts';
import { circle } from './circle.ts';
import type { NodeShape } from './nodeShape.ts';
import { note } from './note.ts';
import { organization } from './organization.ts';
import { person } from './person.ts';

export const NODE_SHAPES: Readonly<Record<NodeKind, NodeShape>> = {
  person,
  circle,
  cell,
  area,
  organization,
  body,
  note,
};

/** What stands on a node of the kind and hue stands on this; on the bare canvas where there is none. */
export function groundOf(node: { kind: NodeKind; hue: number | null } | null): Color {
  return node === null ? 'canvas' : { color: NODE_SHAPES[node.kind].fill, hue: node.hue };
}
