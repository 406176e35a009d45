/**
 * What an export is made from: the elements of the view this page shows, whole or those selected, with the links
 * among them. The page holds nothing else, also while a facilitator looks through another viewpoint.
 */
import type { ExchangeContent, ExchangeLink, ExchangeNode } from '../../../shared/exchange/content.ts';
import type { LinkSnapshot, NodeSnapshot } from '../../sync/snapshot.ts';
import type { BoardStore } from '../../sync/store.ts';

/** `ids` null for everything. */
export function contentOf(store: BoardStore, ids: ReadonlySet<string> | null): ExchangeContent {
  const nodes = [...store.nodes.values()].filter(({ id }) => ids === null || ids.has(id));
  const inside = new Set(nodes.map(({ id }) => id));
  const links = [...store.links.values()].filter(
    ({ source, target }) => inside.has(source) && inside.has(target),
  );
  return {
    title: store.title,
    ...(store.policy !== null && { policy: store.policy }),
    nodes: nodes.map(exchangeNode),
    links: links.map(exchangeLink),
  };
}

function exchangeNode(node: NodeSnapshot): ExchangeNode {
  const { id, kind, label, caption, notes, position, size, color, locked, disclosure } = node;
  return {
    id,
    kind,
    label,
    caption,
    notes,
    position,
    locked,
    ...(size !== null && { size }),
    ...(color !== null && { color }),
    ...(disclosure !== null && { disclosure }),
    ...governing(node),
  };
}

function exchangeLink(link: LinkSnapshot): ExchangeLink {
  const { id, kind, source, target, label, caption, locked } = link;
  return { id, kind, source, target, label, caption, locked, ...governing(link) };
}

function governing({ owner, audience }: Pick<NodeSnapshot, 'owner' | 'audience'>) {
  return { ...(owner !== null && { owner }), ...(audience !== null && { audience }) };
}
