/**
 * Roving focus (WAI-ARIA: "roving tabindex"): in a bar or group that is one stop of the Tab key, arrow keys, Home and End
 * go from button to button. Base UI's Toolbar knows neither Home and End nor a tab stop that follows the tool in hand,
 * and would add 5 kB to the page's first load.
 */
import type { KeyboardEvent } from 'react';

export interface RovingPosition {
  readonly at: number;
  readonly count: number;
  readonly rtl: boolean;
}

/** Which of `count` buttons comes after a key; null for none of these keys. Both axes serve, as a bar may stand or lie. */
export function nextButton(key: string, { at, count, rtl }: RovingPosition): number | null {
  const onwards = rtl ? 'ArrowLeft' : 'ArrowRight';
  if (key === 'ArrowDown' || key === onwards) return (at + 1) % count;
  if (key === 'ArrowUp' || key === 'ArrowLeft' || key === 'ArrowRight') return (at - 1 + count) % count;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : null;
}

/** Handles the keys of a bar: focuses the next button that can be used. Keys with a modifier pass. */
export function roveFocus(event: KeyboardEvent<HTMLElement>): void {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('button:not(:disabled)')];
  const at = buttons.indexOf(event.target as HTMLElement);
  if (at < 0) return;
  const rtl = document.documentElement.dir === 'rtl';
  const to = nextButton(event.key, { at, count: buttons.length, rtl });
  if (to === null) return;
  buttons[to]?.focus();
  event.preventDefault();
}
