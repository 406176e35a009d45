/**
 * Boards in a few readable words: nodes by short ids, links by verbs. A link is called after its ends
 * (`ada-in-c1`), so that a test can name it without having kept it. Wherever one id is taken, several may be
 * given with spaces between them. Everything is the facilitator's unless an option says otherwise.
 */

import { Graph } from '../../shared/graph/graph.ts';
import { type ElementRecord, isLink, type LinkRecord, type NodeRecord } from '../../shared/model/element.ts';
import type { ElementId, LinkId, NodeId, Viewpoint } from '../../shared/model/ids.ts';
import type { Disclosure, LinkKind, NodeKind } from '../../shared/model/kinds.ts';
import { namedPolicy, type Policy, type PolicyName } from '../../shared/policies/policies.ts';
import { visibility } from '../../shared/visibility/viewpointVisibility.ts';

export interface LinkOptions {
  readonly id?: string;
  readonly owner?: string;
  /** Viewpoints with spaces between them. */
  readonly audience?: string;
  readonly locked?: boolean;
}

export interface NodeOptions extends Omit<LinkOptions, 'id'> {
  readonly disclosure?: Disclosure;
}

export type Switches = Partial<Pick<Policy, 'commons' | 'guidesSeeMembers'>>;

export const nodeId = (id: string) => id as NodeId;
export const linkId = (id: string) => id as LinkId;
export const elementId = (id: string) => id as ElementId;
export const viewpoint = (id: string) => id as Viewpoint;

/** The verb in a link's id. */
const VERBS: Readonly<Record<LinkKind, string>> = {
  membership: 'in',
  contact: 'knows',
  guidance: 'guides',
  delegation: 'delegates',
  channel: 'channel',
  tie: 'tie',
};

export class BoardDraft {
  readonly graph: Graph;

  constructor(policy: Policy) {
    this.graph = new Graph(policy);
  }

  person = (ids: string, options?: NodeOptions) => this.#nodes('person', ids, options);
  circle = (ids: string, options?: NodeOptions) => this.#nodes('circle', ids, options);
  cell = (ids: string, options?: NodeOptions) => this.#nodes('cell', ids, options);
  area = (ids: string, options?: NodeOptions) => this.#nodes('area', ids, options);
  organization = (ids: string, options?: NodeOptions) => this.#nodes('organization', ids, options);
  body = (ids: string, options?: NodeOptions) => this.#nodes('body', ids, options);
  note = (ids: string, options?: NodeOptions) => this.#nodes('note', ids, options);

  /** `ada-in-c1`. */
  member = (who: string, group: string, options?: LinkOptions) =>
    this.#links('membership', [who, group], options);
  /** `ada-knows-bob`. */
  contact = (who: string, whom: string, options?: LinkOptions) =>
    this.#links('contact', [who, whom], options);
  /** `b-guides-c1`. */
  guides = (who: string, whom: string, options?: LinkOptions) =>
    this.#links('guidance', [who, whom], options);
  /** `c1-delegates-b`. */
  delegates = (who: string, to: string, options?: LinkOptions) =>
    this.#links('delegation', [who, to], options);
  /** `a-channel-b`. */
  channel = (from: string, to: string, options?: LinkOptions) => this.#links('channel', [from, to], options);
  /** `a-tie-b`. */
  tie = (from: string, to: string, options?: LinkOptions) => this.#links('tie', [from, to], options);

  get(id: string): ElementRecord {
    const element = this.graph.get(elementId(id));
    if (element === undefined) throw new RangeError(`The board has no ${id}.`);
    return element;
  }

  elements(): ElementRecord[] {
    return [...this.graph.nodes.values(), ...this.graph.links.values()];
  }

  /** A copy in which the rules have another policy to go by. */
  under(policy: Policy): BoardDraft {
    const copy = new BoardDraft(policy);
    for (const element of this.elements()) copy.graph.put(element);
    return copy;
  }

  /** What a viewpoint sees: each id with its reasons, spaces between them. */
  seenBy(whose: string): Record<string, string> {
    const seen: Record<string, string> = {};
    for (const [id, reasons] of visibility(this.graph, viewpoint(whose))) seen[id] = reasons.join(' ');
    return seen;
  }

  /** Why a viewpoint sees one element; `hidden` when it does not. */
  why(whose: string, id: string): string {
    this.get(id);
    return this.seenBy(whose)[id] ?? 'hidden';
  }

  #nodes(kind: NodeKind, ids: string, options: NodeOptions = {}): this {
    const { disclosure, ...common } = options;
    for (const id of ids.split(' ')) {
      const node: NodeRecord = {
        id: nodeId(id),
        kind,
        label: id,
        caption: '',
        notes: '',
        position: { x: 0, y: 0 },
        ...inRecord(common),
        ...(disclosure !== undefined && { disclosure }),
      };
      this.graph.put(node);
    }
    return this;
  }

  #links(kind: LinkKind, [from, to]: readonly [string, string], options: LinkOptions = {}): this {
    const { id, ...common } = options;
    for (const source of from.split(' ')) {
      for (const target of to.split(' ')) {
        const link: LinkRecord = {
          id: linkId(id ?? `${source}-${VERBS[kind]}-${target}`),
          kind,
          source: nodeId(source),
          target: nodeId(target),
          label: '',
          caption: '',
          ...inRecord(common),
        };
        this.graph.put(link);
      }
    }
    return this;
  }
}

function inRecord({ owner = 'facilitator', audience, locked = false }: Omit<LinkOptions, 'id'>) {
  return {
    owner: viewpoint(owner),
    locked,
    ...(audience !== undefined && { audience: audience.split(' ').map(viewpoint) }),
  };
}

/** A board under a policy, its switches as they are by default or as given. */
export function board(name: PolicyName, switches: Switches = {}): BoardDraft {
  return new BoardDraft({ ...namedPolicy(name), ...switches });
}

/** The nodes and links of a draft apart, for what is stored. */
export function partsOf(elements: Iterable<ElementRecord>): { nodes: NodeRecord[]; links: LinkRecord[] } {
  const nodes: NodeRecord[] = [];
  const links: LinkRecord[] = [];
  for (const element of elements) {
    if (isLink(element)) links.push(element);
    else nodes.push(element);
  }
  return { nodes, links };
}
