/**
 * A drag of nodes and the members that go along: drawn at once, sent to others by presence, committed on drop
 * as one act with the memberships it makes and ends.
 */

import type { Position } from '../../shared/model/element.ts';
import type { NodeId } from '../../shared/model/ids.ts';
import { WIRE_LIMITS } from '../../shared/protocol.ts';
import { type Shape, shapeOf } from '../shapes/shapes.ts';
import { nameOf } from '../state/describe.ts';
import { canEdit } from '../state/rights.ts';
import { afterMove, draggedWith, type PlacedNode } from '../state/scene/containment.ts';
import { NO_GUIDES } from '../state/ui.ts';
import type { Workspace } from '../state/workspace.ts';
import { currentMessages } from '../ui/locale.ts';
import { toast } from '../ui/toast.ts';
import { boundsOf } from './align.ts';
import { placedGroups, placeNodes } from './mutations.ts';
import { indexLines, type SnapBox, type SnapIndex, snap } from './snapping.ts';

/** For viewpoints that receive no presence of this person: they see a drag in steps of the doc. */
const WRITE_INTERVAL_MS = 500;

/** In screen pixels. A finger trembles more than a mouse. */
const DRAG_THRESHOLD_PX = 3;
const TOUCH_THRESHOLD_PX = 8;
const SNAP_PX = 6;

export interface DragOptions {
  /** The visible part of the board: nodes in it are candidates for alignment. */
  readonly view: SnapBox;
}

export interface DragStep {
  readonly zoom: number;
  readonly snapping: boolean;
  readonly byTouch: boolean;
}

let drags = 0;

export class DragSession {
  readonly #workspace: Workspace;
  /** The nodes that were dragged themselves; the others go along. */
  readonly #picked: ReadonlySet<NodeId>;
  readonly #origins: ReadonlyMap<NodeId, Position>;
  readonly #key = `drag ${++drags}`;
  #offset: Position = { x: 0, y: 0 };
  #moving = false;
  #written: Position = { x: 0, y: 0 };
  #writtenAt = Date.now();
  /** Depth of the history to return to when the drag is cancelled. */
  readonly #depth: number;

  readonly #frame: SnapBox;
  readonly #lines: SnapIndex;

  constructor(workspace: Workspace, ids: Iterable<NodeId>, { view }: DragOptions) {
    this.#workspace = workspace;
    this.#depth = workspace.history.depth;
    const { store, rights, scene } = workspace;
    const picked = [...ids].filter((id) => isMovable(workspace, id));
    const dragged = draggedWith(picked, {
      shapeOf: (id) => scene.restingShape(id),
      membersOf: (id) => membersOf(workspace, id),
    });
    this.#picked = new Set(picked);
    this.#origins = new Map(
      [...dragged].flatMap((id) => {
        const node = store.nodes.get(id);
        return node !== undefined && canEdit(rights, node) ? [[id, node.position] as const] : [];
      }),
    );
    const still = [...store.nodes.values()].filter(({ id }) => !dragged.has(id));
    this.#frame = boundsOf(picked.flatMap((id) => scene.restingShape(id) ?? []));
    this.#lines = indexLines(still.map(shapeOf).filter((shape) => overlaps(shape, view)));
    scene.lift(this.#origins.keys());
  }

