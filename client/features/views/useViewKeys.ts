/**
 * Shortcuts of the facilitators' views: Shift+V opens the list of viewpoints, Shift+L the lens, [ and ] step
 * to the previous and next viewpoint of its kind, Esc leads back. Pure but for the listener.
 */

import { useEffect } from 'react';
import { firstLens, stepFrom } from '../../state/stepping.ts';
import { useViews, type Views, viewAs } from '../../state/views.ts';
import type { BoardStore } from '../../sync/store.ts';
import type { KeyPress } from '../../ui/keyPress.ts';

export type ViewKey = 'view-as' | 'lens' | 'back' | 'back-at-once' | 'next' | 'previous';

/** What a key press asks for; null for nothing of ours. Letters and brackets go by their place on the keyboard. */
export function viewKey({ code, ctrlKey, metaKey, shiftKey, altKey }: KeyPress): ViewKey | null {
  if (ctrlKey || metaKey || altKey) return null;
  if (code === 'Escape') return shiftKey ? 'back-at-once' : 'back';
  if (shiftKey) return code === 'KeyV' ? 'view-as' : code === 'KeyL' ? 'lens' : null;
  if (code === 'BracketRight') return 'next';
  return code === 'BracketLeft' ? 'previous' : null;
}

const TYPING =
  'input, textarea, select, [contenteditable="true"], [role="menu"], [role="listbox"], [role="dialog"]';

export function useViewKeys(store: BoardStore): void {
  const views = useViews();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const key = viewKey(event);
      if (key === null || event.defaultPrevented || event.isComposing) return;
      const target = event.target instanceof Element ? event.target : document.body;
      if (key !== 'back-at-once' && target.closest(TYPING) !== null) return;
      if (carryOut(key, { views, store })) event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [views, store]);
}

/** Whether the key was of use. */
function carryOut(key: ViewKey, { views, store }: { views: Views; store: BoardStore }): boolean {
  const { viewing, lens, why } = views.getState();
  switch (key) {
    case 'view-as':
      views.setState({ picking: 'view' });
      return true;
    case 'lens':
      if (viewing !== null) return false;
      views.setState({ lens: lens === null ? firstLens(store.nodes.values()) : null });
      return true;
    case 'next':
    case 'previous': {
      const from = viewing ?? lens?.a ?? null;
      const to = from && stepFrom(store.nodes.values(), { from, by: key === 'next' ? 1 : -1 });
      if (!to) return false;
      if (viewing !== null) viewAs(views, to);
      else if (lens !== null) views.setState({ lens: { ...lens, a: to } });
      return true;
    }
    case 'back':
    case 'back-at-once':
      if (viewing !== null) viewAs(views, null);
      else if (why !== null) views.setState({ why: null, path: [] });
      else if (lens !== null) views.setState({ lens: null });
      else return false;
      return true;
  }
}
