/** The list of keys. */
import { Dialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { useMessages } from '../ui/locale.ts';

export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }) {
  const { shortcuts, close } = useMessages();
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="backdrop" />
        <Dialog.Popup className="dialog">
          <div className="dialog-head">
            <Dialog.Title className="dialog-title grow">{shortcuts.title}</Dialog.Title>
            <Dialog.Close className="icon-button" aria-label={close}>
              <X size={18} aria-hidden="true" />
            </Dialog.Close>
          </div>
          <dl className="dialog-body shortcut-list">
            {shortcuts.rows.map(([keys, what]) => (
              <div key={keys}>
                <dt>{what}</dt>
                <dd>
                  <kbd>{keys}</kbd>
                </dd>
              </div>
            ))}
          </dl>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
