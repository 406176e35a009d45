/** Who has joined, through which link, whether they are here now; and ending a session. */
import { AlertDialog } from '@base-ui/react/alert-dialog';
import { type ApiCaller, endSession, type Invite, type ListedSession } from '../../session/api.ts';
import type { BoardStore } from '../../sync/store.ts';
import { useMessages, usePreferences } from '../../ui/locale.ts';
import { timeUntil } from '../../ui/relativeTime.ts';
import { toast } from '../../ui/toast.ts';
import { ViewpointGlyph } from '../views/ViewpointGlyph.tsx';
import { failureWords } from './failureWords.ts';
import { useShareMessages } from './messages.ts';
import { Question } from './Question.tsx';
import { useViewpointWords } from './viewpointWords.ts';

export interface PeopleListProps {
  readonly store: BoardStore;
  readonly caller: ApiCaller;
  readonly invites: readonly Invite[];
  readonly sessions: readonly ListedSession[];
  readonly onChanged: () => void;
}

export function PeopleList({ store, caller, invites, sessions, onChanged }: PeopleListProps) {
  const { people } = useShareMessages();
  const share = useShareMessages();
  if (sessions.length === 0) return <p className="empty">{people.empty}</p>;
  const sorted = [...sessions].sort(
    (a, b) => Number(b.here) - Number(a.here) || (b.lastSeen ?? b.created) - (a.lastSeen ?? a.created),
  );
  return (
    <table className="share-table people-table">
      <thead>
        <tr>
          <th scope="col">{people.name}</th>
          <th scope="col">{share.viewpoint}</th>
          <th scope="col">{people.joined}</th>
          <th scope="col">{people.seen}</th>
          <th scope="col">
            <span className="visually-hidden">{share.actions}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {sorted.map((session) => (
          <PersonRow
            key={session.id}
            store={store}
            caller={caller}
            session={session}
            label={invites.find(({ id }) => id === session.invite)?.label ?? ''}
            onChanged={onChanged}
          />
        ))}
      </tbody>
    </table>
  );
}

interface PersonRowProps extends Pick<PeopleListProps, 'store' | 'caller' | 'onChanged'> {
  readonly session: ListedSession;
  readonly label: string;
}

function PersonRow({ store, caller, session, label, onChanged }: PersonRowProps) {
  const share = useShareMessages();
  const { people } = share;
  const { roles } = useMessages();
  const { locale } = usePreferences();
  const { name: viewpoint } = useViewpointWords(store)(session.viewpoint);
  const name = session.name.trim() === '' ? people.unnamed : session.name;
  const ago = (time: number) => timeUntil(time, { now: Date.now(), locale });
  const end = async () => {
    const result = await endSession(caller, session.id);
    if (!result.ok) toast(failureWords(share, result.error), { key: 'share' });
    onChanged();
  };
  return (
    <tr data-session={session.id}>
      <th scope="row">
        <span className="invite-words">
          <bdi>{name}</bdi>
          <small>
            {session.own ? people.you : label === '' ? roles[session.role] : people.through(label)}
          </small>
        </span>
      </th>
      <td>
        <span className="invite-name is-light">
          <ViewpointGlyph store={store} viewpoint={session.viewpoint} />
          <bdi>{viewpoint}</bdi>
        </span>
      </td>
      <td data-label={people.joined}>{ago(session.created)}</td>
      <td data-label={people.seen}>
        {session.here ? (
          <span className="share-here">{people.hereNow}</span>
        ) : session.lastSeen === null ? (
          people.notSeen
        ) : (
          ago(session.lastSeen)
        )}
      </td>
      <td>
        {!session.own && (
          <span className="invite-actions">
            <Question
              title={people.endTitle(name)}
              hint={people.endHint}
              act={people.end}
              onAct={() => void end()}
              trigger={
                <AlertDialog.Trigger className="button is-small is-danger" aria-label={people.endOf(name)}>
                  {people.end}
                </AlertDialog.Trigger>
              }
            />
          </span>
        )}
      </td>
    </tr>
  );
}
