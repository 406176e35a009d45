/** Shows toasts at the top of the page. */
import { Toast } from '@base-ui/react/toast';
import { X } from 'lucide-react';
import { useMessages } from './locale.ts';
import { toasts } from './toast.ts';
import './toasts.css';

export function Toasts() {
  return (
    <Toast.Provider toastManager={toasts} limit={3}>
      <Toast.Portal>
        <Toast.Viewport className="toasts">
          <ToastList />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

function ToastList() {
  const { toasts: shown } = Toast.useToastManager();
  const { close } = useMessages();
  return shown.map((item) => (
    <Toast.Root key={item.id} toast={item} className="toast" swipeDirection="up">
      <Toast.Title className="toast-title" />
      {item.actionProps !== undefined && <Toast.Action className="toast-action" />}
      <Toast.Close className="toast-close" aria-label={close}>
        <X size={14} aria-hidden="true" />
      </Toast.Close>
    </Toast.Root>
  ));
}
