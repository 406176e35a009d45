/**
 * Writes a planned import to the board's doc in batches, each written only when the server has called the one before
 * durable, so that others' edits find their way between them. All batches are one step of undo. A facilitator's
 * import is kept back from all others in the very transaction that makes it.
 */
import * as Y from 'yjs';
import { audienceOnArrival } from '../../../shared/exchange/arrival.ts';
import type { PlannedLink } from '../../../shared/exchange/plan.ts';
import type { ElementId, NodeId, Viewpoint } from '../../../shared/model/ids.ts';
import { linksOf, nodesOf } from '../../editing/mutations.ts';
import { fillLink, fillNode } from '../../editing/newElements.ts';
import { isFacilitator } from '../../state/rights.ts';
import type { Workspace } from '../../state/workspace.ts';
import type { Way } from '../../sync/history.ts';
import type { ArrangedNode } from './bounds.ts';
import type { Arranged } from './importing.ts';
import { ImportThrottle } from './importThrottle.ts';

export interface MakeOptions {
  readonly arranged: Arranged;
  readonly signal: AbortSignal;
  /** How much of everything is on the board, from 0 to 1. */
  readonly onProgress: (part: number) => void;
}

export interface Made {
  readonly nodes: readonly NodeId[];
  readonly links: number;
  /** What the server did not take. */
  readonly refused: number;
  readonly isCancelled: boolean;
}

type BatchItem =
  | { readonly root: 'nodes'; readonly node: ArrangedNode }
  | { readonly root: 'links'; readonly link: PlannedLink };

/** Rejects when the connection is given up for good meanwhile; what was made by then stays. */
export async function makeImport(workspace: Workspace, options: MakeOptions): Promise<Made> {
  const { arranged, signal, onProgress } = options;
  const { history, replica, rights, scene } = workspace;
  const items: BatchItem[] = [
    ...arranged.nodes.map((node): BatchItem => ({ root: 'nodes', node })),
    ...arranged.links.map((link): BatchItem => ({ root: 'links', link })),
  ];
  const isNew = isAmong(arranged.nodes);
  const governed = isFacilitator(rights);
  const throttle = new ImportThrottle(replica);
  const draw = scene.hold();
  const before = history.depth;
  const group = `import ${before} ${replica.doc.clientID} ${items.length} ${throttle.startedAt}`;
  try {
    let done = 0;
    while (done < items.length && !signal.aborted) {
      const batch = items.slice(done, done + throttle.size);
      const audienceOf = (given: readonly Viewpoint[] | null) =>
        governed ? audienceOnArrival(given ?? undefined, isNew) : undefined;
      history.act(() => write(workspace, { batch, audienceOf }), { group });
      done += batch.length;
      await throttle.settled();
      onProgress(done / items.length);
    }
    if (signal.aborted) {
      while (history.depth > before) {
        history.undoTo(history.depth - 1);
        onProgress((history.depth - before) / Math.max(1, Math.ceil(items.length / throttle.size)));
        await throttle.settled();
      }
      history.dropRedo();
      return { nodes: [], links: 0, refused: 0, isCancelled: true };
    }
    const made = arranged.nodes.filter(({ id }) => !throttle.refused.has(id)).map(({ id }) => id);
    const links = arranged.links.filter(({ id }) => !throttle.refused.has(id)).length;
    const refused = items.length - made.length - links;
    return { nodes: made, links, refused, isCancelled: false };
  } finally {
    draw();
    throttle.stop();
  }
}

function isAmong(nodes: readonly ArrangedNode[]): (id: NodeId) => boolean {
  const ids = new Set(nodes.map(({ id }) => id));
  return (id) => ids.has(id);
}

interface Batch {
  readonly batch: readonly BatchItem[];
  readonly audienceOf: (given: readonly Viewpoint[] | null) => readonly Viewpoint[] | undefined;
}

/**
 * First all the maps, then what is in them: so what was in them lies in one piece when the batch is taken back, and
 * is put away in one go. Where each map is followed by its own content, every single one moves all that was written
 * since, in the doc of the server and of each page that has the view.
 */
function write(workspace: Workspace, { batch, audienceOf }: Batch): void {
  const roots = { nodes: nodesOf(workspace), links: linksOf(workspace) };
  const maps = batch.map((item) => {
    const map = new Y.Map<unknown>();
    roots[item.root].set(item.root === 'nodes' ? item.node.id : item.link.id, map);
    return map;
  });
  for (const [at, map] of maps.entries()) {
    const item = batch[at];
    if (item?.root === 'nodes') fillNode(map, { ...item.node, audience: audienceOf(item.node.audience) });
    else if (item?.root === 'links')
      fillLink(map, { ...item.link, audience: audienceOf(item.link.audience) });
  }
}

/** Undoes or redoes a large step as it was made: part by part, at a pace that leaves others theirs. */
export async function takeLargeStep(
  { history, replica, scene }: Workspace,
  { way, onProgress }: { way: Way; onProgress: (part: number) => void },
): Promise<void> {
  const throttle = new ImportThrottle(replica);
  const draw = scene.hold();
  const parts = history.partsOf(way);
  try {
    for (let hasMore = parts > 0; hasMore; ) {
      hasMore = history.takePart(way);
      await throttle.settled();
      onProgress(hasMore ? 1 - history.partsOf(way) / parts : 1);
    }
  } finally {
    draw();
    throttle.stop();
  }
}

/** Gives back to the rules, in batches too, what an import kept back. */
export async function showKeptBack(workspace: Workspace, ids: readonly ElementId[]): Promise<void> {
  const { history, replica } = workspace;
  const throttle = new ImportThrottle(replica);
  const group = `show ${history.depth} ${ids.length} ${throttle.startedAt}`;
  try {
    for (let done = 0; done < ids.length; ) {
      const batch = ids.slice(done, done + throttle.size);
      history.act(
        () => {
          for (const id of batch) {
            const map = nodesOf(workspace).get(id) ?? linksOf(workspace).get(id);
            if (map instanceof Y.Map) map.delete('audience');
          }
        },
        { group },
      );
      done += batch.length;
      await throttle.settled();
    }
  } finally {
    throttle.stop();
  }
}
