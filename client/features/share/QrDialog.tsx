/** The QR code of one link, to be scanned from the screen. */
import { DialogFrame } from '../../ui/DialogFrame.tsx';
import { useShareMessages } from './messages.ts';
import { QrCode } from './QrCode.tsx';

export interface QrDialogProps {
  readonly name: string;
  readonly url: string;
  readonly onClose: () => void;
}

export default function QrDialog({ name, url, onClose }: QrDialogProps) {
  const share = useShareMessages();
  return (
    <DialogFrame
      title={<bdi>{share.qrTitle(name)}</bdi>}
      hint={share.qrHint}
      className="is-narrow"
      onClose={onClose}
    >
      <div className="dialog-body qr-body">
        <QrCode text={url} label={share.qr(name)} size={280} />
      </div>
    </DialogFrame>
  );
}
