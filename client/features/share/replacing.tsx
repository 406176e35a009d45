/**
 * Rotates the secret of a link: the one handed out before stops working. Where this page was opened with that
 * link, the stored secret and the address are updated.
 */
import { AlertDialog } from '@base-ui/react/alert-dialog';
import { useState } from 'react';
import { type ApiCaller, type Invite, replaceInvite } from '../../session/api.ts';
import { recentBoard, rememberBoard, rememberedSession, rememberSession } from '../../session/memory.ts';
import { boardPath } from '../../session/route.ts';
import { copyText } from '../../ui/copyText.ts';
import { toast } from '../../ui/toast.ts';
import { failureWords } from './failureWords.ts';
import { useShareMessages } from './messages.ts';
import { Question } from './Question.tsx';

const WEEK_MS = 7 * 24 * 60 * 60 * 1_000;

export interface Replacing {
  readonly caller: ApiCaller;
  readonly invite: Invite;
  readonly onChanged: () => void;
}

export function useReplacing({ caller, invite, onChanged }: Replacing) {
  const share = useShareMessages();
  return async ({ endSessions }: { endSessions: boolean }) => {
    const expires = invite.expires === null ? null : Math.max(invite.expires, Date.now() + WEEK_MS);
    const result = await replaceInvite(caller, { id: invite.id, expires, endSessions });
    if (!result.ok) {
      toast(failureWords(share, result.error), { key: 'share' });
      return;
    }
    follow(caller.board, { invite: invite.id, secret: result.value.secret });
    const copied = await copyText(result.value.url);
    toast(copied ? share.renewed : share.renewedOnly, { key: 'share' });
    onChanged();
  };
}

/** A secret begins with the id of its invite. */
function follow(board: string, { invite, secret }: { invite: string; secret: string }): void {
  const session = rememberedSession(board);
  if (session?.secret.split('.')[0] !== invite) return;
  rememberSession(board, { ...session, secret });
  const recent = recentBoard(board);
  if (recent !== null) rememberBoard({ ...recent, secret });
  history.replaceState(null, '', boardPath({ board, secret }));
}

export function ReplaceButton({ name, ...given }: Replacing & { readonly name: string }) {
  const share = useShareMessages();
  const replace = useReplacing(given);
  const [endSessions, setEndSessions] = useState(true);
  return (
    <Question
      title={share.replaceTitle(name)}
      hint={share.replaceHint}
      act={share.replace}
      onAct={() => void replace({ endSessions })}
      trigger={
        <AlertDialog.Trigger className="button is-small is-outlined">{share.replace}</AlertDialog.Trigger>
      }
    >
      <label className="share-check">
        <input
          type="checkbox"
          checked={endSessions}
          onChange={(event) => setEndSessions(event.target.checked)}
        />
        {share.endOthers}
      </label>
    </Question>
  );
}
