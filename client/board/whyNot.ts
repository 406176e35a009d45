/** Says why an element that somebody tried to change is not offered for changing. */
import { currentMessages } from '../ui/locale.ts';
import { toast } from '../ui/toast.ts';
import type { Rights } from './rights.ts';

export function tellWhyNot(rights: Rights, element: { readonly locked: boolean }): void {
  const { canvas, refusals, session } = currentMessages();
  toast(sentence(), { key: 'why-not' });

  function sentence(): string {
    if (rights.viewing && rights.edits !== true) return canvas.viewing;
    if (rights.role === 'viewer') return canvas.viewer;
    if (rights.locked) return session.boardLocked;
    return element.locked ? refusals.locked : canvas.notAllowed;
  }
}
