/**
 * The records of a board with the indexes that rules and rights walk on. It keeps one invariant: a link is
 * present only while both its ends are. It judges nothing and knows no viewpoint.
 */

import { type ElementRecord, isLink, type LinkRecord, type NodeRecord } from '../model/element.ts';
import type { IdMap } from '../model/idCollections.ts';
import type { ElementId, LinkId, NodeId, Viewpoint } from '../model/ids.ts';
import { type Disclosure, LINK_KINDS, type LinkKind } from '../model/kinds.ts';
import { disclosureOf, type Policy } from '../policies/policies.ts';
import { MultiMap } from './multiMap.ts';

/** A kind has a set from its first link on: most nodes have links of one kind or two. */
type LinksByKind = Partial<Record<LinkKind, Set<LinkRecord>>>;

const NO_LINKS: ReadonlySet<LinkRecord> = new Set();

export class Graph {
  readonly nodes: IdMap<NodeId, NodeRecord> = new Map();
  readonly links: IdMap<LinkId, LinkRecord> = new Map();
  /** Whether facilitators hold the whole board still: nobody else changes anything meanwhile. */
  isLocked = false;
  #policy: Policy;
  /** Made with a node's first link, so that a node without any costs nothing. */
  readonly #incident: IdMap<NodeId, LinksByKind> = new Map();
  readonly #owned = new MultiMap<Viewpoint, ElementId>();
  readonly #listed = new MultiMap<Viewpoint, ElementId>();
  readonly #openGroups = new Set<NodeId>();

  constructor(policy: Policy) {
    this.#policy = policy;
  }

  get policy(): Policy {
    return this.#policy;
  }

  set policy(policy: Policy) {
    this.#policy = policy;
    this.#openGroups.clear();
    for (const node of this.nodes.values()) this.#indexOpen(node);
  }

  get(id: string): ElementRecord | undefined {
    return this.node(id) ?? this.link(id);
  }

  /** Looked up by any id: one that is a link's, or none, has no node. */
  node(id: string): NodeRecord | undefined {
    return this.nodes.get(id);
  }

  /** Looked up by any id: one that is a node's, or none, has no link. */
  link(id: string): LinkRecord | undefined {
    return this.links.get(id);
  }

  has(id: string): boolean {
    return this.nodes.has(id) || this.links.has(id);
  }

  disclosure(node: NodeRecord): Disclosure | null {
    return disclosureOf(node, this.#policy);
  }

  /** The links of one kind at a node, whichever end it is. */
  linksOf(id: string, kind: LinkKind): ReadonlySet<LinkRecord> {
    return this.#incident.get(id)?.[kind] ?? NO_LINKS;
  }

  /** Every link at a node, kind by kind. */
  *linksAt(id: string): Generator<LinkRecord> {
    const incident = this.#incident.get(id);
    if (incident === undefined) return;
    for (const kind of LINK_KINDS) yield* incident[kind] ?? NO_LINKS;
  }

  /** Groups that are open under the policy or by their own setting, confirmed or not. */
  get openGroups(): ReadonlySet<NodeId> {
    return this.#openGroups;
  }

  ownedBy(viewpoint: Viewpoint): ReadonlySet<ElementId> {
    return this.#owned.get(viewpoint);
  }

  /** Elements whose audience names the viewpoint. */
  listedFor(viewpoint: Viewpoint): ReadonlySet<ElementId> {
    return this.#listed.get(viewpoint);
  }

  /** Adds an element or replaces the one of the same id. Throws a RangeError for a link without its ends. */
  put(element: ElementRecord): void {
    if (isLink(element) && !(this.nodes.has(element.source) && this.nodes.has(element.target))) {
      throw new RangeError(`Link ${element.id} has an end that is not on the board.`);
    }
    if (!isLink(element) && this.#stands(element)) {
      this.nodes.set(element.id, element);
      return;
    }
    this.#unindex(element.id);
    if (isLink(element)) {
      this.links.set(element.id, element);
      this.#hang(element, element.source);
      this.#hang(element, element.target);
    } else {
      this.nodes.set(element.id, element);
      this.#indexOpen(element);
    }
    this.#owned.add(element.owner, element.id);
    for (const viewpoint of element.audience ?? []) this.#listed.add(viewpoint, element.id);
  }

  /** Removes a link, or a node that has no links left. Throws a RangeError for a node with links. */
  remove(id: ElementId): void {
    const node = this.nodes.get(id);
    if (node !== undefined && !this.linksAt(node.id).next().done) {
      throw new RangeError(`Node ${id} still has links.`);
    }
    this.#unindex(id);
    this.nodes.delete(id);
    this.links.delete(id);
    this.#incident.delete(id);
    if (node !== undefined) this.#openGroups.delete(node.id);
  }

  /** Whether a node is indexed already as it should be, which is so whenever it was only moved or written on. */
  #stands(node: NodeRecord): boolean {
    const before = this.nodes.get(node.id);
    return (
      before !== undefined &&
      before.owner === node.owner &&
      before.audience === node.audience &&
      before.disclosure === node.disclosure &&
      before.kind === node.kind
    );
  }

  #unindex(id: ElementId): void {
    const before = this.get(id);
    if (before === undefined) return;
    this.#owned.delete(before.owner, id);
    for (const viewpoint of before.audience ?? []) this.#listed.delete(viewpoint, id);
    if (!isLink(before)) return;
    this.#incident.get(before.source)?.[before.kind]?.delete(before);
    this.#incident.get(before.target)?.[before.kind]?.delete(before);
  }

  #indexOpen(node: NodeRecord): void {
    if (this.disclosure(node) === 'open') this.#openGroups.add(node.id);
    else this.#openGroups.delete(node.id);
  }

  #hang(link: LinkRecord, id: NodeId): void {
    const incident = this.#incident.get(id) ?? {};
    const links = incident[link.kind];
    if (links !== undefined) {
      links.add(link);
      return;
    }
    incident[link.kind] = new Set([link]);
    this.#incident.set(id, incident);
  }
}
