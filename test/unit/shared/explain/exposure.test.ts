/** Exposure counts what the views hold; who holds the net together is who the net falls apart without. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exposure, holdingTogether } from '../../../../shared/explain/exposure.ts';
import { preview } from '../../../../shared/explain/preview.ts';
import { revealEdits } from '../../../../shared/explain/reveal.ts';
import { viewpointsOf } from '../../../../shared/explain/viewpoints.ts';
import { VisibilityCache } from '../../../../shared/explain/visibilityCache.ts';
import type { Graph } from '../../../../shared/graph/graph.ts';
import { isConfirmed } from '../../../../shared/model/element.ts';
import type { NodeId } from '../../../../shared/model/ids.ts';
import { visibility } from '../../../../shared/visibility/viewpointVisibility.ts';
import { board, elementId, viewpoint } from '../../../helpers/boards.ts';
import { anyBoard, graphOf, trials, VIEWPOINTS } from '../../../helpers/randomBoards.ts';

const { numRuns, seed } = trials(150);

describe('exposure', () => {
  const draft = board('detached')
    .person('ada bob chen')
    .cell('c1 c2')
    .circle('r', { disclosure: 'open' })
    .note('n')
    .member('ada bob', 'c1')
    .member('bob chen', 'r')
    .contact('ada', 'chen');
  const found = exposure(new VisibilityCache(draft.graph));
  const row = (whose: string) => found.rows.find((one) => one.viewpoint === whose);

  it('counts persons, groups and links of each view, and their share', () => {
    expect(found.total).toEqual({ persons: 3, groups: 3, links: 5 });
    expect(row('c1')).toMatchObject({ persons: 3, groups: 2, links: 5, share: 10 / 11 });
    expect(row('c2')).toMatchObject({ persons: 2, groups: 2, links: 2 });
    expect(row('everyone')).toMatchObject({ persons: 2, groups: 1, links: 2 });
  });

  it('finds what most see, and the groups that know each other', () => {
    expect(found.viewpoints).toBe(7);
    expect(found.mostSeen.slice(0, 2)).toEqual([
      { id: 'r', viewers: 7 },
      { id: 'bob', viewers: 7 },
    ]);
    expect(found.acquainted).toEqual([]);
    const open = board('open').cell('c1 c2');
    expect(exposure(new VisibilityCache(open.graph)).acquainted).toEqual([['c1', 'c2']]);
  });
});

describe('who holds the net together', () => {
  it('is told with the parts that would be left', () => {
    const { graph } = board('detached')
      .person('ada bob chen dora')
      .contact('ada bob', 'chen')
      .contact('chen', 'dora');
    expect(
      holdingTogether(graph).map(({ person, parts }) => [person, parts.map((part) => part.join())]),
    ).toEqual([['chen', expect.arrayContaining(['ada', 'bob', 'dora'])]]);
  });

  it(`is who parts it by leaving, on ${numRuns} random boards (seed ${seed})`, () => {
    fc.assert(
      fc.property(anyBoard, (random) => {
        const graph = graphOf(random);
        const found = new Map(holdingTogether(graph).map(({ person, parts }) => [person as string, parts]));
        for (const { id, kind } of graph.nodes.values()) {
          if (kind !== 'person') continue;
          const parts = partsWithout(graph, id);
          expect(
            found
              .get(id)
              ?.map((part) => [...part].sort().join())
              .sort() ?? [],
            id,
          ).toEqual(parts.length > 1 ? parts : []);
        }
      }),
      { numRuns, seed },
    );
  });
});

/** The parts into which the person's own part falls without them, sorted. */
function partsWithout(graph: Graph, without: NodeId): string[] {
  const neighbours = (id: NodeId) =>
    [...graph.linksAt(id)].filter(isConfirmed).map(({ source, target }) => (source === id ? target : source));
  const seen = new Set<NodeId>([without]);
  const parts: string[] = [];
  for (const start of neighbours(without)) {
    if (seen.has(start) || graph.nodes.get(start)?.kind === 'note') continue;
    const part = new Set([start]);
    for (const id of part) {
      seen.add(id);
      for (const next of neighbours(id)) {
        if (next !== without && graph.nodes.get(next)?.kind !== 'note') part.add(next);
      }
    }
    parts.push([...part].sort().join());
  }
  return parts.sort();
}

describe('a reveal', () => {
  it('adds to those who see it, also where rules show it, and takes a link’s ends along', () => {
    const { graph } = board('detached')
      .person('ada bob')
      .cell('c1 c2')
      .member('ada bob', 'c1')
      .contact('ada', 'bob');
    const edits = revealEdits(new VisibilityCache(graph), {
      elements: [elementId('ada-knows-bob')],
      viewpoints: [viewpoint('c2')],
    });
    const changes = preview(graph, edits ?? []);
    expect(changes).toEqual([{ viewpoint: 'c2', gained: ['ada', 'bob', 'ada-knows-bob'], lost: [] }]);
  });

  it('asks for nothing where all of them see it already', () => {
    const { graph } = board('open').person('ada').cell('c1');
    expect(
      revealEdits(new VisibilityCache(graph), {
        elements: [elementId('ada')],
        viewpoints: [viewpoint('c1')],
      }),
    ).toEqual([]);
  });

  it(`shows it to all of them and hides it from none, on ${numRuns} random boards (seed ${seed})`, () => {
    fc.assert(
      fc.property(anyBoard, fc.nat(), fc.subarray([...VIEWPOINTS]), (random, which, viewpoints) => {
        const graph = graphOf(random);
        const nodes = [...graph.nodes.keys()];
        const id = nodes[which % nodes.length];
        if (id === undefined) return;
        const there = viewpoints.filter((one) => [...viewpointsOf(graph)].includes(one));
        const edits = revealEdits(new VisibilityCache(graph), { elements: [id], viewpoints: there }) ?? [];
        const lost = preview(graph, edits).filter((change) => change.lost.includes(id));
        expect(lost).toEqual([]);
        const visibilityWorkers = new Set(
          preview(graph, edits).flatMap((one) => (one.gained.includes(id) ? one.viewpoint : [])),
        );
        for (const one of there)
          expect(visibilityWorkers.has(one) || visibility(graph, one).has(id)).toBe(true);
      }),
      { numRuns, seed },
    );
  });
});
