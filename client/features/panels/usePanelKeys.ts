/** Shortcuts of the panels: search, palette, outline, tidying up. They work wherever the focus is. */

import { useEffect } from 'react';
import type { Panels } from '../../state/panels.ts';
import type { KeyPress } from '../../ui/keyPress.ts';

export type PanelKey = 'search' | 'palette' | 'outline' | 'tidy';

/** What a key press asks for; null for nothing of ours. */
export function panelKey({ code, ctrlKey, metaKey, shiftKey, altKey }: KeyPress): PanelKey | null {
  const mod = ctrlKey || metaKey;
  if (altKey) return null;
  if (mod && !shiftKey && code === 'KeyF') return 'search';
  if (mod && !shiftKey && code === 'KeyK') return 'palette';
  if (mod && shiftKey && code === 'KeyL') return 'outline';
  return !mod && shiftKey && code === 'KeyT' ? 'tidy' : null;
}

const TYPING = 'input, textarea, select, [contenteditable="true"], [role="menu"], [role="listbox"]';

export function usePanelKeys(panels: Panels, onTidy: () => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const key = panelKey(event);
      if (key === null) return;
      const target = event.target instanceof Element ? event.target : document.body;
      // What is open over the page keeps its keys; the palette's own closes it again.
      if (target.closest('[role="dialog"]') !== null && !panels.getState().palette) return;
      if (key === 'tidy') {
        if (target.closest(TYPING) !== null) return;
        onTidy();
      } else if (key === 'search') {
        panels.setState({ search: true, palette: false });
        document.querySelector<HTMLInputElement>('.search-panel input')?.select();
      } else panels.setState((state) => ({ [key]: !state[key] }));
      event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [panels, onTidy]);
}
