/**
 * Laws of the rules on random boards. A failure names its seed; CELLBOARD_SEED repeats it and CELLBOARD_SEEDS
 * sets how many boards are tried.
 */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Graph } from '../../shared/graph/graph.ts';
import { type ElementRecord, isConfirmed, isLink, type LinkRecord } from '../../shared/model/element.ts';
import type { ElementId, Viewpoint } from '../../shared/model/ids.ts';
import { accessTo } from '../../shared/rights/rights.ts';
import { freeNode } from '../../shared/visibility/localRules.ts';
import { scopeOf } from '../../shared/visibility/scope.ts';
import { viewpointVisibility, visibility } from '../../shared/visibility/viewpointVisibility.ts';
import { anyBoard, graphOf, type RandomBoard, trials, VIEWPOINTS } from '../helpers/randomBoards.ts';
import { oracle } from '../helpers/visibilityOracle.ts';

const { numRuns, seed } = trials(300);

function seen(graph: Graph, viewpoint: Viewpoint): Record<string, string> {
  return Object.fromEntries([...visibility(graph, viewpoint)].map(([id, why]) => [id, why.join(' ')]));
}

/** What the server tells a viewpoint of an element it sees: that it may edit it or not. */
function accesses(graph: Graph, viewpoint: Viewpoint): Record<string, string> {
  const visible = visibility(graph, viewpoint);
  const actor = { graph, scope: scopeOf(graph, viewpoint), shows: (id: ElementId) => visible.has(id) };
  const told: Record<string, string> = {};
  for (const id of visible.keys()) {
    const element = graph.get(id);
    if (element !== undefined) told[id] = accessTo(actor, element);
  }
  return told;
}

describe(`on ${numRuns} random boards (seed ${seed})`, () => {
  it('a viewpoint sees what the rules say, for the reasons they say', () => {
    fc.assert(
      fc.property(anyBoard, (board) => {
        const graph = graphOf(board);
        for (const viewpoint of VIEWPOINTS) {
          expect(seen(graph, viewpoint), viewpoint).toEqual(oracle(board, viewpoint));
        }
      }),
      { numRuns, seed },
    );
  });

  it('all that is seen is what every single element is seen for', () => {
    fc.assert(
      fc.property(anyBoard, (board) => {
        const graph = graphOf(board);
        for (const viewpoint of VIEWPOINTS) {
          const visibility = viewpointVisibility(graph, viewpoint);
          const shown = new Map<ElementId, readonly string[]>();
          for (const node of graph.nodes.values()) {
            const reasons = visibility.node(node);
            if (reasons.length > 0) shown.set(node.id, reasons);
          }
          for (const link of graph.links.values()) {
            const reasons = visibility.link(link, (id) => shown.has(id));
            if (reasons.length > 0) shown.set(link.id, reasons);
          }
          expect(new Map(visibility.all()), viewpoint).toEqual(shown);
        }
      }),
      { numRuns, seed },
    );
  });

  it('what a viewpoint cannot see makes no difference to what it sees and may change', () => {
    fc.assert(
      fc.property(anyBoard, (board) => {
        const graph = graphOf(board);
        for (const viewpoint of VIEWPOINTS) {
          const before = { seen: seen(graph, viewpoint), accesses: accesses(graph, viewpoint) };
          for (const hidden of [...board.nodes, ...board.links].filter(({ id }) => !(id in before.seen))) {
            const gone = new Set<ElementRecord>([hidden, ...linksAt(board, hidden)]);
            const without = graphOf({
              ...board,
              nodes: board.nodes.filter((node) => !gone.has(node)),
              links: board.links.filter((link) => !gone.has(link)),
            });
            if ([...gone].some((element) => mayTell(element, { graph, without, viewpoint }))) continue;
            const after = { seen: seen(without, viewpoint), accesses: accesses(without, viewpoint) };
            expect(after, `${viewpoint} without ${hidden.id}`).toEqual(before);
          }
        }
      }),
      { numRuns, seed },
    );
  });

  it('a label makes no difference to what anybody sees', () => {
    fc.assert(
      fc.property(anyBoard, fc.nat(), (board, which) => {
        const elements: ElementRecord[] = [...board.nodes, ...board.links];
        const graph = graphOf(board);
        const renamed = graphOf(board);
        const element = elements[which % elements.length];
        if (element !== undefined) renamed.put({ ...element, label: 'renamed' });
        for (const viewpoint of VIEWPOINTS) {
          expect(seen(renamed, viewpoint)).toEqual(seen(graph, viewpoint));
          expect(accesses(renamed, viewpoint)).toEqual(accesses(graph, viewpoint));
        }
      }),
      { numRuns, seed },
    );
  });
});

function linksAt({ links }: RandomBoard, { id }: ElementRecord): LinkRecord[] {
  return links.filter((link) => link.source === id || link.target === id);
}

/**
 * The two hidden things that the rules themselves let show through, by what they say and not by how they are
 * carried out:
 *
 * - On a commons board a person *who belongs to no group* is seen by all. The membership that takes a person
 *   out of everybody's sight is hidden itself when its group is detached or has an audience; without it the
 *   person is free, and seen.
 * - With *guides see members* off, a guide sees the groups of a guided area but not that they belong to it.
 *   Without the hidden membership the group is not guided any more, and with it goes whatever it guides.
 */
function mayTell(
  element: ElementRecord,
  { graph, without, viewpoint }: { graph: Graph; without: Graph; viewpoint: Viewpoint },
): boolean {
  if (!isLink(element) || element.kind !== 'membership' || !isConfirmed(element)) return false;
  const { commons, guidesSeeMembers } = graph.policy;
  const member = without.nodes.get(element.source);
  if (commons && member?.kind === 'person' && freeNode(without, member)) return true;
  return !guidesSeeMembers && scopeOf(graph, viewpoint).guided.has(element.target);
}
