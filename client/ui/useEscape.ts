/**
 * Handles Escape for panels that are not modal. Order: fields that use the key, popups above the panel, the
 * panel, and last the canvas, which listens on the window.
 */
import { type RefObject, useEffect, useRef } from 'react';

const POPUPS = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]';
const FIELDS = 'input, textarea, [contenteditable="true"]';

/**
 * Where else the key is heard besides within the panel, popups left out: nowhere, outside of text fields, or
 * everywhere.
 */
export type Reach = 'within' | 'board' | 'anywhere';

/** Whether Escape pressed at the target belongs to the panel `own`. */
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
