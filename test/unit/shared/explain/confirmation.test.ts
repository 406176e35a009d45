import { describe, expect, it } from 'vitest';
import { applyBoardEdits } from '../../../../shared/explain/boardEdit.ts';
import { confirmationEdits, confirmationOf } from '../../../../shared/explain/confirmation.ts';
import { Graph } from '../../../../shared/graph/graph.ts';
import type { ElementRecord } from '../../../../shared/model/element.ts';
import type { ElementId, LinkId, NodeId, Viewpoint } from '../../../../shared/model/ids.ts';
import { namedPolicy } from '../../../../shared/policies/policies.ts';
import { visibility } from '../../../../shared/visibility/viewpointVisibility.ts';
import { link, node, smallBoard } from '../../../helpers/smallBoard.ts';

const CELL = 'cell1' as NodeId;

function boardWith(...more: ElementRecord[]): Graph {
  const graph = new Graph(namedPolicy('detached'));
  for (const element of [...smallBoard(), ...more]) graph.put(element);
  return graph;
}

const zoe = node('zoe', 'person', { owner: CELL });
const joins = link('membership', ['zoe', 'cell1'], { id: 'joins' as LinkId, owner: CELL });
const plan = node('plan', 'note', { owner: CELL });

const confirmed = (graph: Graph, ids: string[]) => confirmationOf(graph, ids as ElementId[]);
const sees = (graph: Graph, viewpoint: string, id: string) =>
  visibility(graph, viewpoint as Viewpoint).has(id as ElementId);

describe('confirming', () => {
  it('a link takes its unconfirmed ends along', () => {
    const { all, along, lost } = confirmed(boardWith(zoe, joins), ['joins']);
    expect([all, along, lost]).toEqual([['joins', 'zoe'], ['zoe'], []]);
  });

  it('a person takes along the membership without which their maker would lose sight of them', () => {
    const graph = boardWith(zoe, joins);
    const confirmation = confirmed(graph, ['zoe']);
    expect(confirmation.along).toEqual(['joins']);
    const { graph: after } = applyBoardEdits(graph, confirmationEdits(confirmation, { keep: false }));
    expect(sees(after, 'cell1', 'zoe')).toBe(true);
    expect(sees(after, 'cell1', 'joins')).toBe(true);
  });

  it('takes nothing along that need not come', () => {
    const group = node('team', 'circle', { owner: CELL, disclosure: 'open' });
    const { all, along } = confirmed(boardWith(zoe, joins, group, plan), ['team']);
    expect([all, along]).toEqual([['team'], []]);
  });

  it('names what no rule would show, with those who see it now, and can keep it with them', () => {
    const graph = boardWith(plan);
    const confirmation = confirmed(graph, ['plan']);
    expect(confirmation.lost).toHaveLength(1);
    expect([...(confirmation.lost[0]?.seenBy ?? [])].sort()).toEqual([
      'ada',
      'bilal',
      'cell1',
      'centre',
      'jun',
    ]);
    const graphWith = (keep: boolean) =>
      applyBoardEdits(graph, confirmationEdits(confirmation, { keep })).graph;
    expect(sees(graphWith(false), 'cell1', 'plan')).toBe(false);
    for (const viewpoint of confirmation.lost[0]?.seenBy ?? []) {
      expect(sees(graphWith(true), viewpoint, 'plan')).toBe(true);
    }
    expect(sees(graphWith(true), 'cell2', 'plan')).toBe(false);
  });

  it('passes over what is confirmed already and what is not there', () => {
    expect(confirmed(boardWith(), ['ada', 'nothing'])).toEqual({ all: [], along: [], lost: [] });
  });
});
