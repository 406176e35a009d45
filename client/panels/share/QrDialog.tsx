/** The QR code of one link, to be scanned from the screen. */
import { Dialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { useMessages } from '../../ui/locale.ts';
import { useSharing } from '../../ui/messages/sharing.ts';
import { QrCode } from './QrCode.tsx';

export interface QrDialogProps {
  readonly name: string;
  readonly url: string;
  readonly onClose: () => void;
}

export default function QrDialog({ name, url, onClose }: QrDialogProps) {
  const share = useSharing();
  const { close } = useMessages();
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="backdrop" />
        <Dialog.Popup className="dialog is-narrow">
          <div className="dialog-head">
            <div className="grow">
              <Dialog.Title className="dialog-title">
                <bdi>{share.qrTitle(name)}</bdi>
              </Dialog.Title>
              <Dialog.Description className="dialog-hint">{share.qrHint}</Dialog.Description>
            </div>
            <Dialog.Close className="icon-button" aria-label={close}>
              <X size={18} aria-hidden="true" />
            </Dialog.Close>
          </div>
          <div className="dialog-body qr-body">
            <QrCode text={url} label={share.qr(name)} size={280} />
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
