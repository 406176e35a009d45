/** The credentials for the HTTP API: the session of this tab, whose token may have been renewed meanwhile. */
import type { ApiCaller } from '../../session/api.ts';
import { rememberedSession } from '../../session/memory.ts';
import { useWorkspace } from '../../state/workspace.ts';

export function useCaller(): () => ApiCaller {
  const { board } = useWorkspace();
  return () => ({ board, token: rememberedSession(board)?.token ?? '' });
}
