/** One invite: viewpoint, role, expiry, last use; copy, show as QR code, replace, revoke. */
import { AlertDialog } from '@base-ui/react/alert-dialog';
import { Check, Clock, Copy, QrCode as QrSign, RefreshCw } from 'lucide-react';
import { Suspense, useEffect, useState } from 'react';
import { type ApiCaller, type Invite, inviteLink, revokeInvite } from '../../session/api.ts';
import type { BoardStore } from '../../sync/store.ts';
import { copyText } from '../../ui/copyText.ts';
import { lazyPart } from '../../ui/lazyPart.ts';
import { useMessages, usePreferences } from '../../ui/locale.ts';
import { timeUntil } from '../../ui/relativeTime.ts';
import { toast } from '../../ui/toast.ts';
import { ViewpointGlyph } from '../views/ViewpointGlyph.tsx';
import { endOf } from './endOf.ts';
import { failureWords } from './failureWords.ts';
import { useShareMessages } from './messages.ts';
import { Question } from './Question.tsx';
import { ReplaceButton, useReplacing } from './replacing.tsx';
import { useViewpointWords } from './viewpointWords.ts';

const QrDialog = lazyPart(() => import('./QrDialog.tsx'));

export interface InviteRowProps {
  readonly store: BoardStore;
  readonly caller: ApiCaller;
  readonly invite: Invite;
  /** How many are here through it now. */
  readonly here: number;
  /** Whether this facilitator came through it. */
  readonly own: boolean;
  readonly onChanged: () => void;
}

const COPIED_MS = 2_000;
const SOON_MS = 24 * 60 * 60 * 1_000;

export function InviteRow({ store, caller, invite, here, own, onChanged }: InviteRowProps) {
  const share = useShareMessages();
  const { roles } = useMessages();
  const { locale } = usePreferences();
  const { name, line } = useViewpointWords(store)(invite.viewpoint);
  const end = endOf(invite, Date.now());
  const revoke = async () => {
    const result = await revokeInvite(caller, invite.id);
    if (!result.ok) toast(failureWords(share, result.error), { key: 'share' });
    onChanged();
  };
  return (
    <tr className={end === null ? '' : 'is-expired'} data-id={invite.id}>
      <th scope="row">
        <span className="invite-name">
          <ViewpointGlyph store={store} viewpoint={invite.viewpoint} size={26} />
          <span className="invite-words">
            <bdi>{name}</bdi>
            <small>
              <bdi>{invite.label === '' ? line : invite.label}</bdi>
              {own && <span className="chip is-accent">{share.yours}</span>}
            </small>
          </span>
        </span>
      </th>
      <td>{roles[invite.role]}</td>
      <td data-label={share.expires}>
        <Expiry invite={invite} />
      </td>
      <td data-label={share.lastUsed}>
        <span className="invite-use">
          {invite.lastUsed === null ? share.notUsed : timeUntil(invite.lastUsed, { now: Date.now(), locale })}
          <small>
            {here > 0 && <span className="share-here">{share.here(here)}</span>}
            {invite.maxUses !== null && <span>{share.used(invite.uses, invite.maxUses)}</span>}
          </small>
        </span>
      </td>
      <td>
        <span className="invite-actions">
          {end === null ? (
            <>
              <CopyButton caller={caller} id={invite.id} />
              <QrButton caller={caller} id={invite.id} name={name} />
              {own && <ReplaceButton caller={caller} invite={invite} name={name} onChanged={onChanged} />}
            </>
          ) : (
            <RenewButton caller={caller} invite={invite} onChanged={onChanged} />
          )}
          <Question
            title={share.revokeTitle(name)}
            hint={own ? share.revokeOwn : share.revokeHint}
            act={share.revoke}
            onAct={() => void revoke()}
            trigger={
              <AlertDialog.Trigger className="button is-small is-danger">{share.revoke}</AlertDialog.Trigger>
            }
          />
        </span>
      </td>
    </tr>
  );
}

function Expiry({ invite }: { readonly invite: Invite }) {
  const share = useShareMessages();
  const { locale } = usePreferences();
  const end = endOf(invite, Date.now());
  if (end !== null) return <span className="chip">{share[end]}</span>;
  if (invite.expires === null) return share.never;
  const text = timeUntil(invite.expires, { now: Date.now(), locale });
  if (invite.expires - Date.now() > SOON_MS) return text;
  return (
    <span className="chip is-warning">
      <Clock size={12} aria-hidden="true" />
      {text}
    </span>
  );
}

function CopyButton({ caller, id }: { readonly caller: ApiCaller; readonly id: string }) {
  const share = useShareMessages();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), COPIED_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async () => {
    const result = await inviteLink(caller, id);
    if (result.ok && (await copyText(result.value.url))) setCopied(true);
    else toast(result.ok ? share.copyFailed : failureWords(share, result.error), { key: 'share' });
  };
  return (
    <button type="button" className={`button is-small ${copied ? 'is-done' : 'is-outlined'}`} onClick={copy}>
      {copied ? <Check size={14} aria-hidden="true" /> : <Copy size={14} aria-hidden="true" />}
      {copied ? share.copied : share.copy}
    </button>
  );
}

interface QrButtonProps {
  readonly caller: ApiCaller;
  readonly id: string;
  readonly name: string;
}

function QrButton({ caller, id, name }: QrButtonProps) {
  const share = useShareMessages();
  const [url, setUrl] = useState<string | null>(null);
  const open = async () => {
    const result = await inviteLink(caller, id);
    if (result.ok) setUrl(result.value.url);
    else toast(failureWords(share, result.error), { key: 'share' });
  };
  return (
    <>
      <button
        type="button"
        className="icon-button is-small"
        aria-label={share.qr(name)}
        title={share.qr(name)}
        onClick={() => void open()}
      >
        <QrSign size={15} aria-hidden="true" />
      </button>
      {url !== null && (
        <Suspense fallback={null}>
          <QrDialog name={name} url={url} onClose={() => setUrl(null)} />
        </Suspense>
      )}
    </>
  );
}

function RenewButton({ caller, invite, onChanged }: Pick<InviteRowProps, 'caller' | 'invite' | 'onChanged'>) {
  const share = useShareMessages();
  const replace = useReplacing({ caller, invite, onChanged });
  return (
    <button
      type="button"
      className="button is-small is-outlined"
      onClick={() => void replace({ endSessions: false })}
    >
      <RefreshCw size={14} aria-hidden="true" />
      {share.renew}
    </button>
  );
}
