/**
 * Escape for what stands over the board without taking the focus for itself alone. Fields that make use of the key
 * come first, and so do popups above; the canvas, which listens on the window, comes after.
 */
import { type RefObject, useEffect, useRef } from 'react';

const POPUPS = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]';
const FIELDS = 'input, textarea, [contenteditable="true"]';

/** From where the key is heard besides from within: from nowhere, from wherever nobody types, or from anywhere. */
export type Reach = 'within' | 'board' | 'anywhere';

/** Whether Escape, pressed at the target, is for what stands at `own`. */
function isFor(own: Element, { target, reach }: { target: Element; reach: Reach }): boolean {
  if (own.contains(target)) return true;
  if (reach === 'within' || target.closest(POPUPS) !== null) return false;
  return reach === 'anywhere' || target.closest(FIELDS) === null;
}

export function useEscape(
  own: RefObject<Element | null>,
  { reach, onEscape }: { readonly reach: Reach; readonly onEscape: () => void },
): void {
  const leave = useRef(onEscape);
  useEffect(() => {
    leave.current = onEscape;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
      const target = event.target instanceof Element ? event.target : document.body;
      if (own.current === null || !isFor(own.current, { target, reach })) return;
      event.preventDefault();
      leave.current();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [own, reach]);
}
