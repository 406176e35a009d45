/** Explanations are held to the rules: who sees what, why, along which way, and what would have to be true. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyBoardEdits } from '../../../../shared/explain/boardEdit.ts';
import { traceOf } from '../../../../shared/explain/trace.ts';
import { TracingGraph } from '../../../../shared/explain/tracingGraph.ts';
import type { Trail } from '../../../../shared/explain/trail.ts';
import { viewpointsOf } from '../../../../shared/explain/viewpoints.ts';
import { VisibilityCache } from '../../../../shared/explain/visibilityCache.ts';
import { whoSees } from '../../../../shared/explain/whoSees.ts';
import { type Because, why } from '../../../../shared/explain/why.ts';
import { shownAfter, whyNot } from '../../../../shared/explain/whyNot.ts';
import type { Graph } from '../../../../shared/graph/graph.ts';
import type { ElementId, Viewpoint } from '../../../../shared/model/ids.ts';
import { TEMPLATE_IDS } from '../../../../shared/templates/template.ts';
import { template } from '../../../../shared/templates/templates.ts';
import { anchorsOf } from '../../../../shared/visibility/anchors.ts';
import type { Reason } from '../../../../shared/visibility/reasons.ts';
import { type GraphStep, TrackedGraph } from '../../../../shared/visibility/trackedGraph.ts';
import { TRAVERSAL_RULES } from '../../../../shared/visibility/traversalRules.ts';
import { visibility } from '../../../../shared/visibility/viewpointVisibility.ts';
import { type BoardDraft, board, elementId, nodeId, viewpoint } from '../../../helpers/boards.ts';
import { anyBoard, graphOf, trials, VIEWPOINTS } from '../../../helpers/randomBoards.ts';
import { boardOf, graphOf as graphOfBoard } from '../checks/views.ts';

const { numRuns, seed } = trials(100);

/** `cell2 → (kofi-in-cell2) kofi → …`, as one reads it. */
function inWords(trail: Trail): string {
  return trail.map(({ link, node, how }) => `${how} ${link === null ? '' : `${link} `}${node}`).join(', ');
}

function reasonOf(draft: BoardDraft, whose: string, what: string): string[] {
  const asked = { element: elementId(what), viewpoint: viewpoint(whose) };
  return why(new VisibilityCache(draft.graph), asked).because.map(
    ({ reason, trail }) => `${reason}: ${inWords(trail)}`,
  );
}

