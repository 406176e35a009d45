/** The drawing of each kind of node. One constant object: React Flow redraws everything when it changes. */
import type { NodeKind } from '../../../shared/model/kinds.ts';
import { BodyNode } from './BodyNode.tsx';
import { CellNode } from './CellNode.tsx';
import { CircleNode } from './CircleNode.tsx';
import { NoteNode } from './NoteNode.tsx';
import { PersonNode } from './PersonNode.tsx';
import { AreaNode, OrganizationNode } from './RegionNodes.tsx';

export const NODE_TYPES = {
  person: PersonNode,
  circle: CircleNode,
  cell: CellNode,
  area: AreaNode,
  organization: OrganizationNode,
  body: BodyNode,
  note: NoteNode,
} as const satisfies Record<NodeKind, unknown>;
