/** Progress of undoing or redoing a large step. Closes by itself. */
import { Dialog } from '@base-ui/react/dialog';
import { useEffect, useRef, useState } from 'react';
import { useWorkspace } from '../../state/workspace.ts';
import type { Way } from '../../sync/history.ts';
import { ImportProgress } from './ImportProgress.tsx';
import { takeLargeStep } from './makeImport.ts';
import { useExchangeMessages } from './messages.ts';

export interface StepDialogProps {
  readonly way: Way;
  readonly onClose: () => void;
}

export function StepDialog({ way, onClose }: StepDialogProps) {
  const workspace = useWorkspace();
  const messages = useExchangeMessages();
  const [part, setPart] = useState(0);
  const isBegun = useRef(false);
  useEffect(() => {
    if (isBegun.current) return;
    isBegun.current = true;
    // A connection that is given up meanwhile has a message of its own.
    takeLargeStep(workspace, { way, onProgress: setPart })
      .catch(() => {})
      .finally(onClose);
  }, [workspace, way, onClose]);
  return (
    <Dialog.Root open>
      <Dialog.Portal>
        <Dialog.Backdrop className="backdrop" />
        <Dialog.Popup className="dialog exchange">
          <div className="dialog-head">
            <Dialog.Title className="dialog-title">{messages.step[way]}</Dialog.Title>
          </div>
          <ImportProgress label={messages.step[way]} part={part} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
