/**
 * The board as a tree: groups with their members, people in no group, notes, and the links of what is
 * selected. A member of several groups stands in each. Pure.
 */
import type { ReadonlyIdMap } from '../../../shared/model/idCollections.ts';
import type { LinkId, NodeId } from '../../../shared/model/ids.ts';
import { isGroupKind } from '../../../shared/model/kinds.ts';
import type { LinkSnapshot, NodeSnapshot } from '../../sync/snapshot.ts';

type OutlineSection = 'people' | 'notes' | 'links';

export type OutlineItem = {
  /** Unlike an id, unique in the tree: the way from its root. */
  readonly key: string;
  readonly children: readonly OutlineItem[];
} & (
  | { readonly type: 'node'; readonly id: NodeId }
  | { readonly type: 'link'; readonly id: LinkId }
  | { readonly type: 'section'; readonly section: OutlineSection }
);

export interface Outlined {
  readonly nodes: ReadonlyIdMap<NodeId, NodeSnapshot>;
  readonly links: ReadonlyIdMap<LinkId, LinkSnapshot>;
  linksAt(id: string): Iterable<LinkId>;
}

export function buildOutline(board: Outlined, selection: ReadonlySet<string>): OutlineItem[] {
  const nodes = [...board.nodes.values()];
  const members = membersByGroup(board);
  const belongs = new Set([...members.values()].flat());
  const reached = new Set<NodeId>();
  const item = (node: NodeSnapshot, trail: readonly string[]): OutlineItem => {
    reached.add(node.id);
    const way = [...trail, node.id];
    const inner = (members.get(node.id) ?? []).filter((member) => !way.includes(member.id));
    return {
      type: 'node',
      id: node.id,
      key: way.join('/'),
      children: sorted(inner).map((member) => item(member, way)),
    };
  };
  const groups = sorted(nodes.filter(({ kind }) => isGroupKind(kind)));
  const items = groups.filter((group) => !belongs.has(group)).map((group) => item(group, []));
  // Groups that belong to each other in a circle have no first one: whichever comes first by name opens it.
  for (const group of groups) if (!reached.has(group.id)) items.push(item(group, []));
  const loose = nodes.filter((node) => node.kind === 'person' && !belongs.has(node));
  const section = (name: OutlineSection, children: readonly OutlineItem[]): OutlineItem[] =>
    children.length === 0 ? [] : [{ type: 'section', section: name, key: name, children }];
  const leaf = (name: OutlineSection) => (node: NodeSnapshot) => item(node, [name]);
  return [
    ...items,
    ...section('people', sorted(loose).map(leaf('people'))),
    ...section('notes', sorted(nodes.filter(({ kind }) => kind === 'note')).map(leaf('notes'))),
    ...section('links', linksOf(board, selection)),
  ];
}

/** Memberships whose two ends are seen. */
function membersByGroup({ nodes, links }: Outlined): Map<NodeId, NodeSnapshot[]> {
  const members = new Map<NodeId, NodeSnapshot[]>();
  for (const { kind, source, target } of links.values()) {
    const member = nodes.get(source);
    if (kind !== 'membership' || member === undefined || !nodes.has(target) || source === target) continue;
    const known = members.get(target);
    if (known === undefined) members.set(target, [member]);
    else if (!known.includes(member)) known.push(member);
  }
  return members;
}

function linksOf({ links, linksAt }: Outlined, selection: ReadonlySet<string>): OutlineItem[] {
  const ids = new Set<LinkId>();
  for (const id of selection) {
    const selected = links.get(id);
    if (selected !== undefined) ids.add(selected.id);
    for (const link of linksAt(id)) if (links.get(link)?.kind !== 'membership') ids.add(link);
  }
  return [...ids].sort().map((id) => ({ type: 'link', id, key: `links/${id}`, children: [] }));
}

/** Groups before people, each by name. */
function sorted(nodes: readonly NodeSnapshot[]): NodeSnapshot[] {
  const weight = ({ kind }: NodeSnapshot) => (isGroupKind(kind) ? 0 : 1);
  return [...nodes].sort(
    (a, b) =>
      weight(a) - weight(b) ||
      a.label.localeCompare(b.label, undefined, { numeric: true }) ||
      (a.id < b.id ? -1 : 1),
  );
}

export interface OutlineRow {
  readonly item: OutlineItem;
  /** From 1. */
  readonly level: number;
  readonly place: number;
  readonly among: number;
  /** Null where there is nothing to open. */
  readonly expanded: boolean | null;
  readonly parent: string | null;
}

/** The rows that are seen while some items are closed. */
export function visibleRows(
  items: readonly OutlineItem[],
  isOpen: (item: OutlineItem) => boolean,
): OutlineRow[] {
  const rows: OutlineRow[] = [];
  const visit = (list: readonly OutlineItem[], level: number, parent: string | null) => {
    for (const [index, item] of list.entries()) {
      const expanded = item.children.length === 0 ? null : isOpen(item);
      rows.push({ item, level, place: index + 1, among: list.length, expanded, parent });
      if (expanded) visit(item.children, level + 1, item.key);
    }
  };
  visit(items, 1, null);
  return rows;
}
