/**
 * The view model of the canvas: turns the store's records into React Flow's nodes and edges, incrementally: a
 * change makes new entries for the nodes and links that it touches, and every other entry keeps its identity.
 * Positions of nodes that are being dragged, by this person or by peers, override those of the doc.
 */
import type { Position, Size } from '../../../shared/model/element.ts';
import type { IdMap } from '../../../shared/model/idCollections.ts';
import type { LinkId, NodeId } from '../../../shared/model/ids.ts';
import { bends } from '../../shapes/linkRoute.ts';
import type { BoardEdge, BoardNode } from '../../shapes/sceneTypes.ts';
import { type Shape, shapeOf } from '../../shapes/shapes.ts';
import type { NodeSnapshot } from '../../sync/snapshot.ts';
import type { BoardChange, BoardStore } from '../../sync/store.ts';
import { onPreferences } from '../../ui/locale.ts';
import type { Rights } from '../rights.ts';
import type { Ui, UiState } from '../ui.ts';
import { holds } from './containment.ts';
import { afterFrame, afterTimeout, RenderBatcher, type TouchedElements } from './renderBatcher.ts';
import { type DrawnFacts, edgeEntry, nodeEntry } from './sceneEntries.ts';

export interface SceneOptions {
  readonly store: BoardStore;
  readonly rights: Rights;
  readonly ui: Ui;
}

