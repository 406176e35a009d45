import { describe, expect, it } from 'vitest';
import { NoticeInbox } from '../../../../client/sync/notices.ts';

const declined = (at: number) => ({ type: 'declined', drawings: [], word: `word ${at}`, at }) as const;

describe('news', () => {
  it('keeps declined drawings until they are read, the newest when there are many', () => {
    const news = new NoticeInbox();
    for (let at = 0; at < 60; at += 1) news.hear(declined(at));
    expect(news.state.declined).toHaveLength(50);
    expect(news.state.declined[0]?.at).toBe(10);
    news.readDeclined();
    expect(news.state.declined).toEqual([]);
  });

  it('keeps the last call until it is answered', () => {
    const news = new NoticeInbox();
    let heard = 0;
    const stop = news.subscribe(() => {
      heard += 1;
    });
    news.hear({ type: 'called', elements: ['a'] });
    news.hear({ type: 'called', elements: ['b'] });
    expect(news.state.call).toEqual(['b']);
    news.answerCall();
    news.answerCall();
    expect(news.state.call).toBeNull();
    expect(heard).toBe(3);
    stop();
    news.hear({ type: 'hand-lowered' });
    expect([news.state.lowered, heard]).toEqual([1, 3]);
  });

  it('tells how far the server’s clock is ahead, and nothing of notices that are not for it', () => {
    const news = new NoticeInbox(() => 1_000);
    const before = news.state;
    news.hear({ type: 'saved', state: '' });
    expect(news.state).toBe(before);
    news.hear({ type: 'clock', now: 3_500 });
    expect(news.state.aheadMs).toBe(2_500);
  });
});
