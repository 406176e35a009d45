/** Previews against the plain difference of what everybody sees before and after. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyBoardEdits, type BoardEdit } from '../../../../shared/explain/boardEdit.ts';
import { preview } from '../../../../shared/explain/preview.ts';
import { viewpointsOf } from '../../../../shared/explain/viewpoints.ts';
import type { Graph } from '../../../../shared/graph/graph.ts';
import { namedPolicy } from '../../../../shared/policies/policies.ts';
import { visibility } from '../../../../shared/visibility/viewpointVisibility.ts';
import { board, elementId, nodeId, viewpoint } from '../../../helpers/boards.ts';
import { graphOf, trials } from '../../../helpers/randomBoards.ts';
import { anyEditedBoard } from '../../../helpers/randomEdits.ts';

const { numRuns, seed } = trials(300);

/** Each viewpoint with what it gains (+) and loses (-). */
function told(graph: Graph, edits: readonly BoardEdit[]): Record<string, string[]> {
  return Object.fromEntries(
    preview(graph, edits).map(({ viewpoint: whose, gained, lost }) => [
      whose,
      [...gained.map((id) => `+${id}`), ...lost.map((id) => `-${id}`)].sort(),
    ]),
  );
}

function plainly(graph: Graph, edits: readonly BoardEdit[]): Record<string, string[]> {
  const { graph: after } = applyBoardEdits(graph, edits);
  const differences: Record<string, string[]> = {};
  for (const whose of new Set([...viewpointsOf(graph), ...viewpointsOf(after)])) {
    const [was, will] = [visibility(graph, whose), visibility(after, whose)];
    const changes = [
      ...[...will.keys()].filter((id) => !was.has(id)).map((id) => `+${id}`),
      ...[...was.keys()].filter((id) => !will.has(id)).map((id) => `-${id}`),
    ].sort();
    if (changes.length > 0) differences[whose] = changes;
  }
  return differences;
}

const twoCells = () =>
  board('detached').person('ada bob chen').cell('c1 c2').member('ada bob', 'c1').member('chen', 'c2');

describe('a preview', () => {
  it('of a disclosure names the viewpoints that gain and what they gain', () => {
    const { graph } = twoCells();
    const changes = told(graph, [{ type: 'disclosure', id: nodeId('c1'), disclosure: 'open' }]);
    const gained = ['+ada', '+ada-in-c1', '+bob', '+bob-in-c1', '+c1'];
    expect(changes).toEqual({ everyone: gained, c2: gained, chen: gained });
  });

  it('of an audience says from whom the element is withdrawn', () => {
    const { graph } = twoCells();
    const edit: BoardEdit = { type: 'audience', id: elementId('ada'), audience: [viewpoint('c2')] };
    expect(told(graph, [edit])).toEqual({
      c1: ['-ada', '-ada-in-c1'],
      bob: ['-ada', '-ada-in-c1'],
      ada: ['-ada', '-ada-in-c1', '-bob', '-bob-in-c1', '-c1'],
      c2: ['+ada'],
    });
  });

  it('of confirming says who then sees what the drawing leads to', () => {
    const { graph } = twoCells().contact('ada', 'chen', { owner: 'c1' });
    const changes = told(graph, [
      { type: 'owner', id: elementId('ada-knows-chen'), owner: viewpoint('facilitator') },
    ]);
    expect(changes).toEqual({
      c1: ['+ada-knows-chen', '+chen'],
      c2: ['+ada', '+ada-knows-chen'],
      ada: ['+ada-knows-chen', '+chen'],
      chen: ['+ada', '+ada-knows-chen'],
    });
  });

  it('of a policy compares every view', () => {
    const { graph } = twoCells();
    const edits: BoardEdit[] = [{ type: 'policy', policy: namedPolicy('open') }];
    expect(told(graph, edits)).toEqual(plainly(graph, edits));
    expect(Object.keys(told(graph, edits))).toHaveLength(6);
  });

  it('of removing somebody says what falls out of sight with them', () => {
    const { graph } = twoCells().contact('ada', 'chen');
    expect(told(graph, [{ type: 'remove', id: elementId('ada') }])).toEqual(
      plainly(graph, [{ type: 'remove', id: elementId('ada') }]),
    );
  });

  it('is empty where nothing changes, and passes over what is gone', () => {
    const { graph } = twoCells();
    expect(preview(graph, [{ type: 'remove', id: elementId('nobody') }])).toEqual([]);
    expect(preview(graph, [{ type: 'policy', policy: graph.policy }])).toEqual([]);
    expect(preview(graph, [])).toEqual([]);
  });

  it('leaves the board as it is', () => {
    const { graph } = twoCells();
    preview(graph, [{ type: 'remove', id: elementId('c1') }]);
    expect([...visibility(graph, 'facilitator').keys()]).toHaveLength(8);
  });

  it(`is the difference of what everybody sees, on ${numRuns} random boards (seed ${seed})`, () => {
    fc.assert(
      fc.property(anyEditedBoard, ({ board: random, edits }) => {
        const graph = graphOf(random);
        expect(told(graph, edits)).toEqual(plainly(graph, edits));
      }),
      { numRuns, seed },
    );
  });
});
