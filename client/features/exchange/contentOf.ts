/**
 * Snapshot of the view for an export: the elements that this page shows, whole or those selected, with the links
 * among them. The page holds nothing else, also while a facilitator looks through another viewpoint.
 */
import type { ExchangeContent, ExchangeLink, ExchangeNode } from '../../../shared/exchange/content.ts';
import { FIELD_LISTS, valueIn } from '../../../shared/model/fieldLists.ts';
import type { ElementRoot } from '../../../shared/model/fields.ts';
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

/** What a snapshot knows of the fields that travel. */
function travelling(root: ElementRoot, snapshot: NodeSnapshot | LinkSnapshot): object {
  const told = FIELD_LISTS[root].filter(
    (field) => field.files !== 'none' && valueIn(snapshot, field) !== null,
  );
  return {
    id: snapshot.id,
    ...Object.fromEntries(told.map((field) => [field.name, valueIn(snapshot, field)])),
  };
}

// A snapshot has every field that a record always has, but for what facilitators alone are told.
const exchangeNode = (node: NodeSnapshot) => travelling('nodes', node) as ExchangeNode;
const exchangeLink = (link: LinkSnapshot) => travelling('links', link) as ExchangeLink;