export class Scene implements DrawnFacts {
  readonly store: BoardStore;
  readonly #rights: Rights;
  readonly #ui: Ui;
  readonly #listeners = new Set<() => void>();
  readonly #stops: (() => void)[];
  /** Positions of dragged nodes. */
  readonly #dragged: IdMap<NodeId, Position> = new Map();
  /** Shapes of nodes that are being resized. */
  readonly #sizes = new Map<NodeId, Size>();
  /** Positions of the nodes that this person drags before the drag: containment is judged by them. */
  readonly #resting: IdMap<NodeId, Position> = new Map();
  readonly #batcher = new RenderBatcher({
    draw: ({ nodes, links }) => this.#refreshAround(nodes, links),
    afterDrawing: afterFrame,
    schedule: afterTimeout,
  });
  #marks: ReadonlyMap<string, string> = new Map();
  #nodes: IdMap<NodeId, BoardNode> = new Map();
  #edges: IdMap<LinkId, BoardEdge> = new Map();
  #nodeList: BoardNode[] = [];
  #edgeList: BoardEdge[] = [];

  constructor({ store, rights, ui }: SceneOptions) {
    this.store = store;
    this.#rights = rights;
    this.#ui = ui;
    this.#refresh(store.nodes.keys(), store.links.keys());
    this.#stops = [
      store.subscribe((change) => this.#onChange(change)),
      ui.subscribe((state, before) => this.#onUi(state, before)),
      onPreferences(() => this.#refreshAll()),
    ];
  }

  get nodes(): BoardNode[] {
    return this.#nodeList;
  }

  get edges(): BoardEdge[] {
    return this.#edgeList;
  }

  /** Elements whose entries are stale, because large changes are drawn in batches. */
  get waiting(): TouchedElements {
    return this.#batcher.waiting;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  destroy(): void {
    for (const stop of this.#stops) stop();
    this.#batcher.stop();
    this.#listeners.clear();
  }

  /** Holds all drawing while a caller makes many changes; returns what ends that. */
  hold(): () => void {
    return this.#batcher.hold();
  }

  /** The class an element is marked with; empty for none. */
  markOf(id: string): string {
    return this.#marks.get(id) ?? '';
  }

  /** Sets the marks of elements, as a lens does; all others lose theirs. */
  mark(marks: ReadonlyMap<string, string>): void {
    const before = this.#marks;
    this.#marks = marks;
    const changed = [...new Set([...before.keys(), ...marks.keys()])].filter(
      (id) => before.get(id) !== marks.get(id),
    );
    const nodes = new Set<NodeId>();
    const links: LinkId[] = [];
    for (const id of changed) {
      const link = this.store.links.get(id);
      const node = this.store.nodes.get(id) ?? this.#nodes.get(id);
      if (node !== undefined) nodes.add(node.id);
      if (link !== undefined) links.push(link.id);
      // A group shows the seats of unmarked memberships; containment shows those it stands for.
      if (link?.kind === 'membership') nodes.add(link.source).add(link.target);
    }
    for (const id of [...nodes]) {
      for (const linkId of this.store.linksAt(id)) {
        const link = this.store.links.get(linkId);
        if (link?.kind === 'membership') nodes.add(link.source);
      }
    }
    this.#refresh(nodes, links);
  }

  /** The size in which a node is drawn; null for the usual one. */
  sizeOf(node: NodeSnapshot): Size | null {
    return this.#sizes.get(node.id) ?? node.size;
  }

  /** The position in which a node is drawn. */
  drawnAt(id: string): Position | null {
    return this.#dragged.get(id) ?? this.store.nodes.get(id)?.position ?? null;
  }

  /** The shape by which containment of a node is judged. */
  restingShape(id: string): Shape | null {
    const node = this.store.nodes.get(id);
    return node === undefined ? null : shapeOf({ ...node, position: this.#resting.get(id) ?? node.position });
  }

  isHeld(id: LinkId): boolean {
    const link = this.store.links.get(id);
    if (link?.kind !== 'membership') return false;
    const group = this.restingShape(link.target);
    const member = this.restingShape(link.source);
    return group !== null && member !== null && holds(group, member);
  }

  /** Draws nodes at other positions than the doc has. */
  showDragged(positions: ReadonlyMap<NodeId, Position>): void {
    for (const [id, position] of positions) this.#dragged.set(id, position);
    this.#refresh(positions.keys(), []);
  }

  /** Draws a node with another position and size than the doc has; null ends that. */
  reshape(id: NodeId, placed: { readonly position: Position; readonly size: Size } | null): void {
    if (placed === null) {
      this.#sizes.delete(id);
      this.#dragged.delete(id);
    } else {
      this.#sizes.set(id, placed.size);
      this.#dragged.set(id, placed.position);
    }
    this.#refresh([id], this.store.linksAt(id));
  }

  /** Draws nodes at the doc's positions again. */
  release(ids: Iterable<NodeId>): void {
    const released = [...ids].filter((id) => this.#dragged.delete(id));
    if (released.length > 0) this.#refresh(released, []);
  }

  /** Until `settle`, containment of these nodes is judged by their current positions. */
  lift(ids: Iterable<NodeId>): void {
    for (const id of ids) {
      const position = this.store.nodes.get(id)?.position;
      if (position !== undefined) this.#resting.set(id, position);
    }
  }

  /** Whether this person drags the node. */
  isLifted(id: NodeId): boolean {
    return this.#resting.has(id);
  }

  settle(): void {
    const ids = [...this.#resting.keys()];
    this.#resting.clear();
    for (const id of ids) this.#dragged.delete(id);
    this.#refreshAround(ids, []);
  }

  #onChange({ nodes, links, board }: BoardChange): void {
    if (board) this.#refreshAll();
    else this.#batcher.change({ nodes, links });
  }

  #onUi(state: UiState, before: UiState): void {
    const touched = new Set<string>();
    if (state.selection !== before.selection) {
      for (const id of state.selection) if (!before.selection.has(id)) touched.add(id);
      for (const id of before.selection) if (!state.selection.has(id)) touched.add(id);
    }
    const marks = (ui: UiState) => [ui.dropTarget, ui.renaming?.id].filter((id) => typeof id === 'string');
    if (String(marks(state)) !== String(marks(before)))
      for (const id of [...marks(state), ...marks(before)]) touched.add(id);
    if (touched.size === 0) return;
    const nodes = [...touched].flatMap((id) => this.store.nodes.get(id)?.id ?? []);
    const links = new Set([...touched].flatMap((id) => this.store.links.get(id)?.id ?? []));
    for (const id of nodes) for (const link of this.store.linksAt(id)) links.add(link);
    this.#refresh(nodes, links);
  }

  #refreshAll(): void {
    const nodes = new Set([...this.store.nodes.keys(), ...this.#nodes.keys()]);
    this.#refresh(nodes, new Set([...this.store.links.keys(), ...this.#edges.keys()]));
  }

  /** Refreshes the changed elements and those drawn by them: neighbours by membership, links, parallel links. */
  #refreshAround(nodes: Iterable<NodeId>, links: Iterable<LinkId>): void {
    const nearNodes = new Set(nodes);
    const nearLinks = new Set(links);
    for (const id of [...nearLinks]) {
      const link = this.store.links.get(id) ?? this.#edges.get(id);
      if (link === undefined) continue;
      const { source, target } = link;
      nearNodes.add(source).add(target);
      for (const parallel of this.#parallels(source, target)) nearLinks.add(parallel);
    }
    for (const id of [...nearNodes]) {
      for (const linkId of this.store.linksAt(id)) {
        nearLinks.add(linkId);
        const link = this.store.links.get(linkId);
        if (link?.kind === 'membership') nearNodes.add(link.source).add(link.target);
      }
    }
    this.#refresh(nearNodes, nearLinks);
  }

  #refresh(nodeIds: Iterable<NodeId>, linkIds: Iterable<LinkId>): void {
    let nodesChanged = false;
    let orderChanged = false;
    let edgesChanged = false;
    for (const id of nodeIds) {
      const before = this.#nodes.get(id);
      const node = this.store.nodes.get(id);
      const after =
        node && nodeEntry(this, { node, before, inHand: this.#ui.getState(), rights: this.#rights });
      if (after === before) continue;
      nodesChanged = true;
      orderChanged ||= before?.zIndex !== after?.zIndex;
      if (after === undefined) this.#nodes.delete(id);
      else this.#nodes.set(id, after);
    }
    for (const id of linkIds) {
      const before = this.#edges.get(id);
      const after = this.#edge(id, before);
      if (after === before) continue;
      edgesChanged = true;
      if (after === undefined) this.#edges.delete(id);
      else this.#edges.set(id, after);
    }
    if (nodesChanged) this.#listNodes(orderChanged);
    if (edgesChanged) this.#edgeList = [...this.#edges.values()];
    if (nodesChanged || edgesChanged) for (const listener of [...this.#listeners]) listener();
  }

  /** In z-order, lowest first: for the minimap, and for renderers without z-index. */
  #listNodes(orderChanged: boolean): void {
    const nodes = orderChanged
      ? [...this.#nodes.values()].sort((a, b) => (a.zIndex ?? 0) - (b.zIndex ?? 0))
      : this.#nodeList.map(({ id }) => this.#nodes.get(id));
    this.#nodeList = nodes.filter((node) => node !== undefined);
  }

  #edge(id: LinkId, before: BoardEdge | undefined): BoardEdge | undefined {
    const link = this.store.links.get(id);
    const from = link && this.store.nodes.get(link.source);
    const to = link && this.store.nodes.get(link.target);
    // An end may be waiting to be drawn; the link comes with it then.
    const isDrawn = link && this.#nodes.has(link.source) && this.#nodes.has(link.target);
    if (!isDrawn || !from || !to || this.isHeld(id)) return undefined;
    const parallels = this.#parallels(link.source, link.target);
    const bend = bends(parallels.length)[parallels.indexOf(id)] ?? 0;
    return edgeEntry(this, { link, from, to, bend, before, inHand: this.#ui.getState() });
  }

  /** The drawn links between the same two nodes, in a stable order. */
  #parallels(source: NodeId, target: NodeId): LinkId[] {
    const parallels: LinkId[] = [];
    for (const id of this.store.linksAt(source)) {
      const link = this.store.links.get(id);
      const joins = link && (link.source === target || link.target === target) && link.source !== link.target;
      if (joins && !this.isHeld(id)) parallels.push(id);
    }
    return parallels.sort();
  }
}