describe('why', () => {
  const draft = board('detached')
    .person('ada bob chen dora ed')
    .cell('c1')
    .circle('reading')
    .circle('choir', { disclosure: 'open' })
    .area('town', { disclosure: 'internal' })
    .body('centre')
    .member('ada bob', 'c1')
    .member('bob chen', 'reading')
    .member('dora', 'choir')
    .member('c1', 'town')
    .contact('ada', 'chen')
    .guides('centre', 'c1')
    .delegates('c1', 'centre')
    .tie('choir', 'c1')
    .person('sketch', { owner: 'c1' })
    .person('told', { audience: 'c1' });

  it.each<[string, string, string[]]>([
    ['c1', 'c1', ['own: start c1']],
    ['c1', 'ada', ['own: start c1, has-member ada-in-c1 ada']],
    ['c1', 'town', ['own: start c1, member-of c1-in-town town']],
    [
      'c1',
      'reading',
      [
        'elsewhere: start c1, has-member bob-in-c1 bob, member-of bob-in-reading reading',
        'contact: start c1, has-member ada-in-c1 ada, knows ada-knows-chen chen, member-of chen-in-reading reading',
      ],
    ],
    ['c1', 'chen', ['contact: start c1, has-member ada-in-c1 ada, knows ada-knows-chen chen']],
    [
      'c1',
      'centre',
      [
        'guidance: start c1, guided-by centre-guides-c1 centre',
        'delegation: start c1, delegates-to c1-delegates-centre centre',
      ],
    ],
    ['centre', 'ada', ['guidance: start centre, guides centre-guides-c1 c1, has-member ada-in-c1 ada']],
    ['everyone', 'dora', ['open: open choir, has-member dora-in-choir dora']],
    ['everyone', 'choir', ['open: open choir']],
    ['c1', 'choir-tie-c1', ['between: seen choir, joined choir-tie-c1 c1']],
    ['c1', 'sketch', ['owned: start c1, drew sketch']],
    ['centre', 'sketch', ['owned: start centre, guides centre-guides-c1 c1, drew sketch']],
    ['c1', 'told', ['audience: listed told']],
    ['facilitator', 'ada', ['facilitator: ']],
    ['everyone', 'ada', []],
    ['c1', 'nothing', []],
  ])('of %s and %s', (whose, what, expected) => {
    expect(reasonOf(draft, whose, what)).toEqual(expected);
  });

  it('of what is free on a commons board says so', () => {
    expect(reasonOf(board('open').person('ada'), 'everyone', 'ada')).toEqual(['free: free ada']);
    const draftOpen = board('open').person('ada bob').contact('ada', 'bob');
    expect(reasonOf(draftOpen, 'everyone', 'ada-knows-bob')).toEqual([
      'open: seen ada, knows ada-knows-bob bob',
    ]);
  });

  it('says what of the links stays hidden, and why', () => {
    const two = board('detached')
      .person('ada bob rana')
      .cell('c1 c2')
      .member('ada', 'c1')
      .member('ada', 'c2')
      .contact('ada', 'bob', { audience: 'c2' })
      .contact('ada', 'rana', { owner: 'c2' });
    const { stillHidden } = why(new VisibilityCache(two.graph), {
      element: elementId('ada'),
      viewpoint: viewpoint('c1'),
    });
    expect(Object.fromEntries(stillHidden.map(({ link, cause }) => [link, cause]))).toEqual({
      'ada-in-c2': 'detached',
      'ada-knows-bob': 'end',
      'ada-knows-rana': 'end',
    });
  });

  /** One board for each rule on which the way is the only one: without any link of it nothing is seen. */
  it.each<[Reason, BoardDraft, string, string]>([
    ['own', board('detached').person('ada').cell('c1').member('ada', 'c1'), 'c1', 'ada'],
    [
      'guidance',
      board('detached').person('ada').cell('c1').body('b').member('ada', 'c1').guides('b', 'c1'),
      'b',
      'ada',
    ],
    ['delegation', board('detached').circle('r').body('b').delegates('r', 'b'), 'r', 'b'],
    ['elsewhere', board('detached').person('ada').cell('c1').circle('r').member('ada', 'c1 r'), 'c1', 'r'],
    [
      'contact',
      board('detached')
        .person('ada bob')
        .cell('c1')
        .circle('r')
        .member('ada', 'c1')
        .member('bob', 'r')
        .contact('ada', 'bob'),
      'c1',
      'r',
    ],
    ['open', board('detached').person('ada').organization('o').member('ada', 'o'), 'everyone', 'ada'],
    [
      'owned',
      board('detached').person('x', { owner: 'c1' }).cell('c1').body('b').guides('b', 'c1'),
      'b',
      'x',
    ],
  ])('of %s: without any link of the only way it is not seen', (reason, { graph }, whose, what) => {
    const asked = { element: elementId(what), viewpoint: viewpoint(whose) };
    const [because] = why(new VisibilityCache(graph), asked).because;
    expect(because?.reason).toBe(reason);
    const links = (because as Because).trail.flatMap(({ link }) => link ?? []);
    expect(links.length).toBeGreaterThan(0);
    for (const id of links) {
      expect(
        shownAfter(graph, { id: asked.element, viewpoint: asked.viewpoint, edits: [{ type: 'remove', id }] }),
      ).toBe(false);
    }
  });
});

