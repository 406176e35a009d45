/** Toasts: short messages that disappear by themselves. `Toasts` shows them. */
import { Toast } from '@base-ui/react/toast';

interface ToastAction {
  readonly label: string;
  readonly run: () => void;
}

export interface ToastOptions {
  readonly action?: ToastAction;
  /** A toast of the same key replaces the one before. */
  readonly key?: string;
}

export const toasts = Toast.createToastManager();

export function toast(sentence: string, { action, key }: ToastOptions = {}): void {
  toasts.add({
    title: sentence,
    timeout: 6_000,
    ...(key === undefined ? {} : { id: key }),
    ...(action === undefined
      ? {}
      : {
          actionProps: {
            children: action.label,
            onClick: () => action.run(),
          },
        }),
  });
}
