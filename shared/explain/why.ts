/**
 * Why a viewpoint sees an element: for each rule that shows it, the shortest way over the board along which the
 * rule comes to it; and what of its links stays hidden.
 */

import type { Graph } from '../graph/graph.ts';
import {
  type ElementRecord,
  isConfirmed,
  isLink,
  type LinkRecord,
  type NodeRecord,
} from '../model/element.ts';
import type { ElementId, LinkId, NodeId, Viewpoint } from '../model/ids.ts';
import { commonContact, openLink } from '../visibility/localRules.ts';
import type { Reason } from '../visibility/reasons.ts';
import { isWithheld, TrackedGraph } from '../visibility/trackedGraph.ts';
import {
  guidedTrails,
  standingTrails,
  TRAIL_RULES,
  type Trail,
  type TrailStep,
  type Ways,
} from './trails.ts';
import type { VisibilityCache } from './visibilityCache.ts';

export interface Because {
  readonly reason: Reason;
  /** Empty for the facilitator, who sees everything. */
  readonly trail: Trail;
}

/** A link at the element that the viewpoint does not see, and whose fault that is. */
export interface StillHidden {
  readonly link: LinkId;
  readonly other: NodeId;
  readonly cause: 'detached' | 'end' | 'withheld' | 'unconfirmed' | 'rules';
}

export interface Why {
  readonly because: readonly Because[];
  readonly stillHidden: readonly StillHidden[];
}

/** Nothing in `because` when the viewpoint does not see it, or it is not there. */
export function why(
  visibilityCache: VisibilityCache,
  { element: id, viewpoint }: { element: ElementId; viewpoint: Viewpoint },
): Why {
  const { graph } = visibilityCache;
  const element = graph.get(id);
  if (element === undefined) return { because: [], stillHidden: [] };
  const reasons = visibilityCache.reasons(element, viewpoint);
  const tracked = new TrackedGraph(graph, viewpoint);
  const ways: Ways = { standing: standingTrails(tracked), guided: guidedTrails(tracked) };
  const because = reasons.map(
    (reason): Because => ({
      reason,
      trail: trailFor(reason, { graph, tracked, ways, element, viewpoint }),
    }),
  );
  const stillHidden =
    reasons.length === 0 || isLink(element) ? [] : hiddenLinks(visibilityCache, { node: element, viewpoint });
  return { because, stillHidden };
}

interface Case {
  readonly graph: Graph;
  readonly tracked: TrackedGraph;
  readonly ways: Ways;
  readonly element: ElementRecord;
  readonly viewpoint: Viewpoint;
}

function trailFor(reason: Reason, about: Case): Trail {
  switch (reason) {
    case 'facilitator':
      return [];
    case 'open':
      return openTrail(about);
    case 'own':
    case 'guidance':
    case 'delegation':
    case 'elsewhere':
    case 'contact':
      return walkedTrail(reason, about);
    case 'free':
    case 'audience':
      return alone(about.element, reason === 'free' ? 'free' : 'listed');
    case 'between':
      return across(about.element as LinkRecord, ['seen', 'joined']);
    case 'owned':
      return ownedTrail(about);
  }
}

function walkedTrail(reason: Reason, { tracked, ways, element }: Case): Trail {
  let shortest: Trail | null = null;
  for (const [id, trail] of TRAIL_RULES[reason]?.(tracked, ways) ?? []) {
    if (id === element.id && (shortest === null || trail.length < shortest.length)) shortest = trail;
  }
  return shortest ?? [];
}

function openTrail({ graph, element, viewpoint }: Case): Trail {
  if (isLink(element)) {
    if (!openLink(graph, element, viewpoint) && commonContact(graph, element))
      return across(element, ['seen', 'knows']);
    if (element.kind !== 'membership') {
      return across(element, ['open', element.kind === 'guidance' ? 'guides' : 'delegates-to']);
    }
    return [
      { link: null, node: element.target, how: 'open' },
      { link: element.id, node: element.source, how: 'has-member' },
    ];
  }
  if (graph.disclosure(element) === 'open') return alone(element, 'open');
  for (const link of graph.linksOf(element.id, 'membership')) {
    const group = graph.nodes.get(link.target);
    if (link.source !== element.id || group === undefined || graph.disclosure(group) !== 'open') continue;
    if (!counts(link, viewpoint) || !counts(group, viewpoint)) continue;
    return [
      { link: null, node: group.id, how: 'open' },
      { link: link.id, node: element.id, how: 'has-member' },
    ];
  }
  return [];
}

function counts(element: ElementRecord, viewpoint: Viewpoint): boolean {
  return isConfirmed(element) && !isWithheld(element, viewpoint);
}

function ownedTrail({ graph, ways, element }: Case): Trail {
  const owner = element.owner as NodeId;
  const way = ways.standing.get(owner) ?? ways.guided.get(owner) ?? [];
  const start: Trail =
    way.length === 0 && graph.nodes.has(owner) ? [{ link: null, node: owner, how: 'start' }] : way;
  return [...start, lastStep(element, 'drew')];
}

function lastStep(element: ElementRecord, how: TrailStep['how']): TrailStep {
  return isLink(element)
    ? { link: element.id, node: element.target, how }
    : { link: null, node: element.id, how };
}

function alone(element: ElementRecord, how: TrailStep['how']): Trail {
  return [lastStep(element, how)];
}

function across(link: LinkRecord, [first, second]: readonly [TrailStep['how'], TrailStep['how']]): Trail {
  return [
    { link: null, node: link.source, how: first },
    { link: link.id, node: link.target, how: second },
  ];
}

function hiddenLinks(
  visibilityCache: VisibilityCache,
  { node, viewpoint }: { node: NodeRecord; viewpoint: Viewpoint },
): StillHidden[] {
  const { graph } = visibilityCache;
  const hidden: StillHidden[] = [];
  for (const link of graph.linksAt(node.id)) {
    if (visibilityCache.reasons(link, viewpoint).length > 0) continue;
    const other = graph.nodes.get(link.source === node.id ? link.target : link.source);
    if (other !== undefined)
      hidden.push({
        link: link.id,
        other: other.id,
        cause: causeOf(visibilityCache, { link, other, viewpoint }),
      });
  }
  return hidden;
}

function causeOf(
  visibilityCache: VisibilityCache,
  { link, other, viewpoint }: { link: LinkRecord; other: NodeRecord; viewpoint: Viewpoint },
): StillHidden['cause'] {
  if (visibilityCache.reasons(other, viewpoint).length === 0) {
    return visibilityCache.graph.disclosure(other) === 'detached' ? 'detached' : 'end';
  }
  if (isWithheld(link, viewpoint)) return 'withheld';
  return isConfirmed(link) ? 'rules' : 'unconfirmed';
}