describe(`explanations on ${numRuns} random boards (seed ${seed})`, () => {
  const onBoards = (law: (graph: Graph) => void) =>
    fc.assert(
      fc.property(anyBoard, (random) => law(graphOf(random))),
      { numRuns, seed },
    );

  it('traced or not, the rules show the same, and stand and guide at the same nodes', () => {
    onBoards((graph) => {
      for (const whose of VIEWPOINTS) {
        const tracked = new TrackedGraph(graph, whose);
        const anchors = anchorsOf(tracked);
        const trace = traceOf(graph, whose);
        expect(new Set(trace.anchors.keys())).toEqual(new Set([...anchors.standing, ...anchors.guided]));
        for (const [reason, rule] of TRAVERSAL_RULES) {
          const shown = new Set(rule(tracked, anchors));
          expect(new Set(trace.shown.get(reason)?.keys()), `${reason} for ${whose}`).toEqual(shown);
        }
      }
    });
  });

  it('each reason has a way, over links that join its steps and that rules may look at, to the element', () => {
    onBoards((graph) => {
      const visibilityCache = new VisibilityCache(graph);
      for (const whose of VIEWPOINTS) {
        for (const [id, reasons] of visibility(graph, whose)) {
          const { because } = why(visibilityCache, { element: id, viewpoint: whose });
          expect(because.map(({ reason }) => reason)).toEqual(reasons);
          for (const { reason, trail } of because) expectToLead(graph, { id, reason, trail });
        }
      }
    });
  });

  it('who can see it and what one sees agree', () => {
    onBoards((graph) => expectToAgree(graph));
  });

  it('every condition, once it holds, shows the element; and there is always one for a node', () => {
    onBoards((graph) => {
      const visibilityCache = new VisibilityCache(graph);
      // Each board with a few of its viewpoints: every condition is tried on a copy of the board.
      for (const whose of [...viewpointsOf(graph)].slice(0, 3)) {
        const visible = visibility(graph, whose);
        for (const id of [...graph.nodes.keys(), ...graph.links.keys()]) {
          const { blocks, conditions } = whyNot(visibilityCache, { element: id, viewpoint: whose });
          if (visible.has(id)) {
            expect([blocks, conditions]).toEqual([[], []]);
            continue;
          }
          expect(blocks.length).toBeGreaterThan(0);
          for (const { edits } of conditions) {
            const { graph: after } = applyBoardEdits(graph, edits);
            expect(visibility(after, whose).has(id)).toBe(true);
          }
          expect(conditions.length, `${whose} and ${id}`).toBeGreaterThan(0);
        }
      }
    });
  });
});

function expectToLead(
  graph: Graph,
  { id, reason, trail }: { id: ElementId; reason: Reason; trail: Trail },
): void {
  if (reason === 'facilitator') return;
  const last = trail.at(-1);
  expect([last?.node, last?.link]).toContain(id);
  let before: string | null = null;
  for (const { link, node, how } of trail) {
    expect(graph.nodes.has(node)).toBe(true);
    if (link !== null && how !== 'drew' && how !== 'listed') {
      const record = graph.links.get(link);
      expect([record?.source, record?.target].sort()).toEqual([before, node].sort());
    }
    before = node;
  }
}

function expectToAgree(graph: Graph): void {
  const visibilityCache = new VisibilityCache(graph);
  const seen = new Map<Viewpoint, ReadonlyMap<ElementId, readonly Reason[]>>();
  for (const whose of viewpointsOf(graph)) seen.set(whose, visibility(graph, whose));
  for (const id of [...graph.nodes.keys(), ...graph.links.keys()]) {
    const expected = [...seen].flatMap(([whose, elements]) => {
      const reasons = elements.get(id);
      return reasons === undefined ? [] : [{ viewpoint: whose, reasons }];
    });
    expect(whoSees(visibilityCache, id)).toEqual(expected);
  }
}

