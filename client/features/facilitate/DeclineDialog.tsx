/** Declines drawings: they go into the bin, and their makers get a message. Can be undone. */
import { AlertDialog } from '@base-ui/react/alert-dialog';
import { useId, useState } from 'react';
import type { ElementId } from '../../../shared/model/ids.ts';
import { LIMITS } from '../../../shared/model/limits.ts';
import { declineDrawings } from '../../session/api.ts';
import { viewpointName } from '../../state/viewpointNames.ts';
import { useWorkspace } from '../../state/workspace.ts';
import { Button } from '../../ui/Button.tsx';
import { said } from '../../ui/bidiIsolate.ts';
import { currentMessages, useMessages } from '../../ui/locale.ts';
import { toast } from '../../ui/toast.ts';
import { bringBack, copyOut } from './bringBack.ts';
import { useFacilitateMessages } from './messages.ts';
import { useCaller } from './useCaller.ts';
import './declined.css';

export interface DeclineDialogProps {
  readonly ids: readonly ElementId[];
  readonly onClose: () => void;
}

export function DeclineDialog({ ids, onClose }: DeclineDialogProps) {
  const workspace = useWorkspace();
  const { store } = workspace;
  const caller = useCaller();
  const { drawings: words } = useFacilitateMessages();
  const { cancel, comma, oneMoment } = useMessages();
  const [word, setWord] = useState('');
  const [open, setOpen] = useState(true);
  const [busy, setBusy] = useState(false);
  const field = useId();
  const elements = workspace.store.elements(ids);
  const owners = [
    ...new Set(elements.map(({ owner }) => said(viewpointName(store, owner ?? 'facilitator')))),
  ];
  const decline = async () => {
    setBusy(true);
    const copies = copyOut(workspace, ids);
    const result = await declineDrawings(caller(), { elements: ids, word: word.trim() });
    setBusy(false);
    if (!result.ok) return toast(words.failed, { key: 'decline' });
    setOpen(false);
    const { undo } = currentMessages();
    const action = { label: undo, run: () => bringBack(workspace, copies) };
    toast(words.declined(ids.length), { key: 'decline', action });
  };
  return (
    <AlertDialog.Root
      open={open}
      onOpenChange={setOpen}
      onOpenChangeComplete={(isOpen) => isOpen || onClose()}
    >
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="backdrop" />
        <AlertDialog.Popup className="dialog is-narrow">
          <div className="dialog-head">
            <div className="grow">
              <AlertDialog.Title className="dialog-title">{words.declineTitle(ids.length)}</AlertDialog.Title>
              <AlertDialog.Description className="dialog-hint">
                {words.declineHint(owners.join(comma))} {words.linksToo}
              </AlertDialog.Description>
            </div>
          </div>
          <div className="dialog-body decline-form">
            <label htmlFor={field}>{words.word}</label>
            <textarea
              id={field}
              className="input"
              dir="auto"
              rows={3}
              maxLength={LIMITS.wordLength}
              placeholder={words.wordHint}
              value={word}
              onChange={(event) => setWord(event.target.value)}
            />
          </div>
          <div className="dialog-foot">
            <AlertDialog.Close className="button is-outlined">{cancel}</AlertDialog.Close>
            <Button look="primary" whyNot={busy ? oneMoment : null} onClick={() => void decline()}>
              {words.decline(ids.length)}
            </Button>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
