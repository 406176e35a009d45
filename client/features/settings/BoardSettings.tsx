/**
 * The settings of a board, for facilitators: its policy and the groups that override it. The policy is
 * changed as a draft; nothing takes effect before it is applied.
 */
import { Dialog } from '@base-ui/react/dialog';
import { useMemo, useState } from 'react';
import type { Policy } from '../../../shared/policies/policies.ts';
import { useWorkspace } from '../../state/workspace.ts';
import { useStoreVersion } from '../../sync/useStoreVersion.ts';
import { Button } from '../../ui/Button.tsx';
import { DialogFrame } from '../../ui/DialogFrame.tsx';
import { useMessages } from '../../ui/locale.ts';
import { toast } from '../../ui/toast.ts';
import { useViewsMessages } from '../views/messages.ts';
import { usePreview } from '../views/preview/usePreview.ts';
import { useSettingsMessages } from './messages.ts';
import { Overrides } from './Overrides.tsx';
import { PolicyPreview } from './PolicyPreview.tsx';
import { PolicySettings } from './PolicySettings.tsx';
import { applyPolicyChange, changesAnything } from './policyChange.ts';
import './settings.css';

export default function BoardSettings({ onClose }: { readonly onClose: () => void }) {
  const workspace = useWorkspace();
  const { store, history, visibilityWorker } = workspace;
  useStoreVersion(store);
  const settings = useSettingsMessages();
  const { cancel, undo } = useMessages();
  const { preview } = useViewsMessages();
  const [draft, setDraft] = useState<Policy | null>(null);
  const edits = useMemo(() => (draft === null ? [] : [{ type: 'policy', policy: draft } as const]), [draft]);
  const changes = usePreview(draft === null ? null : visibilityWorker, edits);
  if (store.policy === null) return null;
  const change = { before: store.policy, after: draft ?? store.policy };
  const isChanged = changesAnything(change);
  const whyNot = !isChanged ? settings.unchanged : changes === null ? preview.working : null;
  const apply = () => {
    applyPolicyChange(workspace, change);
    onClose();
    toast(settings.applied, { key: 'policy', action: { label: undo, run: () => history.undo() } });
  };
  return (
    <DialogFrame title={settings.title} hint={settings.hint} className="settings" onClose={onClose}>
      <div className="dialog-body">
        <PolicySettings policy={change.after} onChange={setDraft} />
        <Overrides policy={change.after} onLeave={onClose} />
      </div>
      <div className="dialog-foot is-sticky">
        {isChanged ? <PolicyPreview changes={changes} /> : <span className="hint">{settings.unchanged}</span>}
        <span className="grow" />
        <Dialog.Close className="button is-outlined">{cancel}</Dialog.Close>
        <Button look="primary" whyNot={whyNot} onClick={apply}>
          {settings.apply}
        </Button>
      </div>
    </DialogFrame>
  );
}
