/** The inbox of the server's notices, as a React hook. */
import { useSyncExternalStore } from 'react';
import { useWorkspace } from '../../state/workspace.ts';
import type { NoticeInbox, NoticeState } from '../../sync/notices.ts';

export function useNotices(): NoticeState & { readonly inbox: NoticeInbox } {
  const { notices } = useWorkspace().replica;
  const state = useSyncExternalStore(notices.subscribe, () => notices.state);
  return { ...state, inbox: notices };
}
