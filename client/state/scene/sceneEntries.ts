/**
 * React Flow's entry for one node or link. An entry that is equal to the one before is the same object, part
 * by part, so that nothing renders without a reason.
 */
import { Position as AnchorPosition, type NodeHandle } from '@xyflow/react';
import type { Position, Size } from '../../../shared/model/element.ts';
import { LINK_KINDS, NODE_KINDS } from '../../../shared/model/kinds.ts';
import type { BoardEdge, BoardNode, DrawingMark, LinkData } from '../../shapes/sceneTypes.ts';
import { type Shape, shapeOf } from '../../shapes/shapes.ts';
import { keepSame, type LinkSnapshot, type NodeSnapshot } from '../../sync/snapshot.ts';
import { currentMessages } from '../../ui/locale.ts';
import { describeLink, describeNode } from '../describe.ts';
import { canEdit, type Rights } from '../rights.ts';
import type { UiState } from '../ui.ts';
import { EDGE_LAYER, layerOf } from './layers.ts';
import { GHOST, nodeData, type SceneFacts } from './nodeData.ts';
import { drawingMark } from './unconfirmedMark.ts';

/** Attributes for tests and style sheets; one object per kind, so that it never counts as a change. */
const KIND_ATTRIBUTES: Readonly<Record<string, Record<string, string | undefined>>> = Object.fromEntries(
  [...NODE_KINDS, ...LINK_KINDS].map((kind) => [
    kind,
    { 'data-kind': kind, 'aria-roledescription': undefined },
  ]),
);

export interface DrawnFacts extends SceneFacts {
  markOf(id: string): string;
  drawnAt(id: string): Position | null;
  sizeOf(node: NodeSnapshot): Size | null;
}

/** Both ends of a link are anchored at the centre of their shapes. */
function centred({ width, height }: Size): NodeHandle[] {
  const anchor = { position: AnchorPosition.Top, x: width / 2, y: height / 2, width: 0, height: 0 };
  return [
    { ...anchor, type: 'source' },
    { ...anchor, type: 'target' },
  ];
}

type InHand = Pick<UiState, 'selection' | 'renaming' | 'dropTarget'>;

/** A shape without its position: React Flow tells where the ends are. */
function anchored(facts: DrawnFacts, node: NodeSnapshot): Shape {
  return shapeOf({ ...node, position: { x: 0, y: 0 }, size: facts.sizeOf(node) });
}

function keptMark(before: DrawingMark | null | undefined, mark: DrawingMark | null): DrawingMark | null {
  return mark === null ? null : keepSame(before ?? undefined, mark);
}

interface NodeParts {
  readonly node: NodeSnapshot;
  readonly before: BoardNode | undefined;
  readonly inHand: InHand;
  readonly rights: Rights;
}

export function nodeEntry(facts: DrawnFacts, { node, before, inHand, rights }: NodeParts): BoardNode {
  const { selection, renaming, dropTarget } = inHand;
  const editable = canEdit(rights, node);
  const { width, height } = anchored(facts, node);
  const data = keepSame(before?.data, {
    ...nodeData(facts, node),
    mark: keptMark(before?.data.mark, drawingMark(facts.store, node)),
    editable,
    renaming: renaming?.id === node.id,
    dropTarget: dropTarget === node.id,
    width,
    height,
  });
  const sameSize = before !== undefined && before.width === width && before.height === height;
  return keepSame(before, {
    id: node.id,
    type: node.kind,
    position: facts.drawnAt(node.id) ?? node.position,
    width,
    height,
    // Given beforehand, so that nothing has to be measured: a shape is exactly as large as its node.
    measured: sameSize && before.measured ? before.measured : { width, height },
    handles: sameSize && before.handles ? before.handles : centred({ width, height }),
    data,
    selected: selection.has(node.id),
    zIndex: layerOf(node.kind, { width, height }),
    // Undefined where it may be dragged, so that the current tool decides.
    ...(editable && renaming?.id !== node.id ? {} : { draggable: false }),
    className: facts.markOf(node.id),
    ariaLabel: withHeldMark(withMark(describeNode(facts, node), facts.markOf(node.id)), data.heldMark),
    domAttributes: KIND_ATTRIBUTES[node.kind] ?? {},
  }) as BoardNode;
}

function withMark(described: string, mark: string): string {
  const { canvas, comma } = currentMessages();
  return mark === GHOST ? described + comma + canvas.ghost : described;
}

function withHeldMark(described: string, heldMark: string): string {
  const { canvas, comma } = currentMessages();
  return heldMark === GHOST ? described + comma + canvas.heldGhost : described;
}

interface EdgeParts {
  readonly link: LinkSnapshot;
  readonly from: NodeSnapshot;
  readonly to: NodeSnapshot;
  /** The distance to its parallel links, seen from the end with the lower id. */
  readonly bend: number;
  readonly before: BoardEdge | undefined;
  readonly inHand: InHand;
}

export function edgeEntry(facts: DrawnFacts, { link, from, to, bend, before, inHand }: EdgeParts): BoardEdge {
  const { selection } = inHand;
  const selected = selection.has(link.id);
  const data: LinkData = keepSame(before?.data, {
    label: link.label,
    from: keepSame(before?.data?.from, anchored(facts, from)),
    to: keepSame(before?.data?.to, anchored(facts, to)),
    // A bend is seen from the start of the line: turned round, it changes sides.
    bend: link.source < link.target ? bend : -bend,
    hot: selected || selection.has(link.source) || selection.has(link.target),
    locked: link.locked,
    mark: keptMark(before?.data?.mark, drawingMark(facts.store, link)),
  });
  return keepSame(before, {
    id: link.id,
    type: link.kind,
    source: link.source,
    target: link.target,
    data,
    selected,
    zIndex: EDGE_LAYER,
    className: facts.markOf(link.id),
    ariaLabel: withMark(describeLink(facts, link), facts.markOf(link.id)),
    domAttributes: KIND_ATTRIBUTES[link.kind] ?? {},
  }) as BoardEdge;
}
