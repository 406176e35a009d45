/** What the canvas is given to draw: one entry per visible node and link, holding only what drawing needs. */
import type { Edge, Node } from '@xyflow/react';
import type { LinkId, NodeId } from '../../shared/model/ids.ts';
import type { LinkKind, NodeKind } from '../../shared/model/kinds.ts';
import type { DrawnNode } from './nodes/nodeShape.ts';
import type { Shape } from './shapes.ts';

/** Whose fill lies behind a person's name. */
export interface Backdrop {
  readonly kind: NodeKind;
  readonly hue: number | null;
}

/** Says of a drawing that it awaits a facilitator; facilitators see by its colour whose it is. */
export interface DrawingMark {
  /** The owner's palette index; null for the neutral colour. */
  readonly hue: number | null;
  readonly title: string;
}

export interface NodeData extends DrawnNode, Record<string, unknown> {
  /** Palette index; null for the neutral colour. */
  readonly hue: number | null;
  readonly locked: boolean;
  readonly mark: DrawingMark | null;
  readonly editable: boolean;
  /** The mark of a membership that is drawn by lying in the group, where its ends do not tell it; empty for none. */
  readonly heldMark: string;
  readonly backdrop: Backdrop | null;
  readonly renaming: boolean;
  readonly dropTarget: boolean;
}

export interface LinkData extends Record<string, unknown> {
  readonly label: string;
  readonly from: Shape;
  readonly to: Shape;
  readonly bend: number;
  /** Drawn in the accent colour: selected, or at a selected node. */
  readonly hot: boolean;
  readonly locked: boolean;
  readonly mark: DrawingMark | null;
}

/** As React Flow sees them, with any strings for ids: what it hands to the views of nodes and links. */
export type FlowNode = Node<NodeData, NodeKind>;
export type FlowEdge = Edge<LinkData, LinkKind>;

export type BoardNode = FlowNode & { readonly id: NodeId };
export type BoardEdge = FlowEdge & {
  readonly id: LinkId;
  readonly source: NodeId;
  readonly target: NodeId;
};
