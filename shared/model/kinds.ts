/**
 * The vocabulary of the board: kinds of nodes and links, disclosures, and which link may join what.
 */

export const NODE_KINDS = ['person', 'circle', 'cell', 'area', 'organization', 'body', 'note'] as const;
export type NodeKind = (typeof NODE_KINDS)[number];

export const GROUP_KINDS = ['circle', 'cell', 'area', 'organization', 'body'] as const;
export type GroupKind = (typeof GROUP_KINDS)[number];

export const LINK_KINDS = ['membership', 'contact', 'guidance', 'delegation', 'channel', 'tie'] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

/** From the most to the least telling. */
export const DISCLOSURES = ['open', 'internal', 'detached'] as const;
export type Disclosure = (typeof DISCLOSURES)[number];

export function isGroupKind(kind: NodeKind): kind is GroupKind {
  return kind !== 'person' && kind !== 'note';
}

/** A person or a group can be a viewpoint; a note has no eyes. */
export function isViewpointKind(kind: NodeKind): boolean {
  return kind !== 'note';
}

/** Contact and tie have no direction: who is source and who is target says nothing. */
export function isDirected(kind: LinkKind): boolean {
  return kind !== 'contact' && kind !== 'tie';
}

/** Whether a link of this kind may lead from one kind of node to the other. */
export function mayJoin(kind: LinkKind, { source, target }: { source: NodeKind; target: NodeKind }): boolean {
  switch (kind) {
    case 'membership':
      return source !== 'note' && isGroupKind(target);
    case 'contact':
      return source === 'person' && target === 'person';
    case 'guidance':
      return isGroupKind(source) && isGroupKind(target);
    case 'delegation':
      return isGroupKind(source) && target === 'body';
    case 'channel':
    case 'tie':
      return true;
  }
}
