import { expect, it } from 'vitest';
import { CommitBuilder } from '../../../../server/room/commitBuilder.ts';
import type { Principal } from '../../../../server/room/principal.ts';
import type { BoardMeta } from '../../../../server/store/store.ts';
import type { NodeRecord } from '../../../../shared/model/element.ts';
import type { BoardId } from '../../../../shared/model/ids.ts';
import { namedPolicy } from '../../../../shared/policies/policies.ts';
import { nodeId } from '../../../helpers/boards.ts';
import { person } from '../../../helpers/storeContract.ts';

const ADA: Principal = {
  session: 'ada',
  invite: 'i',
  role: 'editor',
  home: 'everyone',
  viewpoint: 'everyone',
};
const BO: Principal = { ...ADA, session: 'bo' };
const META: BoardMeta = { title: '', policy: namedPolicy('open') };

const at = (x: number, label = 'P'): NodeRecord => ({ ...person('p', label), position: { x, y: 0 } });
const change = (before: NodeRecord, after: NodeRecord) => {
  return { changes: [{ id: nodeId('p'), before, after }], binned: [], unbinned: [] };
};

it('a drag is one entry of the activity log; what another does, or to other fields, or later, is another', () => {
  const commitBuilder = new CommitBuilder();
  const add = (outcome: ReturnType<typeof change>, principal: Principal, time: number) =>
    commitBuilder.add([outcome], { principal, at: time });
  for (let x = 0; x < 60; x += 1) add(change(at(x), at(x + 1)), ADA, x);
  const here = at(60);
  add(change(here, { ...here, label: 'Q' }), ADA, 70);
  add(change(at(60, 'Q'), at(61, 'Q')), BO, 80);
  add(change(at(61, 'Q'), at(62, 'Q')), BO, 4_000);
  add(change(at(62, 'Q'), at(63, 'Q')), BO, 5_080);
  const commit = commitBuilder.take('b' as BoardId, { meta: META, views: [] });
  expect(commit?.activity.map(({ at, session, fields }) => [at, session, ...fields])).toEqual([
    [0, 'ada', 'position'],
    [70, 'ada', 'label'],
    [80, 'bo', 'position'],
    [5_080, 'bo', 'position'],
  ]);
  expect(commit?.put).toEqual([at(63, 'Q')]);
});
