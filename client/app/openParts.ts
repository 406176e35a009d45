/**
 * Says on the middle of the board which parts lie over or beside the canvas (`data-open="inspector lens"`), so that
 * styles let the others make room. `:has()` would tell the same, and have the browser look through the whole canvas
 * at each change within it: with a thousand nodes that was a fifth of every frame of a drag.
 */
const PARTS = ['outline', 'inspector', 'why', 'lens', 'view-banner', 'reveal-panel', 'checks-panel'];

/** Begins for an element and its canvas, whose own children the parts are. Answers what ends it. */
export function nameOpenParts(middle: HTMLElement | null): (() => void) | undefined {
  if (middle === null) return undefined;
  const homes = [middle, ...middle.querySelectorAll(':scope > .board-canvas')];
  const name = () => {
    const children = homes.flatMap((home) => [...home.children]);
    const open = PARTS.filter((part) => children.some((child) => child.classList.contains(part)));
    middle.dataset['open'] = open.join(' ');
  };
  const observer = new MutationObserver(name);
  for (const home of homes) observer.observe(home, { childList: true });
  name();
  return () => observer.disconnect();
}
