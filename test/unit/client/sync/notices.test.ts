import { describe, expect, it } from 'vitest';
import { NoticeInbox } from '../../../../client/sync/notices.ts';

const declined = (at: number) => ({ type: 'declined', drawings: [], word: `word ${at}`, at }) as const;

describe('the notice inbox', () => {
  it('keeps declined drawings until they are read, the newest when there are many', () => {
    const inbox = new NoticeInbox();
    for (let at = 0; at < 60; at += 1) inbox.hear(declined(at));
    expect(inbox.state.declined).toHaveLength(50);
    expect(inbox.state.declined[0]?.at).toBe(10);
    inbox.readDeclined();
    expect(inbox.state.declined).toEqual([]);
  });

  it('keeps the last call until it is answered', () => {
    const inbox = new NoticeInbox();
    let heard = 0;
    const stop = inbox.subscribe(() => {
      heard += 1;
    });
    inbox.hear({ type: 'called', elements: ['a'] });
    inbox.hear({ type: 'called', elements: ['b'] });
    expect(inbox.state.call).toEqual(['b']);
    inbox.answerCall();
    inbox.answerCall();
    expect(inbox.state.call).toBeNull();
    expect(heard).toBe(3);
    stop();
    inbox.hear({ type: 'hand-lowered' });
    expect([inbox.state.lowered, heard]).toEqual([1, 3]);
  });

  it('tells how far the server’s clock is ahead, and nothing of notices that are not for it', () => {
    const inbox = new NoticeInbox(() => 1_000);
    const before = inbox.state;
    inbox.hear({ type: 'saved', state: '' });
    expect(inbox.state).toBe(before);
    inbox.hear({ type: 'clock', now: 3_500 });
    expect(inbox.state.aheadMs).toBe(2_500);
  });
});
