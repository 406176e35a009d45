/**
 * A view as checks read it: the nodes and links that one viewpoint has, and nothing else. Records are as plain
 * as a view's; what a viewpoint is not told is missing. `LivePicture` keeps the indexes in step with single
 * changes; a link counts only while both its ends are there, in whatever order they arrive.
 */
import type { Position, Size } from '../model/element.ts';
import type { IdMap, ReadonlyIdMap } from '../model/idCollections.ts';
import type { ElementId, LinkId, NodeId, Viewpoint } from '../model/ids.ts';
import { type Disclosure, LINK_KINDS, type LinkKind, type NodeKind } from '../model/kinds.ts';
import type { Policy } from '../policies/policies.ts';

export interface PictureNode {
  readonly id: NodeId;
  readonly kind: NodeKind;
  readonly label?: string;
  readonly caption?: string;
  readonly position?: Position;
  readonly size?: Size | null;
  /** Participants are told that of the groups they stand in; facilitators what differs from the policy. */
  readonly disclosure?: Disclosure | null;
  /** For facilitators alone, as `audience`; absent counts as the facilitator's. */
  readonly owner?: Viewpoint;
  readonly audience?: readonly Viewpoint[];
}

export interface PictureLink {
  readonly id: LinkId;
  readonly kind: LinkKind;
  readonly source: NodeId;
  readonly target: NodeId;
  readonly label?: string;
  readonly caption?: string;
  readonly owner?: Viewpoint;
  readonly audience?: readonly Viewpoint[];
}

export type PictureElement = PictureNode | PictureLink;

export interface PictureStep {
  readonly link: PictureLink;
  /** The node at the other end. */
  readonly other: PictureNode;
}

export interface Picture {
  readonly viewer: Viewpoint;
  /** Whether there is nothing that the viewer does not see. */
  readonly whole: boolean;
  /** Facilitators' views alone have one. */
  readonly policy: Policy | null;
  readonly nodes: ReadonlyIdMap<NodeId, PictureNode>;
  ofKind(kind: NodeKind): Iterable<PictureNode>;
  linksOf(kind: LinkKind): Iterable<PictureLink>;
  /** Along the links of a kind whose source is the node. */
  outOf(id: NodeId, kind: LinkKind): Iterable<PictureStep>;
  /** Against the links of a kind whose target is the node. */
  into(id: NodeId, kind: LinkKind): Iterable<PictureStep>;
}

export interface PictureOptions {
  readonly viewer: Viewpoint;
  readonly policy?: Policy | null;
  readonly nodes?: Iterable<PictureNode>;
  readonly links?: Iterable<PictureLink>;
}

/** Sets by key, made when there is something to put in. */
class SetsBy<Key, Value> {
  readonly #sets = new Map<Key, Set<Value>>();

  add(key: Key, value: Value): void {
    const set = this.#sets.get(key);
    if (set === undefined) this.#sets.set(key, new Set([value]));
    else set.add(value);
  }

  delete(key: Key, value: Value): void {
    this.#sets.get(key)?.delete(value);
  }

  of(key: Key): Iterable<Value> {
    return this.#sets.get(key) ?? [];
  }
}

/** For each kind of link: the links at an end. */
const linksByEnd = () =>
  Object.fromEntries(LINK_KINDS.map((kind) => [kind, new SetsBy<NodeId, PictureLink>()])) as Record<
    LinkKind,
    SetsBy<NodeId, PictureLink>
  >;

export function isPictureLink(element: PictureElement): element is PictureLink {
  return 'source' in element;
}

export class LivePicture implements Picture {
  readonly viewer: Viewpoint;
  policy: Policy | null;
  readonly nodes: IdMap<NodeId, PictureNode> = new Map();
  readonly links: IdMap<LinkId, PictureLink> = new Map();
  readonly #nodesByKind = new SetsBy<NodeKind, PictureNode>();
  readonly #linksByKind = new SetsBy<LinkKind, PictureLink>();
  readonly #out = linksByEnd();
  readonly #in = linksByEnd();

  constructor({ viewer, policy = null, nodes = [], links = [] }: PictureOptions) {
    this.viewer = viewer;
    this.policy = policy;
    for (const node of nodes) this.put(node);
    for (const link of links) this.put(link);
  }

  get whole(): boolean {
    return this.viewer === 'facilitator';
  }

  get(id: ElementId): PictureElement | undefined {
    return this.nodes.get(id) ?? this.links.get(id);
  }

  /** Adds an element or replaces the one of the same id. */
  put(element: PictureElement): void {
    this.remove(element.id);
    if (isPictureLink(element)) {
      this.links.set(element.id, element);
      this.#linksByKind.add(element.kind, element);
      this.#out[element.kind].add(element.source, element);
      this.#in[element.kind].add(element.target, element);
    } else {
      this.nodes.set(element.id, element);
      this.#nodesByKind.add(element.kind, element);
    }
  }

  /** Removes an element if it is there. Links at a removed node stay until they are removed themselves. */
  remove(id: ElementId): void {
    const node = this.nodes.get(id);
    if (node !== undefined) {
      this.nodes.delete(node.id);
      this.#nodesByKind.delete(node.kind, node);
    }
    const link = this.links.get(id);
    if (link !== undefined) {
      this.links.delete(link.id);
      this.#linksByKind.delete(link.kind, link);
      this.#out[link.kind].delete(link.source, link);
      this.#in[link.kind].delete(link.target, link);
    }
  }

  ofKind(kind: NodeKind): Iterable<PictureNode> {
    return this.#nodesByKind.of(kind);
  }

  *linksOf(kind: LinkKind): Generator<PictureLink> {
    for (const link of this.#linksByKind.of(kind)) {
      if (this.nodes.has(link.source) && this.nodes.has(link.target)) yield link;
    }
  }

  *outOf(id: NodeId, kind: LinkKind): Generator<PictureStep> {
    for (const link of this.#out[kind].of(id)) {
      const other = this.nodes.get(link.target);
      if (other !== undefined) yield { link, other };
    }
  }

  *into(id: NodeId, kind: LinkKind): Generator<PictureStep> {
    for (const link of this.#in[kind].of(id)) {
      const other = this.nodes.get(link.source);
      if (other !== undefined) yield { link, other };
    }
  }
}
