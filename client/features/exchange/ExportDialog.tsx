/** Export dialog: of what, and in which format. */
import { Dialog } from '@base-ui/react/dialog';
import { Download, X } from 'lucide-react';
import { useId, useMemo, useState } from 'react';
import type { FilePart } from '../../../shared/exchange/fileFormat.ts';
import { WRITABLE_FORMATS, type WritableFormat } from '../../../shared/exchange/formats.ts';
import { isFacilitator } from '../../state/rights.ts';
import { useWorkspace } from '../../state/workspace.ts';
import { Button } from '../../ui/Button.tsx';
import { useMessages } from '../../ui/locale.ts';
import { toast } from '../../ui/toast.ts';
import { PICTURE_FORMATS, type PictureFormat } from '../images/pictureFormats.ts';
import { fileName, saveFile } from '../images/saveFile.ts';
import { contentOf } from './contentOf.ts';
import { exportFile } from './exportFile.ts';
import { useExchangeMessages } from './messages.ts';

type FormatChoice = WritableFormat | PictureFormat;
const CHOICES: readonly FormatChoice[] = [...WRITABLE_FORMATS, ...PICTURE_FORMATS];

export function ExportDialog({ onClose }: { readonly onClose: () => void }) {
  const workspace = useWorkspace();
  const { store, ui, rights } = workspace;
  const messages = useExchangeMessages();
  const { close, start, images } = useMessages();
  const [open, setOpen] = useState(true);
  const [format, setFormat] = useState<FormatChoice>(WRITABLE_FORMATS[0] ?? PICTURE_FORMATS[0]);
  const selection = ui.getState().selection;
  const part = useMemo(() => contentOf(store, selection), [store, selection]);
  const all = useMemo(() => contentOf(store, null), [store]);
  const [isSelection, setSelection] = useState(part.nodes.length > 1);
  const group = useId();
  const content = isSelection ? part : all;
  const writing = 'write' in format ? format.write : null;
  const download = async (table: FilePart) => {
    try {
      if ('write' in format) {
        const name = fileName(store.title || start.untitled);
        const { text, type, name: whole } = exportFile(content, { format, part: table, name });
        saveFile(new Blob([text], { type: `${type};charset=utf-8` }), whole);
      } else {
        const { saveImage } = await import('../images/saveImage.ts');
        await saveImage(workspace, { format: format.id, ids: isSelection ? selection : null });
      }
      if (!writing?.isPair) setOpen(false);
    } catch {
      toast(writing === null ? images.failed : messages.export.failed, { key: 'export' });
    }
  };
  const whyNot = content.nodes.length === 0 ? messages.export.empty : null;
  return (
    <Dialog.Root open={open} onOpenChange={setOpen} onOpenChangeComplete={(isOpen) => isOpen || onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="backdrop" />
        <Dialog.Popup className="dialog exchange">
          <div className="dialog-head">
            <div className="grow">
              <Dialog.Title className="dialog-title">{messages.export.title}</Dialog.Title>
              <Dialog.Description className="dialog-hint">{messages.export.hint}</Dialog.Description>
            </div>
            <Dialog.Close className="icon-button" aria-label={close}>
              <X size={18} aria-hidden="true" />
            </Dialog.Close>
          </div>
          <div className="dialog-body">
            {part.nodes.length > 0 && (
              <fieldset className="export-what">
                <legend>{messages.export.what}</legend>
                {[false, true].map((one) => (
                  <label key={String(one)} className="import-check">
                    <input
                      type="radio"
                      name={`${group} what`}
                      checked={isSelection === one}
                      onChange={() => setSelection(one)}
                    />
                    <span>
                      {one
                        ? messages.export.selection(messages.both(part.nodes.length, part.links.length))
                        : messages.export.all(messages.both(all.nodes.length, all.links.length))}
                    </span>
                  </label>
                ))}
              </fieldset>
            )}
            <fieldset className="export-formats">
              <legend>{messages.export.format}</legend>
              <div className="export-grid">
                {CHOICES.map((one) => (
                  <label key={one.id} className="choice">
                    <input
                      type="radio"
                      name={`${group} format`}
                      checked={format === one}
                      onChange={() => setFormat(one)}
                    />
                    <span>
                      <b>{one.label}</b>
                      <small>{messages.export.hints[one.id]}</small>
                    </span>
                  </label>
                ))}
              </div>
            </fieldset>
            <p className="export-note" role="status">
              {whyNot !== null
                ? whyNot
                : writing?.isGoverned && isFacilitator(rights)
                  ? messages.export.governed
                  : writing?.isTooLarge?.(content)
                    ? messages.export.large
                    : ''}
            </p>
          </div>
          <div className="dialog-foot is-sticky">
            {writing?.isPair && (
              <Button look="outlined" whyNot={whyNot} onClick={() => void download('links')}>
                {messages.export.downloadLinks}
              </Button>
            )}
            <Button look="primary" whyNot={whyNot} onClick={() => void download('nodes')}>
              <Download size={15} aria-hidden="true" />
              {writing?.isPair ? messages.export.downloadNodes : messages.export.download}
            </Button>
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