  /** Draws the dragged nodes moved by an offset; a tremble below the threshold moves nothing. */
  move(by: Position, { zoom, snapping, byTouch }: DragStep): void {
    const threshold = byTouch ? TOUCH_THRESHOLD_PX : DRAG_THRESHOLD_PX;
    this.#moving ||= Math.hypot(by.x, by.y) * zoom >= threshold;
    if (!this.#moving || this.#origins.size === 0) return;
    const { scene, presence, ui } = this.#workspace;
    const frame = { ...this.#frame, x: this.#frame.x + by.x, y: this.#frame.y + by.y };
    const snapped = snapping ? snap(frame, { index: this.#lines, reach: SNAP_PX / zoom }) : null;
    const offset = snapped === null ? by : { x: by.x + snapped.by.x, y: by.y + snapped.by.y };
    this.#offset = offset;
    const guides = snapped === null || snapped.guides.length === 0 ? NO_GUIDES : snapped.guides;
    if (ui.getState().guides !== guides) ui.setState({ guides });
    scene.showDragged(this.#positions());
    const now = Date.now();
    if (now - this.#writtenAt >= WRITE_INTERVAL_MS) {
      this.#writtenAt = now;
      this.#written = offset;
      placeNodes(this.#workspace, { positions: this.#positions() }, this.#joined());
    }
    presence.set({
      drag: {
        ids: [...this.#origins.keys()].slice(0, WIRE_LIMITS.selection),
        dx: offset.x - this.#written.x,
        dy: offset.y - this.#written.y,
      },
    });
    const dropTarget = this.#dropTarget();
    if (ui.getState().dropTarget !== dropTarget) ui.setState({ dropTarget });
  }

  /** Commits the positions that were drawn last. */
  drop(): void {
    const { scene, presence, ui, store } = this.#workspace;
    if (this.#moving) {
      const changes = [...this.#picked].map((id) => ({ id, ...this.#membershipChange(id) }));
      const join = changes.flatMap(({ id, join: group }) => (group === null ? [] : [{ member: id, group }]));
      const leave = changes.flatMap((change) => change.leave);
      const left = leave.map((id) => store.links.get(id));
      placeNodes(this.#workspace, { positions: this.#positions(), join, leave }, this.#joined());
      const [first] = left;
      if (first !== undefined) this.#tellLeft(first.source, first.target);
    }
    if (this.#moving) presence.set({ drag: null });
    ui.setState({ dropTarget: null, guides: NO_GUIDES });
    scene.settle();
  }

  /** Cancels: puts everything back, and removes the steps from the history. */
  cancel(): void {
    const { scene, presence, ui, history } = this.#workspace;
    const { x, y } = this.#written;
    if (x !== 0 || y !== 0) history.undoTo(this.#depth);
    if (this.#moving) presence.set({ drag: null });
    ui.setState({ dropTarget: null, guides: NO_GUIDES });
    scene.settle();
  }

  #joined() {
    return { merge: this.#key, withinMs: Number.POSITIVE_INFINITY };
  }

  #positions(): Map<NodeId, Position> {
    const { x, y } = this.#offset;
    return new Map([...this.#origins].map(([id, origin]) => [id, { x: origin.x + x, y: origin.y + y }]));
  }

  #shapeAt(id: NodeId, offset: Position): Shape | null {
    const node = this.#workspace.store.nodes.get(id);
    const origin = this.#origins.get(id);
    if (node === undefined || origin === undefined) return null;
    return shapeOf({ ...node, position: { x: origin.x + offset.x, y: origin.y + offset.y } });
  }

  /** Groups that do not move: a dragged node cannot be dropped into a group that moves along. */
  #groups(): PlacedNode[] {
    return placedGroups(this.#workspace).filter(
      ({ id }) => !this.#origins.has(id) && canJoin(this.#workspace, id),
    );
  }

  #membershipChange(id: NodeId) {
    const shape = this.#shapeAt(id, this.#offset);
    const before = this.#shapeAt(id, { x: 0, y: 0 });
    const { store } = this.#workspace;
    if (shape === null || before === null) return { join: null, leave: [] };
    const memberships = [...store.linksAt(id)].flatMap((link) => {
      const record = store.links.get(link);
      return record?.kind === 'membership' && record.access !== 'read' && !record.locked ? [record] : [];
    });
    return afterMove({ node: { id, shape }, before, memberships, groups: this.#groups() });
  }

  /** The group that a drop would join; null also over one that is joined already. */
  #dropTarget(): NodeId | null {
    const [id] = this.#picked;
    return id === undefined || this.#picked.size !== 1 ? null : this.#membershipChange(id).join;
  }

  #tellLeft(member: NodeId, group: NodeId): void {
    const { store, history } = this.#workspace;
    const { canvas, undo } = currentMessages();
    toast(canvas.left(nameOf(store.nodes.get(member)), nameOf(store.nodes.get(group))), {
      action: { label: undo, run: () => history.undo() },
    });
  }
}

function overlaps(a: SnapBox, b: SnapBox): boolean {
  return 2 * Math.abs(a.x - b.x) < a.width + b.width && 2 * Math.abs(a.y - b.y) < a.height + b.height;
}

function isMovable(workspace: Workspace, id: NodeId): boolean {
  const element = workspace.store.element(id);
  return element !== undefined && 'position' in element && canEdit(workspace.rights, element);
}

/** Everyone who sees a group may try to join it; the server decides. */
function canJoin({ store }: Workspace, id: NodeId): boolean {
  return store.nodes.get(id)?.locked !== true;
}

export function membersOf({ store }: Pick<Workspace, 'store'>, id: NodeId): NodeId[] {
  return [...store.linksAt(id)].flatMap((linkId) => {
    const link = store.links.get(linkId);
    return link?.kind === 'membership' && link.target === id ? [link.source] : [];
  });
}
