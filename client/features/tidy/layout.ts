/**
 * A tidy layout of a board or of a part of it: every group with what it holds becomes a block, blocks are
 * placed by their links. Blocks that hold something this person may not move stay whole where they are, and
 * the others keep clear of them. Pure and deterministic: the same input gives the same places.
 */
import type { Position, Size } from '../../../shared/model/element.ts';
import type { LinkKind, NodeKind } from '../../../shared/model/kinds.ts';
import { usualSize } from '../../../shared/model/sizes.ts';
import { NODE_SHAPES } from '../../shapes/nodes/nodeShapes.ts';
import { type Extent, packMembers } from './pack.ts';
import { placeBlocks } from './placeBlocks.ts';

export interface TidyNode {
  readonly id: string;
  readonly kind: NodeKind;
  readonly label: string;
  readonly position: Position;
  readonly size: Size;
  readonly movable: boolean;
  /** The group in which it is drawn; null for none. */
  readonly holder: string | null;
}

interface TidyLink {
  readonly kind: LinkKind;
  readonly source: string;
  readonly target: string;
}

export interface TidyInput {
  readonly nodes: readonly TidyNode[];
  readonly links: readonly TidyLink[];
  /** What is to be tidied, with the blocks it lies in; null for everything. */
  readonly scope: readonly string[] | null;
}

export interface TidyPlace {
  readonly position: Position;
  /** Only where a group does not fit its members. */
  readonly size?: Size;
}

export type TidyResult = ReadonlyMap<string, TidyPlace>;

const NAME_CHARACTER = 6.8;
const PERSON: Extent = { left: 24, right: 24, up: 22, down: 40 };

interface LayoutBlock {
  readonly node: TidyNode;
  readonly size: Size;
  /** What it takes up, with what it holds. */
  readonly extent: Extent;
  /** Everything in it and itself, by offsets from its centre. */
  readonly inner: readonly { readonly block: LayoutBlock; readonly at: Position }[];
}

/** Places of what moves or gets another size; whatever is not named stays as it is. */
export function tidyLayout({ nodes, links, scope }: TidyInput): TidyResult {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const children = new Map<string | null, TidyNode[]>();
  for (const node of [...nodes].sort(inOrder)) {
    const holder = byId.has(node.holder ?? '') ? node.holder : null;
    children.set(holder, [...(children.get(holder) ?? []), node]);
  }
  const rootOf = new Map<string, string>();
  const claim = (node: TidyNode, root: string) => {
    rootOf.set(node.id, root);
    for (const child of children.get(node.id) ?? []) claim(child, root);
  };
  const roots = children.get(null) ?? [];
  for (const root of roots) claim(root, root.id);
  const chosen = scope === null ? null : new Set(scope.map((id) => rootOf.get(id)));
  const stuck = new Set(nodes.filter(({ movable }) => !movable).map(({ id }) => rootOf.get(id)));
  const moves = (root: TidyNode) => !stuck.has(root.id) && (chosen === null || chosen.has(root.id));
  const blocks = roots.map((root) => (moves(root) ? pack(root, children) : asItIs(root, children)));
  const centres = placeBlocks(
    blocks.map(({ node, extent }) => ({ id: node.id, at: node.position, extent, fixed: !moves(node) })),
    attractions(links, rootOf),
  );
  const result = new Map<string, TidyPlace>();
  for (const block of blocks) {
    const centre = centres.get(block.node.id);
    if (centre !== undefined && moves(block.node)) spread(block, { centre, result });
  }
  return result;
}

function inOrder(a: TidyNode, b: TidyNode): number {
  const weight = ({ kind }: TidyNode) => (kind === 'person' ? 1 : 0);
  return weight(a) - weight(b) || compare(a.label, b.label) || compare(a.id, b.id);
}

/** By code units: the same on every device. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** How many links join two blocks, by their roots. */
function attractions(links: readonly TidyLink[], rootOf: ReadonlyMap<string, string>) {
  const weights = new Map<string, { a: string; b: string; weight: number }>();
  for (const { source, target } of links) {
    const [a, b] = [rootOf.get(source), rootOf.get(target)].sort();
    if (a === undefined || b === undefined || a === b) continue;
    const known = weights.get(`${a} ${b}`);
    if (known === undefined) weights.set(`${a} ${b}`, { a, b, weight: 1 });
    else known.weight++;
  }
  return [...weights.values()].sort((one, other) => compare(one.a + one.b, other.a + other.b));
}

function around(node: TidyNode, size: Size): Extent {
  if (node.kind === 'person') {
    const half = Math.max(PERSON.left, Math.min(70, (node.label.length * NAME_CHARACTER) / 2) + 4);
    return { ...PERSON, left: half, right: half };
  }
  const [x, y] = [size.width / 2, size.height / 2];
  return { left: x, right: x, up: y + NODE_SHAPES[node.kind].overhang.above, down: y };
}

function pack(node: TidyNode, children: ReadonlyMap<string | null, readonly TidyNode[]>): LayoutBlock {
  const held = (children.get(node.id) ?? []).map((child) => pack(child, children));
  // From the usual size and not its own: a group that was large once fits its members of today.
  const { places, size } = packMembers(
    held.map(({ extent }) => extent),
    { ...node, size: held.length === 0 ? node.size : usualSize(node.kind) },
  );
  const inner = held.map((block, index) => ({ block, at: places[index] ?? { x: 0, y: 0 } }));
  return { node, size, extent: around(node, size), inner };
}

/** A block that stays: it takes up whatever its parts do. */
function asItIs(node: TidyNode, children: ReadonlyMap<string | null, readonly TidyNode[]>): LayoutBlock {
  let extent = around(node, node.size);
  for (const child of children.get(node.id) ?? []) {
    const { extent: part } = asItIs(child, children);
    const [dx, dy] = [child.position.x - node.position.x, child.position.y - node.position.y];
    extent = {
      left: Math.max(extent.left, part.left - dx),
      right: Math.max(extent.right, part.right + dx),
      up: Math.max(extent.up, part.up - dy),
      down: Math.max(extent.down, part.down + dy),
    };
  }
  return { node, size: node.size, extent, inner: [] };
}

function spread(
  block: LayoutBlock,
  { centre, result }: { centre: Position; result: Map<string, TidyPlace> },
): void {
  const { node, size } = block;
  const position = { x: Math.round(centre.x), y: Math.round(centre.y) };
  const resized = size.width !== node.size.width || size.height !== node.size.height;
  const moves = position.x !== node.position.x || position.y !== node.position.y;
  if (resized || moves) result.set(node.id, resized ? { position, size } : { position });
  for (const { block: inner, at } of block.inner) {
    spread(inner, { centre: { x: position.x + at.x, y: position.y + at.y }, result });
  }
}
