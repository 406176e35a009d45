/** A trail: the path over the board that leads from a viewpoint to an element it sees, step by step. */
import type { LinkId, NodeId } from '../model/ids.ts';

/** How a step comes to its node from the one before it. */
export type How =
  /** The viewpoint's own node. */
  | 'start'
  /** The one before belongs to it. */
  | 'member-of'
  /** It belongs to the one before. */
  | 'has-member'
  /** The one before guides it. */
  | 'guides'
  | 'guided-by'
  /** The one before delegates to it. */
  | 'delegates-to'
  | 'delegated-from'
  | 'knows'
  /** Joined by a tie or a channel. */
  | 'joined'
  /** Open to all, and with it its members. */
  | 'open'
  /** Visible for reasons of its own. */
  | 'seen'
  /** On a commons board, and in no group. */
  | 'free'
  /** Drawn by the one before. */
  | 'drew'
  /** Its audience lists the viewpoint. */
  | 'listed';

export interface TrailStep {
  /** The link the step goes along; null where it goes along none. */
  readonly link: LinkId | null;
  readonly node: NodeId;
  readonly how: How;
}

/** The element it explains is the node or the link of the last step. */
export type Trail = readonly TrailStep[];
