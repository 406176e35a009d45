/** For facilitators: the links that open this board, one viewpoint each. Make, copy, revoke. */
import { Dialog } from '@base-ui/react/dialog';
import { Info, X } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import { type Caller, type Invite, listInvites } from '../../app/api.ts';
import { useWorkspace } from '../../board/workspace.ts';
import type { BoardStore } from '../../sync/store.ts';
import { useMessages } from '../../ui/locale.ts';
import { toast } from '../../ui/toast.ts';
import { InviteComposer } from './InviteComposer.tsx';
import { InviteRow } from './InviteRow.tsx';

export interface ShareDialogProps {
  readonly store: BoardStore;
  readonly token: string;
  readonly onClose: () => void;
}

export default function ShareDialog({ store, token, onClose }: ShareDialogProps) {
  const { board } = useWorkspace();
  const { share, close } = useMessages();
  const [invites, setInvites] = useState<readonly Invite[] | null>(null);
  const [caller] = useState<Caller>(() => ({ board, token }));
  const load = useCallback(async () => {
    const result = await listInvites(caller);
    if (result.ok) setInvites(result.value.invites);
    else toast(share.failed, { key: 'share' });
  }, [caller, share]);
  useEffect(() => void load(), [load]);
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="backdrop" />
        <Dialog.Popup className="dialog share">
          <div className="dialog-head">
            <div className="grow">
              <Dialog.Title className="dialog-title">
                <bdi>{share.title(store.title)}</bdi>
              </Dialog.Title>
              <Dialog.Description className="dialog-hint">{share.hint}</Dialog.Description>
            </div>
            <Dialog.Close className="icon-button" aria-label={close}>
              <X size={18} aria-hidden="true" />
            </Dialog.Close>
          </div>
          <div className="dialog-body">
            <InviteComposer store={store} caller={caller} onCreated={load} />
            <table className="share-table">
              <thead>
                <tr>
                  <th scope="col">{share.viewpoint}</th>
                  <th scope="col">{share.role}</th>
                  <th scope="col">{share.expires}</th>
                  <th scope="col">{share.uses}</th>
                  <th>
                    <span className="visually-hidden">{share.copy}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {(invites ?? []).map((invite) => (
                  <InviteRow key={invite.id} store={store} caller={caller} invite={invite} onChanged={load} />
                ))}
              </tbody>
            </table>
            {invites === null && <p className="empty">{share.loading}</p>}
            {invites?.length === 0 && <p className="empty">{share.empty}</p>}
          </div>
          <div className="dialog-foot">
            <Info size={15} aria-hidden="true" />
            <span className="grow">{share.footer}</span>
            <Dialog.Close className="button is-outlined">{share.done}</Dialog.Close>
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
