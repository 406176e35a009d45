/**
 * Random small boards for property tests: every kind of node and link, under every policy, with a share of
 * participants' drawings, audiences and groups that disclose more or less than their kind. Dense on purpose,
 * since rules go wrong where several of them meet.
 */
import * as fc from 'fast-check';
import { Graph } from '../../shared/graph/graph.ts';
import type { ElementRecord, LinkRecord, NodeRecord } from '../../shared/model/element.ts';
import type { Viewpoint } from '../../shared/model/ids.ts';
import {
  DISCLOSURES,
  LINK_KINDS,
  type LinkKind,
  mayJoin,
  NODE_KINDS,
  type NodeKind,
} from '../../shared/model/kinds.ts';
import { namedPolicy, POLICY_NAMES, type Policy } from '../../shared/policies/policies.ts';
import { linkId, nodeId, viewpoint } from './boards.ts';

/** The ids random boards give to nodes; whoever is not on a board may still be an owner or in an audience. */
export const NODE_IDS = Array.from({ length: 10 }, (_, index) => `n${index}`);
export const VIEWPOINTS: readonly Viewpoint[] = ['facilitator', 'everyone', ...NODE_IDS.map(nodeId)];

export interface RandomBoard {
  readonly policy: Policy;
  readonly nodes: readonly NodeRecord[];
  readonly links: readonly LinkRecord[];
}

/** With the named board's switches mostly as they are by default. */
export const anyPolicy: fc.Arbitrary<Policy> = fc
  .record({
    name: fc.constantFrom(...POLICY_NAMES),
    switched: fc.oneof(
      { weight: 3, arbitrary: fc.constant({}) },
      {
        weight: 1,
        arbitrary: fc.record({ guidesSeeMembers: fc.boolean(), commons: fc.boolean() }),
      },
    ),
  })
  .map(({ name, switched }) => ({ ...namedPolicy(name), ...switched }));

/** Mostly the facilitator, so that most things count. */
export const anyOwner: fc.Arbitrary<Viewpoint> = fc.oneof(
  { weight: 8, arbitrary: fc.constant(viewpoint('facilitator')) },
  { weight: 2, arbitrary: fc.constant(viewpoint('everyone')) },
  { weight: 2, arbitrary: fc.constantFrom(...NODE_IDS).map(viewpoint) },
);

const someViewpoints = fc.subarray([...VIEWPOINTS], { maxLength: 4 });

/** Mostly none. */
export const anyAudience: fc.Arbitrary<{ audience?: readonly Viewpoint[] }> = fc.oneof(
  { weight: 9, arbitrary: fc.constant({}) },
  {
    weight: 1,
    arbitrary: fc.record({ audience: someViewpoints }),
  },
);

const anyDisclosure = fc.oneof(
  { weight: 2, arbitrary: fc.constant({}) },
  { weight: 1, arbitrary: fc.record({ disclosure: fc.constantFrom(...DISCLOSURES) }) },
);

/** Persons are half of a board; of groups, rules tell cells, bodies and areas apart most finely. */
const anyKind: fc.Arbitrary<NodeKind> = fc.oneof(
  { weight: 3, arbitrary: fc.constant<NodeKind>('person') },
  { weight: 2, arbitrary: fc.constantFrom(...NODE_KINDS) },
  { weight: 2, arbitrary: fc.constantFrom<NodeKind>('cell', 'body', 'area', 'circle') },
);

export function anyNode(id: string): fc.Arbitrary<NodeRecord> {
  return fc
    .record({ kind: anyKind, owner: anyOwner, audience: anyAudience, disclosure: anyDisclosure })
    .map(({ kind, owner, audience, disclosure }) => ({
      id: nodeId(id),
      kind,
      label: id,
      caption: '',
      notes: '',
      position: { x: 0, y: 0 },
      locked: false,
      owner,
      ...audience,
      ...(kind === 'person' || kind === 'note' ? {} : disclosure),
    }));
}

/** What a link is to be; which nodes it joins is settled by `joining`, once the nodes are known. */
export interface LinkSketch {
  readonly kind: LinkKind;
  readonly from: number;
  readonly to: number;
  readonly owner: Viewpoint;
  readonly audience: { readonly audience?: readonly Viewpoint[] };
}

export const anyLinkSketch: fc.Arbitrary<LinkSketch> = fc.record({
  kind: fc.oneof(
    { weight: 4, arbitrary: fc.constant<LinkKind>('membership') },
    { weight: 3, arbitrary: fc.constantFrom(...LINK_KINDS) },
  ),
  from: fc.nat(997),
  to: fc.nat(997),
  owner: anyOwner,
  audience: anyAudience,
});

/** The link drawn between two nodes that it may join; null where there are none. */
export function joining(nodes: readonly NodeRecord[], id: string, sketch: LinkSketch): LinkRecord | null {
  const { kind, from, to, owner, audience } = sketch;
  const ends = nodes.flatMap((source) =>
    nodes
      .filter(
        (target) => source.id !== target.id && mayJoin(kind, { source: source.kind, target: target.kind }),
      )
      .map((target) => ({ source: source.id, target: target.id })),
  );
  const chosen = ends[(from * 998 + to) % ends.length];
  if (chosen === undefined) return null;
  return { id: linkId(id), kind, ...chosen, label: '', caption: '', locked: false, owner, ...audience };
}

/**
 * Half the boards are large and ordinary, half so small that whatever is on them meets, and with audiences on
 * every third element: the first find what takes many steps, the second what takes an unlikely combination.
 */
export const anyBoard: fc.Arbitrary<RandomBoard> = fc.boolean().chain((isLarge) =>
  fc
    .record({
      policy: anyPolicy,
      nodes: fc
        .subarray(NODE_IDS, { minLength: 2, maxLength: isLarge ? NODE_IDS.length : 4 })
        .chain((ids) => fc.tuple(...ids.map((id) => anyNode(id)))),
      sketches: fc.array(anyLinkSketch, { maxLength: isLarge ? 24 : 5, size: 'max' }),
      withheld: isLarge ? fc.constant([]) : fc.array(fc.tuple(fc.nat(8), someViewpoints), { maxLength: 3 }),
    })
    .map(({ policy, nodes, sketches, withheld }) => {
      const links = sketches.flatMap((sketch, index) => joining(nodes, `l${index}`, sketch) ?? []);
      const audiences = new Map(withheld);
      return {
        policy,
        nodes: nodes.map((node, index) => withAudience(node, audiences.get(index))),
        links: links.map((link, index) => withAudience(link, audiences.get(nodes.length + index))),
      };
    }),
);

function withAudience<Element extends ElementRecord>(
  element: Element,
  audience: readonly Viewpoint[] | undefined,
): Element {
  return audience === undefined ? element : { ...element, audience };
}

export function graphOf({ policy, nodes, links }: RandomBoard): Graph {
  const graph = new Graph(policy);
  for (const element of [...nodes, ...links] satisfies ElementRecord[]) graph.put(element);
  return graph;
}

/** How many cases a property is tried with (`CELLBOARD_SEEDS`), and from which seed (`CELLBOARD_SEED`). */
export function trials(fallback: number): { numRuns: number; seed: number } {
  return {
    numRuns: Number(process.env['CELLBOARD_SEEDS'] ?? fallback),
    seed: Number(process.env['CELLBOARD_SEED'] ?? Math.trunc(Math.random() * 2 ** 31)),
  };
}
