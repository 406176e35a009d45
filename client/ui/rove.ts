/** Arrow keys, Home and End go from button to button of a bar that is one stop of the Tab key. */
import type { KeyboardEvent } from 'react';

/** Which button comes after a key; null for none of these keys. Both directions serve, as the bar may stand or lie. */
function next(key: string, { at, count, rtl }: { at: number; count: number; rtl: boolean }): number | null {
  const onwards = rtl ? 'ArrowLeft' : 'ArrowRight';
  if (key === 'ArrowDown' || key === onwards) return (at + 1) % count;
  if (key === 'ArrowUp' || key === 'ArrowLeft' || key === 'ArrowRight') return (at - 1 + count) % count;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : null;
}

export function rove(event: KeyboardEvent<HTMLElement>): void {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('button:not(:disabled)')];
  const at = buttons.indexOf(event.target as HTMLElement);
  if (at < 0) return;
  const rtl = document.documentElement.dir === 'rtl';
  const to = next(event.key, { at, count: buttons.length, rtl });
  if (to === null) return;
  buttons[to]?.focus();
  event.preventDefault();
}
