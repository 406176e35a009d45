/** Import dialog: choose files, see what they will be, put them on the board. */
import { Dialog } from '@base-ui/react/dialog';
import { FileUp, TriangleAlert, X } from 'lucide-react';
import { type DragEvent, useEffect, useId, useRef, useState } from 'react';
import { acceptedExtensions } from '../../../shared/exchange/formats.ts';
import { useMessages } from '../../ui/locale.ts';
import { ImportPreview } from './ImportPreview.tsx';
import { ImportProgress } from './ImportProgress.tsx';
import { useExchangeMessages } from './messages.ts';
import { type Importing, type ImportStage, useImport } from './useImport.ts';

export interface ImportDialogProps {
  readonly files: readonly File[];
  readonly onClose: () => void;
}

export function ImportDialog({ files, onClose }: ImportDialogProps) {
  const messages = useExchangeMessages();
  const { close } = useMessages();
  const [open, setOpen] = useState(true);
  const importing = useImport(() => setOpen(false));
  const { stage } = importing;
  const begin = useRef(importing.open);
  useEffect(() => begin.current(files), [files]);
  const isMaking = stage.at === 'making' || stage.at === 'laying';
  return (
    <Dialog.Root
      open={open}
      // What is being made is ended by its own button, never by a stray click or key.
      onOpenChange={(isOpen) => (isMaking && !isOpen ? undefined : setOpen(isOpen))}
      onOpenChangeComplete={(isOpen) => isOpen || onClose()}
    >
      <Dialog.Portal>
        <Dialog.Backdrop className="backdrop" />
        <Dialog.Popup className="dialog exchange">
          <div className="dialog-head">
            <div className="grow">
              <Dialog.Title className="dialog-title">{messages.import.title}</Dialog.Title>
              <Dialog.Description className="dialog-hint">{messages.import.hint}</Dialog.Description>
            </div>
            {!isMaking && (
              <Dialog.Close className="icon-button" aria-label={close}>
                <X size={18} aria-hidden="true" />
              </Dialog.Close>
            )}
          </div>
          <Stage stage={stage} importing={importing} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Stage({ stage, importing }: { readonly stage: ImportStage; readonly importing: Importing }) {
  const messages = useExchangeMessages();
  switch (stage.at) {
    case 'choose':
      return <ChooseFiles onFiles={importing.open} />;
    case 'reading':
      return <ImportProgress label={messages.import.reading} part={null} onCancel={importing.cancel} />;
    case 'laying':
      return <ImportProgress label={messages.import.laying} part={null} onCancel={importing.cancel} />;
    case 'refused':
      return (
        <div className="dialog-body">
          <div className="import-refused" role="alert">
            <TriangleAlert size={18} aria-hidden="true" />
            <div>
              <strong>{messages.refusals[stage.code][0]}</strong>
              <p>{messages.refusals[stage.code][1]}</p>
              <p className="import-detail">
                <bdi>{stage.file}</bdi>
                {stage.line !== null && ` · ${messages.import.atLine(stage.line)}`}
                {stage.what !== '' && (
                  <>
                    {' · '}
                    <bdi dir="auto">{stage.what}</bdi>
                  </>
                )}
              </p>
            </div>
          </div>
          <ChooseFiles onFiles={importing.open} />
        </div>
      );
    case 'preview':
      return <ImportPreview stage={stage} importing={importing} />;
    case 'making':
      return (
        <ImportProgress
          label={stage.isUndoing ? messages.import.undoing : messages.import.making(stage.what)}
          part={stage.part}
          {...(!stage.isUndoing && { onCancel: importing.cancel })}
        />
      );
  }
}

function ChooseFiles({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }) {
  const messages = useExchangeMessages();
  const input = useRef<HTMLInputElement>(null);
  const hint = useId();
  const [isOver, setOver] = useState(false);
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onFiles([...event.dataTransfer.files]);
  };
  return (
    <div className="dialog-body">
      <input
        ref={input}
        className="visually-hidden"
        type="file"
        accept={acceptedExtensions()}
        multiple
        tabIndex={-1}
        aria-hidden="true"
        data-testid="import-files"
        onChange={({ target }) => {
          onFiles([...(target.files ?? [])]);
          target.value = '';
        }}
      />
      <fieldset
        aria-label={messages.import.title}
        className={`import-drop ${isOver ? 'is-over' : ''}`}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
      >
        <FileUp size={28} strokeWidth={1.5} aria-hidden="true" />
        <button
          type="button"
          className="button is-primary"
          aria-describedby={hint}
          onClick={() => input.current?.click()}
        >
          {messages.import.choose}
        </button>
        <p id={hint}>{messages.import.drop}</p>
        <p className="import-takes">{messages.import.takes}</p>
      </fieldset>
    </div>
  );
}
