/** Makes a new link: whose eyes, what role, until when, how often. */
import { Link2 } from 'lucide-react';
import { type FormEvent, useId, useState } from 'react';
import { ROLES, type Role } from '../../../shared/protocol.ts';
import { type Caller, createInvite } from '../../app/api.ts';
import { nameOf } from '../../board/describe.ts';
import type { BoardStore } from '../../sync/store.ts';
import { useMessages } from '../../ui/locale.ts';
import { toast } from '../../ui/toast.ts';
import { viewpointGroups } from '../../views/viewpoints.ts';
import { copyText } from './copyText.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;
const DAYS = [1, 7, 30] as const;
const USES = [1, 10, 100] as const;

export interface InviteComposerProps {
  readonly store: BoardStore;
  readonly caller: Caller;
  readonly onCreated: () => void;
}

export function InviteComposer({ store, caller, onCreated }: InviteComposerProps) {
  const { share, viewAs, roles, everyone, facilitator } = useMessages();
  const [viewpoint, setViewpoint] = useState('everyone');
  const [role, setRole] = useState<Role>('editor');
  const [days, setDays] = useState('7');
  const [uses, setUses] = useState('');
  const [busy, setBusy] = useState(false);
  const ids = { viewpoint: useId(), role: useId(), days: useId(), uses: useId() };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    const result = await createInvite(caller, {
      viewpoint,
      role: viewpoint === 'facilitator' ? 'facilitator' : role,
      expires: days === '' ? null : Date.now() + Number(days) * DAY_MS,
      maxUses: uses === '' ? null : Number(uses),
    });
    setBusy(false);
    if (!result.ok) {
      toast(share.failed, { key: 'share' });
      return;
    }
    if (await copyText(result.value.url)) toast(share.copied, { key: 'share' });
    onCreated();
  };
  return (
    <form className="composer" onSubmit={submit}>
      <div className="composer-field is-wide">
        <label htmlFor={ids.viewpoint}>{share.joinsAs}</label>
        <select
          id={ids.viewpoint}
          className="input"
          value={viewpoint}
          onChange={(event) => setViewpoint(event.target.value)}
        >
          <option value="everyone">{everyone}</option>
          <option value="facilitator">{facilitator}</option>
          {viewpointGroups(store.nodes.values()).map(({ kind, nodes }) => (
            <optgroup key={kind} label={viewAs.groups[kind]}>
              {nodes.map((node) => (
                <option key={node.id} value={node.id}>
                  {nameOf(node)}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </div>
      <div className="composer-field">
        <label htmlFor={ids.role}>{share.role}</label>
        <select
          id={ids.role}
          className="input"
          value={viewpoint === 'facilitator' ? 'facilitator' : role}
          disabled={viewpoint === 'facilitator'}
          onChange={(event) => setRole(event.target.value as Role)}
        >
          {ROLES.filter((name) => (name === 'facilitator') === (viewpoint === 'facilitator')).map((name) => (
            <option key={name} value={name}>
              {roles[name]}
            </option>
          ))}
        </select>
      </div>
      <div className="composer-field">
        <label htmlFor={ids.days}>{share.expires}</label>
        <select
          id={ids.days}
          className="input"
          value={days}
          onChange={(event) => setDays(event.target.value)}
        >
          {DAYS.map((count) => (
            <option key={count} value={count}>
              {share.afterDays(count)}
            </option>
          ))}
          <option value="">{share.never}</option>
        </select>
      </div>
      <div className="composer-field">
        <label htmlFor={ids.uses}>{share.uses}</label>
        <select
          id={ids.uses}
          className="input"
          value={uses}
          onChange={(event) => setUses(event.target.value)}
        >
          <option value="">{share.unlimited}</option>
          {USES.map((count) => (
            <option key={count} value={count}>
              {share.usesCount(count)}
            </option>
          ))}
        </select>
      </div>
      <button type="submit" className="button is-primary" disabled={busy}>
        <Link2 size={15} aria-hidden="true" />
        {share.create}
      </button>
    </form>
  );
}
