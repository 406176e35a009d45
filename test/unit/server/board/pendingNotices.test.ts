import { describe, expect, it } from 'vitest';
import {
  MAX_NOTICES_PER_BOARD,
  MAX_NOTICES_PER_VIEWPOINT,
  PendingNotices,
} from '../../../../server/board/pendingNotices.ts';
import type { NodeId, Viewpoint } from '../../../../shared/model/ids.ts';

const word = (to: string, at: number) => ({ to: to as Viewpoint, drawings: [], word: 'no', at });

describe('words that wait', () => {
  it('are said once, in order, to their viewpoint alone', () => {
    const words = new PendingNotices([word('one', 1), word('two', 2), word('one', 3)]);
    expect(words.take('one' as NodeId).map(({ at }) => at)).toEqual([1, 3]);
    expect(words.take('one' as NodeId)).toEqual([]);
    expect(words.all()).toEqual([word('two', 2)]);
  });

  it('make room for newer ones: for one viewpoint and for the board', () => {
    const words = new PendingNotices([]);
    for (let at = 0; at <= MAX_NOTICES_PER_VIEWPOINT; at += 1) words.add(word('one', at));
    expect(words.take('one' as NodeId).map(({ at }) => at)[0]).toBe(1);
    for (let at = 0; at <= MAX_NOTICES_PER_BOARD; at += 1) words.add(word(`v${at}`, at));
    expect(words.size).toBe(MAX_NOTICES_PER_BOARD);
    expect(words.take('v0' as NodeId)).toEqual([]);
  });
});
