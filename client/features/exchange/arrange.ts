/**
 * Finds a place and a size for everything an import brings: as the file says where it does, brought to a board's
 * scale; laid out where it says nothing. A large one is laid out in parts that hang together, set in rows; a very
 * large one stands in rows altogether, neighbours near each other. Pure and deterministic.
 */
import type { PlannedLink, PlannedNode } from '../../../shared/exchange/plan.ts';
import type { Position, Size } from '../../../shared/model/element.ts';
import type { NodeId } from '../../../shared/model/ids.ts';
import { isGroupKind } from '../../../shared/model/kinds.ts';
import { LIMITS } from '../../../shared/model/limits.ts';
import { usualSize } from '../../../shared/model/sizes.ts';
import { fitted, isSized } from '../../editing/sizes.ts';
import { shapeOf } from '../../shapes/shapes.ts';
import { holdersOf } from '../tidy/holders.ts';
import { type TidyNode, tidyLayout } from '../tidy/layout.ts';
import { type ArrangedNode, boundsAround, moved } from './bounds.ts';
import { packRows } from './packRows.ts';

export interface Arranging {
  readonly nodes: readonly PlannedNode[];
  readonly links: readonly PlannedLink[];
  readonly isToScale: boolean;
}

/** So many blocks are laid out at once. */
const MAX_AT_ONCE = 160;
/** Of more blocks, any layout by forces would keep people waiting. */
const MAX_BY_FORCES = 800;
/** Between blocks in rows: room for a person's name. */
const ROW_GAP = 62;
/** What a person with a name takes up at least, for files whose scale is another. */
const SPACING = 90;
const GAP = 140;

export function arrange({ nodes, links, isToScale }: Arranging): ArrangedNode[] {
  const placed = nodes.filter(hasPlace);
  const loose = nodes.filter((node) => !hasPlace(node));
  const there = isToScale ? placed : toScale(placed);
  const fittedThere = fitGroups(there, links);
  const laid = layOut(loose, links);
  if (fittedThere.length === 0) return laid;
  const offset = beneath(laid, fittedThere);
  return [...fittedThere, ...laid.map((node) => moved(node, offset))];
}

function hasPlace(node: PlannedNode): node is ArrangedNode {
  return node.position !== null;
}

/** Spread so far that neighbours have room for their names; never drawn together. */
function toScale(nodes: readonly ArrangedNode[]): readonly ArrangedNode[] {
  const bounds = boundsAround(nodes);
  if (bounds === null || nodes.length < 2) return nodes;
  const xs = nodes.map(({ position }) => position.x);
  const ys = nodes.map(({ position }) => position.y);
  const width = extreme(xs, Math.max) - extreme(xs, Math.min);
  const height = extreme(ys, Math.max) - extreme(ys, Math.min);
  // A line of nodes has a length and no area.
  const spacing =
    Math.min(width, height) < Math.max(width, height) / nodes.length
      ? Math.max(width, height) / nodes.length
      : Math.sqrt((width * height) / nodes.length);
  const largest = Math.max(width, height);
  if (spacing === 0 || spacing >= SPACING || largest === 0) return nodes;
  const factor = Math.min(SPACING / spacing, LIMITS.coordinate / largest);
  return nodes.map((node) => ({
    ...node,
    position: { x: node.position.x * factor, y: node.position.y * factor },
  }));
}

function extreme(values: readonly number[], pick: (a: number, b: number) => number): number {
  return values.reduce((a, b) => pick(a, b));
}

/** Groups without a size reach around their members, unless they would also reach around others. */
function fitGroups(nodes: readonly ArrangedNode[], links: readonly PlannedLink[]): ArrangedNode[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const members = new Map<NodeId, ArrangedNode[]>();
  for (const { kind, source, target } of links) {
    const member = byId.get(source);
    if (kind !== 'membership' || member === undefined) continue;
    const known = members.get(target);
    if (known === undefined) members.set(target, [member]);
    else known.push(member);
  }
  return nodes.map((node) => {
    const { id, kind, size } = node;
    const inner = members.get(id);
    if (size !== null || inner === undefined || !isGroupKind(kind) || !isSized(kind)) return node;
    const fit = fitted(kind, inner.map(shapeOf));
    if (fit === null) return node;
    const own = new Set<NodeId>([id, ...inner.map((member) => member.id)]);
    const reachesOthers = nodes.some(({ id: other, position: { x, y } }) => {
      const [dx, dy] = [Math.abs(x - fit.position.x), Math.abs(y - fit.position.y)];
      return !own.has(other) && dx < fit.size.width / 2 && dy < fit.size.height / 2;
    });
    return reachesOthers ? node : { ...node, position: fit.position, size: fit.size };
  });
}

