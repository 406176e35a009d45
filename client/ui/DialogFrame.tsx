/**
 * A dialog with title, hint and close button. Its children are the body and foot (`dialog-body`,
 * `dialog-foot`).
 */
import { Dialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useMessages } from './locale.ts';

export interface DialogFrameProps {
  readonly title: ReactNode;
  readonly hint?: ReactNode;
  /** Added to `dialog`. */
  readonly className?: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

export function DialogFrame({ title, hint, className = '', onClose, children }: DialogFrameProps) {
  const { close } = useMessages();
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="backdrop" />
        <Dialog.Popup className={`dialog ${className}`}>
          <div className="dialog-head">
            <div className="grow">
              <Dialog.Title className="dialog-title">{title}</Dialog.Title>
              {hint !== undefined && <Dialog.Description className="dialog-hint">{hint}</Dialog.Description>}
            </div>
            <Dialog.Close className="icon-button" aria-label={close}>
              <X size={18} aria-hidden="true" />
            </Dialog.Close>
          </div>
          {children}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
