/** Drop and paste target of the import: takes dropped and pasted files, and text that is a file's. */
import { useEffect, useState } from 'react';
import { usePanels } from '../../state/panels.ts';
import { canCreate } from '../../state/rights.ts';
import { useWorkspace } from '../../state/workspace.ts';
import { useMessages } from '../../ui/locale.ts';
import './dropTarget.css';

const BUSY = '[role="dialog"]';
const FIELDS = 'input, textarea, select, [contenteditable="true"]';

export function DropTarget() {
  const { rights } = useWorkspace();
  const panels = usePanels();
  const { exchange } = useMessages();
  const [isOver, setOver] = useState(false);
  const may = canCreate(rights);
  useEffect(() => {
    if (!may) return;
    // A paste has to be judged at once. Until the registry has come, right after the page, text becomes a note.
    let isPastedFile = (_text: string) => false;
    import('../../../shared/exchange/formats.ts').then(
      (formats) => {
        isPastedFile = formats.isPastedFile;
      },
      () => {},
    );
    const open = (files: readonly File[]) => panels.setState({ exchange: { type: 'import', files } });
    const isFree = () => document.querySelector(BUSY) === null;
    const brings = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files') === true;
    const onOver = (event: DragEvent) => {
      if (!brings(event)) return;
      // Everywhere: a file that misses would otherwise replace the page.
      event.preventDefault();
      if (isFree()) setOver(true);
    };
    const onLeave = ({ relatedTarget }: DragEvent) => {
      if (relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent) => {
      setOver(false);
      if (!brings(event)) return;
      event.preventDefault();
      const files = [...(event.dataTransfer?.files ?? [])];
      if (isFree() && files.length > 0) open(files);
    };
    const onPaste = (event: ClipboardEvent) => {
      const { target, clipboardData } = event;
      if (!isFree() || (target instanceof Element && target.closest(FIELDS) !== null)) return;
      const files = [...(clipboardData?.files ?? [])].filter(({ type }) => !type.startsWith('image/'));
      const text = clipboardData?.getData('text/plain') ?? '';
      if (files.length === 0 && !isPastedFile(text)) return;
      // Otherwise it becomes a note.
      event.preventDefault();
      open(files.length > 0 ? files : [new File([text], exchange.pasted, { type: 'text/plain' })]);
    };
    document.addEventListener('dragover', onOver);
    document.addEventListener('dragleave', onLeave);
    document.addEventListener('drop', onDrop);
    document.addEventListener('paste', onPaste, true);
    return () => {
      document.removeEventListener('dragover', onOver);
      document.removeEventListener('dragleave', onLeave);
      document.removeEventListener('drop', onDrop);
      document.removeEventListener('paste', onPaste, true);
    };
  }, [may, panels, exchange]);
  return isOver ? <div className="drop-veil">{exchange.dropHere}</div> : null;
}