describe.each(TEMPLATE_IDS)('on the template %s', (id) => {
  const graph = graphOfBoard(boardOf(template(id) as NonNullable<ReturnType<typeof template>>));

  it('who can see it and what one sees agree, for every element and viewpoint', () => {
    expectToAgree(graph);
  });

  it('every reason is explained by a way to the element', () => {
    const visibilityCache = new VisibilityCache(graph);
    for (const whose of viewpointsOf(graph)) {
      if (graph.nodes.get(whose as never)?.kind === 'person') continue;
      const seen = [...visibility(graph, whose)];
      // A part of each large view: which, differs from view to view.
      const some = seen.filter((_, index) => (index + whose.length) % Math.ceil(seen.length / 25) === 0);
      for (const [element, reasons] of some) {
        const { because } = why(visibilityCache, { element, viewpoint: whose });
        expect(because.map(({ reason }) => reason)).toEqual(reasons);
        for (const { reason, trail } of because) expectToLead(graph, { id: element, reason, trail });
      }
    }
  });
});

describe('the tracer', () => {
  const { graph } = board('detached').person('ada bob').cell('c1').member('ada bob', 'c1');
  const tracing = () => new TracingGraph(graph, viewpoint('c1'));

  it('refuses a rule that begins anywhere but at the viewpoint', () => {
    expect(() => [...tracing().steps(nodeId('ada'), 'membership', 'source')]).toThrow(/outside the loop/);
  });

  it('refuses a rule that has left the loop which led to what it shows', () => {
    const traced = tracing();
    const [first] = [...traced.steps(nodeId('c1'), 'membership', 'target')];
    expect(() => traced.trailTo((first as GraphStep).other.id)).toThrow(/outside the loop/);
  });

  it('knows the way while the loop is open, also when the rule stops early', () => {
    const traced = tracing();
    for (const { other } of traced.steps(nodeId('c1'), 'membership', 'target')) {
      expect(inWords(traced.trailTo(other.id))).toBe('start c1, has-member ada-in-c1 ada');
      break;
    }
    expect(inWords(traced.trailTo(nodeId('c1')))).toBe('start c1');
  });
});

describe('why not', () => {
  const codes = (draft: BoardDraft, whose: string, what: string) => {
    const { blocks, conditions } = whyNot(new VisibilityCache(draft.graph), {
      element: elementId(what),
      viewpoint: viewpoint(whose),
    });
    return [blocks.map(({ code }) => code), conditions.map(({ code, names }) => [code, ...names].join(' '))];
  };
  const two = () =>
    board('detached').person('ada chen').cell('c1 c2').member('ada', 'c2').member('chen', 'c1');

  it('names the detached group and the contact that would lead there', () => {
    expect(codes(two(), 'c2', 'chen')).toEqual([
      ['detached'],
      ['contact ada chen', 'joins chen c2', 'disclosure c1', 'listed chen'],
    ]);
  });

  it('finds the drawing whose confirmation would be enough', () => {
    const [, conditions] = codes(two().contact('ada', 'chen', { owner: 'c2' }), 'c2', 'chen');
    expect(conditions?.[0]).toBe('confirmed ada-knows-chen');
  });

  it('of what is withheld offers to leave it to the rules', () => {
    const draft = board('detached')
      .person('ada')
      .cell('c1')
      .member('ada', 'c1')
      .person('x', { audience: 'ada' });
    expect(codes(draft.member('x', 'c1'), 'c1', 'x')).toEqual([
      ['withheld', 'detached'],
      ['rules-decide x', 'listed x'],
    ]);
  });

  it('of a link names the end that is hidden', () => {
    const draft = two().contact('ada', 'chen', { audience: 'chen' });
    const [blocks] = codes(draft, 'c2', 'ada-knows-chen');
    expect(blocks).toEqual(['withheld', 'end']);
  });
});
