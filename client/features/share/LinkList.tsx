/** The links of a board in a table; a search where there are many. */
import { useState } from 'react';
import { fold, wordsOf as searchWords } from '../../../shared/text/foldText.ts';
import type { ApiCaller, Invite, ListedSession } from '../../session/api.ts';
import type { BoardStore } from '../../sync/store.ts';
import { InviteRow } from './InviteRow.tsx';
import { useShareMessages } from './messages.ts';
import { useViewpointWords } from './viewpointWords.ts';

/** From here on a list is searched rather than read. */
const MANY = 10;

export interface LinkListProps {
  readonly store: BoardStore;
  readonly caller: ApiCaller;
  readonly invites: readonly Invite[];
  readonly sessions: readonly ListedSession[];
  readonly onChanged: () => void;
}

export function LinkList({ store, caller, invites, sessions, onChanged }: LinkListProps) {
  const share = useShareMessages();
  const wordsOf = useViewpointWords(store);
  const [query, setQuery] = useState('');
  const wanted = searchWords(query);
  const shown = invites.filter(({ viewpoint, label }) => {
    const text = fold(`${wordsOf(viewpoint).name} ${label}`);
    return wanted.every((word) => text.includes(word));
  });
  if (invites.length === 0) return <p className="empty">{share.empty}</p>;
  return (
    <>
      {invites.length >= MANY && (
        <input
          className="input share-find"
          type="search"
          placeholder={share.find}
          aria-label={share.find}
          dir="auto"
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
      )}
      <table className="share-table">
        <thead>
          <tr>
            <th scope="col">{share.viewpoint}</th>
            <th scope="col">{share.role}</th>
            <th scope="col">{share.expires}</th>
            <th scope="col">{share.lastUsed}</th>
            <th scope="col">
              <span className="visually-hidden">{share.actions}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((invite) => {
            const through = sessions.filter((session) => session.invite === invite.id);
            return (
              <InviteRow
                key={invite.id}
                store={store}
                caller={caller}
                invite={invite}
                here={through.filter(({ here }) => here).length}
                own={through.some(({ own }) => own)}
                onChanged={onChanged}
              />
            );
          })}
        </tbody>
      </table>
      {shown.length === 0 && <p className="empty">{share.noneFound}</p>}
    </>
  );
}
