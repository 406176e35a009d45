/**
 * Who would gain and lose which elements, if a board were changed: the difference of what the rules say before
 * and after, viewpoint by viewpoint. A viewpoint that depends on nothing that changes keeps its scope, and is
 * asked only about the elements at hand and their neighbours; the rest are judged as a whole.
 */

import type { Graph } from '../graph/graph.ts';
import { isLink } from '../model/element.ts';
import type { ElementId, LinkId, NodeId, Viewpoint } from '../model/ids.ts';
import { scopeOf } from '../visibility/scope.ts';
import {
  type Dependencies,
  type Dependency,
  dependenciesOn,
  ownerDependency,
} from '../visibility/trackedGraph.ts';
import { ViewpointVisibility } from '../visibility/viewpointVisibility.ts';
import { applyBoardEdits, type BoardEdit, type ElementChange } from './boardEdit.ts';
import { viewpointsOf } from './viewpoints.ts';

/** What one viewpoint would see more and less; a viewpoint that would be gone loses everything. */
export interface ViewChange {
  readonly viewpoint: Viewpoint;
  readonly gained: readonly ElementId[];
  readonly lost: readonly ElementId[];
}

/** One entry for each viewpoint whose view changes, in the order in which the board has them. */
export function preview(graph: Graph, edits: readonly BoardEdit[]): ViewChange[] {
  const { graph: after, changes, policyChanged } = applyBoardEdits(graph, edits);
  if (changes.length === 0 && !policyChanged) return [];
  const comparison: Comparison = {
    before: graph,
    after,
    changed: policyChanged ? null : [...dependenciesOf(changes)],
    touched: touchedBy(changes, [graph, after]),
  };
  const views: ViewChange[] = [];
  for (const viewpoint of new Set([...viewpointsOf(graph), ...viewpointsOf(after)])) {
    const { gained, lost } = compare(viewpoint, comparison);
    if (gained.length > 0 || lost.length > 0) views.push({ viewpoint, gained, lost });
  }
  return views;
}

interface ChangedElements {
  readonly nodes: ReadonlySet<NodeId>;
  readonly links: ReadonlySet<LinkId>;
}

interface Comparison {
  readonly before: Graph;
  readonly after: Graph;
  /** Null when any answer may have changed. */
  readonly changed: readonly Dependency[] | null;
  readonly touched: ChangedElements;
}

interface Difference {
  readonly gained: ElementId[];
  readonly lost: ElementId[];
}

function compare(viewpoint: Viewpoint, { before, after, changed, touched }: Comparison): Difference {
  const scope = scopeOf(before, viewpoint);
  if (changed === null || meet(changed, scope.dependencies)) {
    const [was, will] = [
      new ViewpointVisibility(before, scope).all(),
      new ViewpointVisibility(after, scopeOf(after, viewpoint)).all(),
    ];
    return difference(was, will);
  }
  return difference(
    shownAmong(new ViewpointVisibility(before, scope), { graph: before, touched }),
    shownAmong(new ViewpointVisibility(after, scope), { graph: after, touched }),
  );
}

function meet(changed: readonly Dependency[], dependencies: Dependencies): boolean {
  return changed.some(({ id, part }) => ((dependencies.get(id) ?? 0) & part) !== 0);
}

interface Shown {
  has(id: ElementId): boolean;
  keys(): Iterable<ElementId>;
}

function difference(was: Shown, will: Shown): Difference {
  const gained: ElementId[] = [];
  const lost: ElementId[] = [];
  for (const id of will.keys()) if (!was.has(id)) gained.push(id);
  for (const id of was.keys()) if (!will.has(id)) lost.push(id);
  return { gained, lost };
}

/** Which of the touched the viewpoint sees. */
function shownAmong(
  visibility: ViewpointVisibility,
  { graph, touched }: { graph: Graph; touched: ChangedElements },
): ReadonlySet<ElementId> {
  const shown = new Set<ElementId>();
  const judged = new Map<NodeId, boolean>();
  const shows = (id: NodeId): boolean => {
    const known = judged.get(id);
    if (known !== undefined) return known;
    const node = graph.nodes.get(id);
    const isShown = node !== undefined && visibility.node(node).length > 0;
    judged.set(id, isShown);
    return isShown;
  };
  for (const id of touched.nodes) if (shows(id)) shown.add(id);
  for (const id of touched.links) {
    const link = graph.links.get(id);
    if (link !== undefined && visibility.link(link, shows).length > 0) shown.add(id);
  }
  return shown;
}

/** What a scope may depend on of the elements that change. */
function* dependenciesOf(changes: readonly ElementChange[]): Generator<Dependency> {
  for (const { before, after } of changes) {
    for (const element of [before, after]) {
      if (element === undefined) continue;
      yield ownerDependency(element.owner);
      yield* dependenciesOn(element);
    }
  }
}

/**
 * The elements that can be judged anew without the viewpoint having moved: what changes, the ends of links,
 * the members of groups, and the links at all of these.
 */
function touchedBy(changes: readonly ElementChange[], graphs: readonly Graph[]): ChangedElements {
  const nodes = new Set<NodeId>();
  const links = new Set<LinkId>();
  for (const { before, after } of changes) {
    for (const element of [before, after]) {
      if (element === undefined) continue;
      if (isLink(element)) {
        nodes.add(element.source).add(element.target);
        links.add(element.id);
        continue;
      }
      nodes.add(element.id);
      for (const graph of graphs) {
        for (const { source } of graph.linksOf(element.id, 'membership')) nodes.add(source);
      }
    }
  }
  for (const graph of graphs)
    for (const id of nodes) for (const link of graph.linksAt(id)) links.add(link.id);
  return { nodes, links };
}
