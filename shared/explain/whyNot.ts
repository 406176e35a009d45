/**
 * Why a viewpoint does not see an element, and what would have to be true for it to: near changes of the board
 * are tried one by one on a copy, and those are told after which the rules do show it.
 */

import type { Graph } from '../graph/graph.ts';
import {
  type ElementRecord,
  isConfirmed,
  isLink,
  type LinkRecord,
  type NodeRecord,
} from '../model/element.ts';
import { asLinkId, type ElementId, type NodeId, type Viewpoint } from '../model/ids.ts';
import { type Disclosure, isGroupKind, type LinkKind, mayJoin } from '../model/kinds.ts';
import { isWithheld } from '../visibility/trackedGraph.ts';
import { viewpointVisibility } from '../visibility/viewpointVisibility.ts';
import { applyBoardEdits, type BoardEdit } from './boardEdit.ts';
import { reasonsFor, type VisibilityCache } from './visibilityCache.ts';

export type Obstacle =
  /** Its audience lists others. */
  | { readonly code: 'withheld' }
  /** A drawing nobody has confirmed, of somebody the viewpoint has nothing to do with. */
  | { readonly code: 'unconfirmed'; readonly owner: Viewpoint }
  /** The group itself, or one that the person belongs to, is not told of. */
  | { readonly code: 'detached' | 'internal'; readonly group: NodeId }
  /** A link needs both its ends. */
  | { readonly code: 'end'; readonly node: NodeId }
  | { readonly code: 'nothing-leads' };

/** A change after which the viewpoint would see it. */
export interface Condition {
  readonly code:
    | 'listed'
    | 'rules-decide'
    | 'confirmed'
    | 'disclosure'
    | 'contact'
    | 'joins'
    | 'member-joins'
    | 'guides'
    | 'guided-by'
    | 'delegates'
    | 'guides-see-members';
  readonly edits: readonly BoardEdit[];
  /** What the sentence names, in its order. */
  readonly names: readonly ElementId[];
  readonly disclosure?: Disclosure;
}

export interface WhyNot {
  readonly blocks: readonly Obstacle[];
  readonly conditions: readonly Condition[];
}

const MAX_CONDITIONS = 6;
const MAX_TRIED = 40;
/** The id of a link that is only thought of. */
export const IMAGINED = asLinkId('imagined');

export function whyNot(
  visibilityCache: VisibilityCache,
  { element: id, viewpoint }: { element: ElementId; viewpoint: Viewpoint },
): WhyNot {
  const { graph } = visibilityCache;
  const element = graph.get(id);
  if (element === undefined || visibilityCache.reasons(element, viewpoint).length > 0)
    return { blocks: [], conditions: [] };
  const about: About = { visibilityCache, graph, element, viewpoint };
  const shows = ({ edits }: Condition) => shownAfter(graph, { id, viewpoint, edits });
  const conditions: Condition[] = [];
  let tried = 0;
  for (const candidate of candidates(about)) {
    if (conditions.length >= MAX_CONDITIONS || tried >= MAX_TRIED) break;
    if (conditions.some((known) => sameSentence(known, candidate))) continue;
    tried += 1;
    if (shows(candidate)) conditions.push(candidate);
  }
  const listed = listing(about);
  if (shows(listed)) conditions.push(listed);
  return { blocks: obstaclesOf(about), conditions };
}

interface About {
  readonly visibilityCache: VisibilityCache;
  readonly graph: Graph;
  readonly element: ElementRecord;
  readonly viewpoint: Viewpoint;
}

function sameSentence(a: Condition, b: Condition): boolean {
  return a.code === b.code && a.disclosure === b.disclosure && String(a.names) === String(b.names);
}

/** Whether the viewpoint would see the element after the edits. */
export function shownAfter(
  graph: Graph,
  { id, viewpoint, edits }: { id: ElementId; viewpoint: Viewpoint; edits: readonly BoardEdit[] },
): boolean {
  const { graph: after } = applyBoardEdits(graph, edits);
  const element = after.get(id);
  return (
    element !== undefined &&
    reasonsFor(after, { visibility: viewpointVisibility(after, viewpoint), element }).length > 0
  );
}

function obstaclesOf({ visibilityCache, graph, element, viewpoint }: About): Obstacle[] {
  const blocks: Obstacle[] = [];
  if (isWithheld(element, viewpoint)) blocks.push({ code: 'withheld' });
  if (!isConfirmed(element)) blocks.push({ code: 'unconfirmed', owner: element.owner });
  if (isLink(element)) {
    for (const end of [element.source, element.target]) {
      const node = graph.nodes.get(end);
      if (node !== undefined && visibilityCache.reasons(node, viewpoint).length === 0)
        blocks.push({ code: 'end', node: end });
    }
  } else {
    for (const group of [element, ...groupsOf(graph, element.id)]) {
      const disclosure = graph.disclosure(group);
      if (disclosure === 'detached' || disclosure === 'internal')
        blocks.push({ code: disclosure, group: group.id });
    }
  }
  return blocks.length > 0 ? blocks : [{ code: 'nothing-leads' }];
}

function* candidates(about: About): Generator<Condition> {
  const { element } = about;
  if (!isConfirmed(element)) yield confirming(element);
  if (!isLink(element)) yield* nearNode(about, element);
  else for (const end of hiddenEnds(about)) yield* nearNode(about, end);
}

