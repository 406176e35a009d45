/** One link: whose eyes, role, when it ends, how often it was used; copy and revoke. */
import { AlertDialog } from '@base-ui/react/alert-dialog';
import { Check, Clock, Copy, Globe, KeyRound } from 'lucide-react';
import { useEffect, useState } from 'react';
import { type Caller, type Invite, inviteLink, revokeInvite } from '../../app/api.ts';
import { nameOf } from '../../board/describe.ts';
import type { BoardStore } from '../../sync/store.ts';
import { KindGlyph } from '../../ui/KindGlyph.tsx';
import { useMessages, usePreferences } from '../../ui/locale.ts';
import { timeUntil } from '../../ui/relativeTime.ts';
import { toast } from '../../ui/toast.ts';
import { copyText } from './copyText.ts';

export interface InviteRowProps {
  readonly store: BoardStore;
  readonly caller: Caller;
  readonly invite: Invite;
  readonly onChanged: () => void;
}

const COPIED_MS = 2_000;
const SOON_MS = 24 * 60 * 60 * 1_000;

export function InviteRow({ store, caller, invite, onChanged }: InviteRowProps) {
  const { share, roles } = useMessages();
  const name = useViewpointName(store, invite.viewpoint);
  const expired = invite.expires !== null && invite.expires <= Date.now();
  const revoke = async () => {
    const result = await revokeInvite(caller, invite.id);
    if (!result.ok) toast(share.failed, { key: 'share' });
    onChanged();
  };
  return (
    <tr className={expired ? 'is-expired' : ''} data-id={invite.id}>
      <th scope="row">
        <span className="invite-name">
          <ViewpointGlyph store={store} viewpoint={invite.viewpoint} />
          <bdi>{name}</bdi>
          {invite.label !== '' && <small>{invite.label}</small>}
        </span>
      </th>
      <td>{roles[invite.role]}</td>
      <td>
        <Expiry expires={invite.expires} />
      </td>
      <td className="numeric">{share.used(invite.uses, invite.maxUses)}</td>
      <td>
        <span className="invite-actions">
          {!expired && <CopyButton caller={caller} id={invite.id} />}
          <RevokeButton name={name} onRevoke={revoke} />
        </span>
      </td>
    </tr>
  );
}

function useViewpointName(store: BoardStore, viewpoint: string): string {
  const { share, everyone, facilitator } = useMessages();
  if (viewpoint === 'facilitator') return facilitator;
  if (viewpoint === 'everyone') return everyone;
  const node = store.nodes.get(viewpoint as never);
  return node === undefined ? share.gone : nameOf(node);
}

function ViewpointGlyph({ store, viewpoint }: { readonly store: BoardStore; readonly viewpoint: string }) {
  if (viewpoint === 'facilitator') return <KeyRound size={20} aria-hidden="true" />;
  const node = store.nodes.get(viewpoint as never);
  if (node === undefined) return <Globe size={20} aria-hidden="true" />;
  return <KindGlyph kind={node.kind} hue={node.color} label={node.label} />;
}

function Expiry({ expires }: { readonly expires: number | null }) {
  const { share } = useMessages();
  const { locale } = usePreferences();
  if (expires === null) return share.never;
  const left = expires - Date.now();
  if (left <= 0) return <span className="chip">{share.expired}</span>;
  const text = timeUntil(expires, { now: Date.now(), locale });
  if (left > SOON_MS) return text;
  return (
    <span className="chip is-warning">
      <Clock size={12} aria-hidden="true" />
      {text}
    </span>
  );
}

function CopyButton({ caller, id }: { readonly caller: Caller; readonly id: string }) {
  const { share } = useMessages();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), COPIED_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async () => {
    const result = await inviteLink(caller, id);
    if (result.ok && (await copyText(result.value.url))) setCopied(true);
    else toast(result.ok ? share.copyFailed : share.failed, { key: 'share' });
  };
  return (
    <button type="button" className={`button is-small ${copied ? 'is-done' : 'is-outlined'}`} onClick={copy}>
      {copied ? <Check size={14} aria-hidden="true" /> : <Copy size={14} aria-hidden="true" />}
      {copied ? share.copied : share.copy}
    </button>
  );
}

function RevokeButton({ name, onRevoke }: { readonly name: string; readonly onRevoke: () => void }) {
  const { share, cancel } = useMessages();
  return (
    <AlertDialog.Root>
      <AlertDialog.Trigger className="button is-small is-danger">{share.revoke}</AlertDialog.Trigger>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="backdrop" />
        <AlertDialog.Popup className="dialog is-narrow">
          <div className="dialog-head">
            <div className="grow">
              <AlertDialog.Title className="dialog-title">{share.revokeTitle(name)}</AlertDialog.Title>
              <AlertDialog.Description className="dialog-hint">{share.revokeHint}</AlertDialog.Description>
            </div>
          </div>
          <div className="dialog-foot">
            <AlertDialog.Close className="button is-outlined">{cancel}</AlertDialog.Close>
            <AlertDialog.Close className="button is-primary" onClick={onRevoke}>
              {share.revoke}
            </AlertDialog.Close>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
