/** What the server said to this page besides the board. */
import { useSyncExternalStore } from 'react';
import { useWorkspace } from '../../state/workspace.ts';
import type { NoticeInbox, NoticeState } from '../../sync/notices.ts';

export function useNews(): NoticeState & { readonly news: NoticeInbox } {
  const { news } = useWorkspace().copy;
  const state = useSyncExternalStore(news.subscribe, () => news.state);
  return { ...state, news };
}
