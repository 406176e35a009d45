/** Asks before something that cannot be taken back, in a dialog over the dialog. */
import { AlertDialog } from '@base-ui/react/alert-dialog';
import type { ReactNode } from 'react';
import { useMessages } from '../../ui/locale.ts';

export interface QuestionProps {
  readonly title: string;
  readonly hint: string;
  /** What the button that does it says. */
  readonly act: string;
  readonly onAct: () => void;
  readonly trigger: ReactNode;
  readonly children?: ReactNode;
}

export function Question({ title, hint, act, onAct, trigger, children }: QuestionProps) {
  const { cancel } = useMessages();
  return (
    <AlertDialog.Root>
      {trigger}
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="backdrop" />
        <AlertDialog.Popup className="dialog is-narrow">
          <div className="dialog-head">
            <div className="grow">
              <AlertDialog.Title className="dialog-title">
                <bdi>{title}</bdi>
              </AlertDialog.Title>
              <AlertDialog.Description className="dialog-hint">{hint}</AlertDialog.Description>
            </div>
          </div>
          {children !== undefined && <div className="dialog-body">{children}</div>}
          <div className="dialog-foot">
            <AlertDialog.Close className="button is-outlined">{cancel}</AlertDialog.Close>
            <AlertDialog.Close className="button is-primary" onClick={onAct}>
              {act}
            </AlertDialog.Close>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
