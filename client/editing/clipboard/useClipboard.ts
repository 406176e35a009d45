/** Handles the browser's clipboard events while no text field or text selection uses them. */
import { useReactFlow } from '@xyflow/react';
import { useEffect } from 'react';
import type { Workspace } from '../../state/workspace.ts';
import { copyText, paste, removeCut } from './boardClipboard.ts';

const ELSEWHERE = 'input, textarea, select, [contenteditable="true"], [role="dialog"], [role="listbox"]';

function isForBoard({ target, defaultPrevented }: ClipboardEvent): boolean {
  if (defaultPrevented) return false;
  const element = target instanceof Element ? target : document.activeElement;
  return element === null || element.closest(ELSEWHERE) === null;
}

export function useClipboard(workspace: Workspace): void {
  const flow = useReactFlow();
  useEffect(() => {
    const onCopy = (event: ClipboardEvent) => {
      if (!isForBoard(event) || document.getSelection()?.isCollapsed === false) return;
      const text = copyText(workspace);
      if (text === null) return;
      event.clipboardData?.setData('text/plain', text);
      event.preventDefault();
      if (event.type === 'cut') removeCut(workspace);
    };
    const onPaste = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (!isForBoard(event) || text === '') return;
      event.preventDefault();
      paste(workspace, { text, flow, pointer: workspace.presence.self.cursor ?? null });
    };
    document.addEventListener('copy', onCopy);
    document.addEventListener('cut', onCopy);
    document.addEventListener('paste', onPaste);
    return () => {
      document.removeEventListener('copy', onCopy);
      document.removeEventListener('cut', onCopy);
      document.removeEventListener('paste', onPaste);
    };
  }, [workspace, flow]);
}