/** The ends of a link that the viewpoint does not see; none for a node. */
function hiddenEnds({ visibilityCache, graph, element, viewpoint }: About): NodeRecord[] {
  if (!isLink(element)) return [];
  return [element.source, element.target].flatMap((id) => {
    const end = graph.nodes.get(id);
    return end !== undefined && visibilityCache.reasons(end, viewpoint).length === 0 ? [end] : [];
  });
}

function* nearNode(about: About, node: NodeRecord): Generator<Condition> {
  const { graph, viewpoint } = about;
  for (const drawing of drawingsNear(graph, { node, viewpoint })) yield confirming(drawing);
  for (const kept of [node, ...graph.linksOf(node.id, 'membership'), ...graph.linksOf(node.id, 'contact')]) {
    if (isWithheld(kept, viewpoint)) {
      yield {
        code: 'rules-decide',
        edits: [{ type: 'audience', id: kept.id, audience: null }],
        names: [kept.id],
      };
    }
  }
  const self =
    viewpoint === 'everyone' || viewpoint === 'facilitator' ? null : (graph.nodes.get(viewpoint) ?? null);
  if (self !== null) yield* newLinks(graph, { node, self });
  for (const group of [node, ...groupsOf(graph, node.id)]) {
    if (!isGroupKind(group.kind)) continue;
    for (const disclosure of ['internal', 'open'] as const) {
      if (graph.disclosure(group) === disclosure) continue;
      yield {
        code: 'disclosure',
        edits: [{ type: 'disclosure', id: group.id, disclosure }],
        names: [group.id],
        disclosure,
      };
    }
  }
  if (!graph.policy.guidesSeeMembers) {
    yield {
      code: 'guides-see-members',
      edits: [{ type: 'policy', policy: { ...graph.policy, guidesSeeMembers: true } }],
      names: [],
    };
  }
}

/** Links that would lead from the viewpoint to the node. */
function* newLinks(
  graph: Graph,
  { node, self }: { node: NodeRecord; self: NodeRecord },
): Generator<Condition> {
  const speakers = self.kind === 'person' ? [self] : membersOf(graph, self.id).slice(0, 1);
  const listeners = node.kind === 'person' ? [node] : membersOf(graph, node.id).slice(0, 1);
  for (const source of speakers) {
    for (const target of listeners) yield* joining('contact', { kind: 'contact', source, target });
  }
  yield* joining('guides', { kind: 'guidance', source: self, target: node });
  yield* joining('guided-by', { kind: 'guidance', source: node, target: self });
  yield* joining('delegates', { kind: 'delegation', source: self, target: node });
  yield* joining('joins', { kind: 'membership', source: node, target: self });
  yield* joining('joins', { kind: 'membership', source: self, target: node });
  if (self.kind === 'person') return;
  for (const source of speakers) yield* joining('member-joins', { kind: 'membership', source, target: node });
}

interface Imagined {
  readonly kind: LinkKind;
  readonly source: NodeRecord;
  readonly target: NodeRecord;
}

/** Nothing where such a link cannot be. */
function* joining(code: Condition['code'], { kind, source, target }: Imagined): Generator<Condition> {
  if (source.id === target.id || !mayJoin(kind, { source: source.kind, target: target.kind })) return;
  const element: LinkRecord = {
    id: IMAGINED,
    kind,
    source: source.id,
    target: target.id,
    label: '',
    caption: '',
    locked: false,
    owner: 'facilitator',
  };
  yield { code, edits: [{ type: 'put', element }], names: [source.id, target.id] };
}

function confirming({ id }: ElementRecord): Condition {
  return { code: 'confirmed', edits: [{ type: 'owner', id, owner: 'facilitator' }], names: [id] };
}

/** Audiences that list the viewpoint: of the element, and for a link of the ends that are hidden too. */
function listing(about: About): Condition {
  const elements = [about.element, ...hiddenEnds(about)];
  return {
    code: 'listed',
    edits: elements.map(({ id, audience = [] }) => ({
      type: 'audience',
      id,
      audience: [...audience, about.viewpoint],
    })),
    names: elements.map(({ id }) => id),
  };
}

/** Unconfirmed things that touch the node, the viewpoint, or their members. */
function drawingsNear(
  graph: Graph,
  { node, viewpoint }: { node: NodeRecord; viewpoint: Viewpoint },
): Set<ElementRecord> {
  const places = new Set<string>([node.id, viewpoint]);
  for (const place of [...places]) for (const { id } of membersOf(graph, place)) places.add(id);
  for (const group of groupsOf(graph, node.id)) places.add(group.id);
  const drawings = new Set<ElementRecord>();
  for (const place of places) {
    const at = graph.nodes.get(place);
    if (at !== undefined && !isConfirmed(at)) drawings.add(at);
    for (const link of graph.linksAt(place)) if (!isConfirmed(link)) drawings.add(link);
  }
  return drawings;
}

function groupsOf(graph: Graph, id: string): NodeRecord[] {
  return [...graph.linksOf(id, 'membership')].flatMap((link) =>
    link.source === id ? (graph.nodes.get(link.target) ?? []) : [],
  );
}

function membersOf(graph: Graph, id: string): NodeRecord[] {
  return [...graph.linksOf(id, 'membership')].flatMap((link) => {
    const member = link.target === id ? graph.nodes.get(link.source) : undefined;
    return member?.kind === 'person' ? [member] : [];
  });
}
