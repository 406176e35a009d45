/**
 * The vocabulary of the board: kinds of nodes and links, disclosures, and what a kind of link may join and show.
 */

export const NODE_KINDS = ['person', 'circle', 'cell', 'area', 'organization', 'body', 'note'] as const;
export type NodeKind = (typeof NODE_KINDS)[number];

export const GROUP_KINDS = ['circle', 'cell', 'area', 'organization', 'body'] as const;
export type GroupKind = (typeof GROUP_KINDS)[number];

/** What is known of a kind of link without any board. */
export interface LinkRules {
  /** The kinds of node it may lead from and to. */
  readonly source: readonly NodeKind[];
  readonly target: readonly NodeKind[];
  /** Whether it says something who is its source and who is its target. */
  readonly directed: boolean;
  /**
   * Whether rules of visibility walk along it, so that it shows more than itself. Where none does, it is shown to
   * those who see both its ends, and to draw one reveals nothing.
   */
  readonly walked: boolean;
  /** Which of its ends have to be open groups for all to see it; null where being open shows none. */
  readonly open: 'target' | 'both' | null;
}

const RULES = {
  membership: {
    source: ['person', ...GROUP_KINDS],
    target: GROUP_KINDS,
    directed: true,
    walked: true,
    open: 'target',
  },
  contact: { source: ['person'], target: ['person'], directed: false, walked: true, open: null },
  guidance: { source: GROUP_KINDS, target: GROUP_KINDS, directed: true, walked: true, open: 'both' },
  delegation: { source: GROUP_KINDS, target: ['body'], directed: true, walked: true, open: 'both' },
  channel: { source: NODE_KINDS, target: NODE_KINDS, directed: true, walked: false, open: null },
  tie: { source: NODE_KINDS, target: NODE_KINDS, directed: false, walked: false, open: null },
} as const satisfies Readonly<Record<string, LinkRules>>;

export type LinkKind = keyof typeof RULES;

/** Typed by the kind, for those who look one up. */
export const LINK_RULES: Readonly<Record<LinkKind, LinkRules>> = RULES;

/** In the order in which menus and the key show them. `Object.keys` forgets which keys they are. */
export const LINK_KINDS = Object.keys(RULES) as readonly LinkKind[];

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

export function isDirected(kind: LinkKind): boolean {
  return LINK_RULES[kind].directed;
}

/** Whether a link of this kind may lead from one kind of node to the other. */
export function mayJoin(kind: LinkKind, { source, target }: { source: NodeKind; target: NodeKind }): boolean {
  const rules = LINK_RULES[kind];
  return rules.source.includes(source) && rules.target.includes(target);
}
