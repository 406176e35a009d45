/** Makes invites: viewpoint (one or many at once), role, expiry, number of uses. */
import { Link2 } from 'lucide-react';
import { type FormEvent, useId, useState } from 'react';
import { ROLES, type Role } from '../../../shared/protocol.ts';
import { type ApiCaller, createInvite, createInvites } from '../../session/api.ts';
import { nameOf } from '../../state/describe.ts';
import { viewpointGroups } from '../../state/viewpoints.ts';
import type { BoardStore } from '../../sync/store.ts';
import { Button } from '../../ui/Button.tsx';
import { copyText } from '../../ui/copyText.ts';
import { useMessages } from '../../ui/locale.ts';
import { Select } from '../../ui/Select.tsx';
import { toast } from '../../ui/toast.ts';
import { failureWords } from './failureWords.ts';
import { useShareMessages } from './messages.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;
const DAYS = [1, 7, 30] as const;
const USES = [1, 10, 100] as const;
/** Before the kind, where one link for each of a kind is wanted. */
const EACH = 'each ';

export interface InviteComposerProps {
  readonly store: BoardStore;
  readonly caller: ApiCaller;
  readonly onCreated: () => void;
}

export function InviteComposer({ store, caller, onCreated }: InviteComposerProps) {
  const share = useShareMessages();
  const { viewAs, roles, everyone, facilitator, oneMoment } = useMessages();
  const [viewpoint, setViewpoint] = useState('everyone');
  const [role, setRole] = useState<Role>('editor');
  const [days, setDays] = useState('7');
  const [uses, setUses] = useState('');
  const [busy, setBusy] = useState(false);
  const ids = { viewpoint: useId(), role: useId(), days: useId(), uses: useId() };
  const groups = viewpointGroups(store.nodes.values());
  const many = groups.find(({ kind }) => viewpoint === EACH + kind)?.nodes ?? null;
  const facilitates = viewpoint === 'facilitator';
  const whyNot = busy ? oneMoment : many?.length === 0 ? share.noneOfKind : null;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (whyNot !== null) return;
    setBusy(true);
    const wish = {
      role: facilitates ? 'facilitator' : role,
      expires: days === '' ? null : Date.now() + Number(days) * DAY_MS,
      maxUses: uses === '' ? null : Number(uses),
    } as const;
    const made =
      many === null
        ? await createInvite(caller, { viewpoint, ...wish })
        : await createInvites(caller, { viewpoints: many.map(({ id }) => id), ...wish });
    setBusy(false);
    if (!made.ok) {
      toast(failureWords(share, made.error), { key: 'share' });
      return;
    }
    if ('invites' in made.value) toast(share.made(made.value.invites.length), { key: 'share' });
    else if (await copyText(made.value.url)) toast(share.copied, { key: 'share' });
    onCreated();
  };
  return (
    <form className="composer" onSubmit={submit}>
      <div className="composer-field is-wide">
        <label htmlFor={ids.viewpoint}>{share.joinsAs}</label>
        <Select
          id={ids.viewpoint}
          value={viewpoint}
          onChoose={setViewpoint}
          choices={[
            { value: 'everyone', label: everyone },
            { value: 'facilitator', label: facilitator },
            {
              heading: share.oneForEach,
              choices: groups.map(({ kind, nodes }) => ({
                value: EACH + kind,
                label: share.eachCount(share.each[kind], nodes.length),
              })),
            },
            ...groups.map(({ kind, nodes }) => ({
              heading: viewAs.groups[kind],
              choices: nodes.map((node) => ({ value: node.id, label: nameOf(node) })),
            })),
          ]}
        />
      </div>
      <div className="composer-field">
        <label htmlFor={ids.role}>{share.role}</label>
        <Select<Role>
          id={ids.role}
          value={facilitates ? 'facilitator' : role}
          disabled={facilitates}
          onChoose={setRole}
          choices={ROLES.filter((name) => (name === 'facilitator') === facilitates).map((name) => ({
            value: name,
            label: roles[name],
          }))}
        />
      </div>
      <div className="composer-field">
        <label htmlFor={ids.days}>{share.expires}</label>
        <Select
          id={ids.days}
          value={days}
          onChoose={setDays}
          choices={[
            ...DAYS.map((count) => ({ value: String(count), label: share.afterDays(count) })),
            { value: '', label: share.never },
          ]}
        />
      </div>
      <div className="composer-field">
        <label htmlFor={ids.uses}>{share.uses}</label>
        <Select
          id={ids.uses}
          value={uses}
          onChoose={setUses}
          choices={[
            { value: '', label: share.unlimited },
            ...USES.map((count) => ({ value: String(count), label: share.usesCount(count) })),
          ]}
        />
      </div>
      <Button type="submit" look="primary" whyNot={whyNot}>
        <Link2 size={15} aria-hidden="true" />
        {many === null ? share.create : share.createMany(many.length)}
      </Button>
    </form>
  );
}
