/**
 * Asks before something changes what people see: says who would gain and lose which elements, and does it when
 * it is confirmed. Facilitators' pages only, since they alone have the whole board.
 */
import { Dialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { useState } from 'react';
import type { PreviewRequest } from '../../../state/previewRequest.ts';
import { useWorkspace } from '../../../state/workspace.ts';
import { Button } from '../../../ui/Button.tsx';
import { useMessages } from '../../../ui/locale.ts';
import { useViewsMessages } from '../messages.ts';
import { PreviewList } from './PreviewList.tsx';
import { usePreview } from './usePreview.ts';

export interface PreviewDialogProps extends PreviewRequest {
  /** Called when the dialog is gone, confirmed or not. */
  readonly onClose: () => void;
}

export default function PreviewDialog(props: PreviewDialogProps) {
  const { title, edits, confirm, onConfirm, nameOf, children, onClose } = props;
  const { store, visibilityWorker } = useWorkspace();
  const { close, cancel } = useMessages();
  const { preview } = useViewsMessages();
  const [open, setOpen] = useState(true);
  const changes = usePreview(visibilityWorker, edits);
  return (
    <Dialog.Root open={open} onOpenChange={setOpen} onOpenChangeComplete={(isOpen) => isOpen || onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="backdrop" />
        <Dialog.Popup className="dialog preview-dialog">
          <div className="dialog-head">
            <Dialog.Title className="dialog-title grow">{title}</Dialog.Title>
            <Dialog.Close className="icon-button" aria-label={close}>
              <X size={18} aria-hidden="true" />
            </Dialog.Close>
          </div>
          <div className="dialog-body">
            {children}
            {changes === null ? (
              <p className="empty" role="status">
                {preview.working}
              </p>
            ) : (
              <PreviewList store={store} changes={changes} {...(nameOf !== undefined && { nameOf })} />
            )}
          </div>
          <div className="dialog-foot">
            <Dialog.Close className="button is-outlined">{cancel}</Dialog.Close>
            <Button
              look="primary"
              whyNot={changes === null ? preview.working : null}
              onClick={() => {
                onConfirm();
                setOpen(false);
              }}
            >
              {confirm ?? preview.apply}
            </Button>
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