function layOut(nodes: readonly PlannedNode[], links: readonly PlannedLink[]): ArrangedNode[] {
  if (nodes.length === 0) return [];
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const inner = links.filter(({ source, target }) => byId.has(source) && byId.has(target));
  const holders = holdersOf({
    nodes: byId,
    links: new Map(inner.map((link) => [link.id, link])),
    isHeld: () => false,
    areaOf: () => 0,
  });
  const rootOf = (id: NodeId): NodeId => {
    let at = id;
    for (let up = holders.get(at); up !== undefined; up = holders.get(at)) at = up;
    return at;
  };
  const roots = new Map(nodes.map(({ id }) => [id, rootOf(id)]));
  const blocks = new Set(roots.values()).size;
  const parts = partsOf(roots, { links: inner, most: blocks > MAX_BY_FORCES ? 1 : MAX_AT_ONCE });
  const partOf = new Map(parts.flatMap((part, index) => [...part].map((root) => [root, index] as const)));
  const indexOf = (id: NodeId) => partOf.get(roots.get(id) ?? id) ?? 0;
  const nodesOf: PlannedNode[][] = parts.map(() => []);
  for (const node of nodes) nodesOf[indexOf(node.id)]?.push(node);
  const linksOf: PlannedLink[][] = parts.map(() => []);
  for (const link of inner) {
    const index = indexOf(link.source);
    if (index === indexOf(link.target)) linksOf[index]?.push(link);
  }
  const laid = nodesOf.map((part, index) => {
    const [only] = part;
    if (part.length === 1 && only !== undefined) return [{ ...only, position: { x: 0, y: 0 } }];
    const places = tidyLayout({
      nodes: part.map((node) => tidyNode(node, holders.get(node.id) ?? null)),
      links: linksOf[index] ?? [],
      scope: null,
    });
    return part.map((node): ArrangedNode => {
      const place = places.get(node.id);
      return { ...node, position: place?.position ?? { x: 0, y: 0 }, size: place?.size ?? node.size };
    });
  });
  const offsets = packRows(laid.map(boundsAround), blocks > MAX_BY_FORCES ? ROW_GAP : GAP);
  return laid.flatMap((part, index) => part.map((node) => moved(node, offsets[index] ?? { x: 0, y: 0 })));
}

function tidyNode({ id, kind, label, size }: PlannedNode, holder: NodeId | null): TidyNode {
  const usual: Size = (kind === 'person' ? null : size) ?? usualSize(kind, label);
  return { id, kind, label, position: { x: 0, y: 0 }, size: usual, movable: true, holder };
}

interface Parting {
  readonly links: readonly PlannedLink[];
  readonly most: number;
}

/** Blocks that hang together, neighbours first, at most so many in a part. */
function partsOf(roots: ReadonlyMap<NodeId, NodeId>, { links, most }: Parting): Set<NodeId>[] {
  const near = new Map<NodeId, Set<NodeId>>();
  for (const root of roots.values()) if (!near.has(root)) near.set(root, new Set());
  for (const { source, target } of links) {
    const [a, b] = [roots.get(source), roots.get(target)];
    if (a === undefined || b === undefined || a === b) continue;
    near.get(a)?.add(b);
    near.get(b)?.add(a);
  }
  const parts: Set<NodeId>[] = [];
  const seen = new Set<NodeId>();
  let part = new Set<NodeId>();
  for (const start of near.keys()) {
    if (seen.has(start)) continue;
    const queue = [start];
    seen.add(start);
    for (const at of queue) {
      if (part.size === 0) parts.push(part);
      part.add(at);
      if (part.size >= most) part = new Set();
      for (const next of near.get(at) ?? []) {
        if (seen.has(next)) continue;
        seen.add(next);
        queue.push(next);
      }
    }
  }
  return parts;
}

function beneath(nodes: readonly ArrangedNode[], above: readonly ArrangedNode[]): Position {
  const [mine, theirs] = [boundsAround(nodes), boundsAround(above)];
  if (mine === null || theirs === null) return { x: 0, y: 0 };
  return { x: theirs.left - mine.left, y: theirs.bottom + GAP - mine.top };
}
