/** Confirmation dialog of a change that many will see. */
import { Dialog } from '@base-ui/react/dialog';
import { type ReactNode, useState } from 'react';
import { useMessages } from '../../ui/locale.ts';

export interface ConfirmDialogProps {
  readonly title: string;
  readonly confirm: string;
  readonly children: ReactNode;
  readonly onConfirm: () => void;
  /** Called when the dialog is gone. */
  readonly onClose: () => void;
}

export function ConfirmDialog({ title, confirm, children, onConfirm, onClose }: ConfirmDialogProps) {
  const { cancel } = useMessages();
  const [open, setOpen] = useState(true);
  return (
    <Dialog.Root open={open} onOpenChange={setOpen} onOpenChangeComplete={(isOpen) => isOpen || onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="backdrop" />
        <Dialog.Popup className="dialog">
          <div className="dialog-head">
            <Dialog.Title className="dialog-title grow">{title}</Dialog.Title>
          </div>
          <div className="dialog-body">{children}</div>
          <div className="dialog-foot">
            <Dialog.Close className="button is-outlined">{cancel}</Dialog.Close>
            <button
              type="button"
              className="button is-primary"
              onClick={() => {
                onConfirm();
                setOpen(false);
              }}
            >
              {confirm}
            </button>
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
