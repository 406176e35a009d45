/**
 * Tidying up: asks the worker for a layout of the board or the selection, lets the nodes glide there, and
 * writes it as one step of undo. Loaded when asked for.
 */
import type { Position } from '../../../shared/model/element.ts';
import type { NodeId } from '../../../shared/model/ids.ts';
import { placeNodes, setField } from '../../editing/mutations.ts';
import { shapeOf } from '../../shapes/shapes.ts';
import { canEdit } from '../../state/rights.ts';
import type { Workspace } from '../../state/workspace.ts';
import { currentMessages } from '../../ui/locale.ts';
import { toast } from '../../ui/toast.ts';
import { holdersOf } from './holders.ts';
import type { TidyInput, TidyNode, TidyPlace } from './layout.ts';

type TidyPlaces = ReadonlyMap<NodeId, TidyPlace>;

const GLIDE_MS = 420;
/** More than these are put in place at once: a frame would take too long. */
const MAX_GLIDING = 300;

export async function tidyUp(workspace: Workspace): Promise<void> {
  const { tidy, undo } = currentMessages();
  const { history } = workspace;
  const input = inputOf(workspace);
  const inScope = new Set(input.scope ?? input.nodes.map(({ id }) => id));
  if (!input.nodes.some(({ id, movable }) => movable && inScope.has(id))) {
    toast(tidy.notYours, { key: 'tidy' });
    return;
  }
  let places: TidyPlaces;
  try {
    places = await layoutInWorker(input);
  } catch {
    toast(tidy.failed, { key: 'tidy' });
    return;
  }
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  if (!still && places.size <= MAX_GLIDING) await glide(workspace, places);
  const moved = write(workspace, places);
  if (moved === 0) toast(tidy.nothing, { key: 'tidy' });
  else toast(tidy.done(moved), { key: 'tidy', action: { label: undo, run: () => history.undo() } });
}

function inputOf({ store, scene, rights, ui }: Workspace): TidyInput {
  const { nodes, links } = store;
  const sizeOf = (id: NodeId) => {
    const { width, height } = scene.restingShape(id) ?? { width: 0, height: 0 };
    return { width, height };
  };
  const holders = holdersOf({
    nodes,
    links,
    isHeld: (id) => scene.isHeld(id),
    areaOf: (id) => sizeOf(id).width * sizeOf(id).height,
  });
  const selected = [...ui.getState().selection].filter((id) => nodes.has(id));
  return {
    nodes: [...nodes.values()].map((node): TidyNode => {
      const { width, height } = shapeOf(node);
      const { id, kind, label, position } = node;
      const movable = canEdit(rights, node);
      return { id, kind, label, position, size: { width, height }, movable, holder: holders.get(id) ?? null };
    }),
    links: [...links.values()].map(({ kind, source, target }) => ({ kind, source, target })),
    scope: selected.length === 0 ? null : selected,
  };
}

function layoutInWorker(input: TidyInput): Promise<TidyPlaces> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  return new Promise<TidyPlaces>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<[NodeId, TidyPlace][]>) => resolve(new Map(data));
    worker.onerror = () => reject(new Error('The layout failed.'));
    worker.postMessage(input);
  }).finally(() => worker.terminate());
}

function glide({ scene, store }: Workspace, places: TidyPlaces): Promise<void> {
  const starts = new Map<NodeId, Position>();
  for (const id of places.keys()) {
    const position = store.nodes.get(id)?.position;
    if (position !== undefined) starts.set(id, position);
  }
  scene.lift(starts.keys());
  const began = performance.now();
  return new Promise((resolve) => {
    const step = (now: number) => {
      const part = Math.min(1, Math.max(0, (now - began) / GLIDE_MS));
      const eased = 1 - (1 - part) ** 3;
      const positions = new Map<NodeId, Position>();
      for (const [id, { x, y }] of starts) {
        const to = places.get(id)?.position ?? { x, y };
        positions.set(id, { x: x + (to.x - x) * eased, y: y + (to.y - y) * eased });
      }
      scene.showDragged(positions);
      if (part < 1) requestAnimationFrame(step);
      else resolve();
    };
    requestAnimationFrame(step);
  });
}

/** One act: places, and sizes of groups that did not fit. Returns how many nodes it changed. */
function write(workspace: Workspace, places: TidyPlaces): number {
  const { history, store, scene } = workspace;
  const there = [...places].filter(([id]) => store.nodes.has(id));
  history.act(() => {
    for (const [id, { size }] of there) {
      if (size !== undefined) setField(workspace, { ids: [id], field: 'size', value: size });
    }
    placeNodes(workspace, { positions: new Map(there.map(([id, { position }]) => [id, position])) });
  });
  scene.settle();
  return there.length;
}
