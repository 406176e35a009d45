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
import { commonContact, openLink, openMembership } from '../visibility/localRules.ts';
import type { Reason } from '../visibility/reasons.ts';
import { isWithheld } from '../visibility/trackedGraph.ts';
import type { Trace } from './trace.ts';
import type { Trail, TrailStep } from './trail.ts';
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
  const trace = visibilityCache.trace(viewpoint);
  const because = reasons.map(
    (reason): Because => ({ reason, trail: trailFor(reason, { graph, trace, element, viewpoint }) }),
  );
  const stillHidden =
    reasons.length === 0 || isLink(element) ? [] : hiddenLinks(visibilityCache, { node: element, viewpoint });
  return { because, stillHidden };
}

interface Case {
  readonly graph: Graph;
  readonly trace: Trace;
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
      return about.trace.shown.get(reason)?.get(about.element.id) ?? [];
    case 'free':
    case 'audience':
      return alone(about.element, reason === 'free' ? 'free' : 'listed');
    case 'between':
      return across(about.element as LinkRecord, ['seen', 'joined']);
    case 'owned':
      return ownedTrail(about);
  }
}

function openTrail({ graph, element, viewpoint }: Case): Trail {
  if (isLink(element)) {
    if (!openLink(graph, element, viewpoint) && commonContact(graph, element))
      return across(element, ['seen', 'knows']);
    if (element.kind !== 'membership') {
      return across(element, ['open', element.kind === 'guidance' ? 'guides' : 'delegates-to']);
    }
    return throughOpenGroup(element);
  }
  const membership = graph.disclosure(element) === 'open' ? null : openMembership(graph, element, viewpoint);
  return membership === null ? alone(element, 'open') : throughOpenGroup(membership);
}

function throughOpenGroup({ id, source, target }: LinkRecord): Trail {
  return [
    { link: null, node: target, how: 'open' },
    { link: id, node: source, how: 'has-member' },
  ];
}

function ownedTrail({ graph, trace, element }: Case): Trail {
  const owner = graph.nodes.get(element.owner);
  const start: Trail = owner === undefined ? [] : [{ link: null, node: owner.id, how: 'start' }];
  return [...(trace.anchors.get(element.owner) ?? start), lastStep(element, 'drew')];
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
