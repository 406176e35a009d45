/** The links of a board and the sessions they opened, loaded anew when people come or go. */
import { useCallback, useEffect, useState } from 'react';
import {
  type ApiCaller,
  type Failure,
  type Invite,
  type ListedSession,
  listInvites,
  listSessions,
} from '../../session/api.ts';
import { usePeers } from '../../state/usePeers.ts';

export interface SharingLists {
  /** Null before they are there. */
  readonly invites: readonly Invite[] | null;
  readonly sessions: readonly ListedSession[];
  /** Why they could not be loaded the last time. */
  readonly failure: Failure | null;
  readonly load: () => void;
}

/** People come in bunches. */
const SETTLE_MS = 400;

export function useSharingLists(caller: ApiCaller): SharingLists {
  const [lists, setLists] = useState<Omit<SharingLists, 'load'>>({
    invites: null,
    sessions: [],
    failure: null,
  });
  const load = useCallback(() => {
    void Promise.all([listInvites(caller), listSessions(caller)]).then(([invites, sessions]) => {
      if (invites.ok && sessions.ok) {
        setLists({ invites: invites.value.invites, sessions: sessions.value.sessions, failure: null });
        return;
      }
      const failure = invites.ok ? (sessions.ok ? null : sessions.error) : invites.error;
      setLists((before) => ({ ...before, failure }));
    });
  }, [caller]);
  const here = usePeers()
    .map(({ client }) => client)
    .join();
  useEffect(load, [load]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever comes or goes is the reason to load again.
  useEffect(() => {
    const timer = setTimeout(load, SETTLE_MS);
    return () => clearTimeout(timer);
  }, [load, here]);
  return { ...lists, load };
}
