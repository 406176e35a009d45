import { describe, expect, it } from 'vitest';
import {
  MAX_NOTICES_PER_BOARD,
  MAX_NOTICES_PER_VIEWPOINT,
  PendingNotices,
} from '../../../../server/board/pendingNotices.ts';
import type { NodeId, Viewpoint } from '../../../../shared/model/ids.ts';

const notice = (to: string, at: number) => ({ to: to as Viewpoint, drawings: [], word: 'no', at });

describe('notices that wait', () => {
  it('are delivered once, in order, to their viewpoint alone', () => {
    const notices = new PendingNotices([notice('one', 1), notice('two', 2), notice('one', 3)]);
    expect(notices.take('one' as NodeId).map(({ at }) => at)).toEqual([1, 3]);
    expect(notices.take('one' as NodeId)).toEqual([]);
    expect(notices.all()).toEqual([notice('two', 2)]);
  });

  it('make room for newer ones: for one viewpoint and for the board', () => {
    const notices = new PendingNotices([]);
    for (let at = 0; at <= MAX_NOTICES_PER_VIEWPOINT; at += 1) notices.add(notice('one', at));
    expect(notices.take('one' as NodeId).map(({ at }) => at)[0]).toBe(1);
    for (let at = 0; at <= MAX_NOTICES_PER_BOARD; at += 1) notices.add(notice(`v${at}`, at));
    expect(notices.size).toBe(MAX_NOTICES_PER_BOARD);
    expect(notices.take('v0' as NodeId)).toEqual([]);
  });
});
