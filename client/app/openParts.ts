/**
 * Publishes which panels are open as `data-open` on the board's frame (`data-open="inspector lens"`), for
 * style sheets whose parts make room for others. A `:has()` selector would do the same, but the browser then
 * searches the whole canvas at each change within it: a fifth of every frame of a drag with a thousand nodes.
 */
const PARTS = ['outline', 'inspector', 'why', 'lens', 'view-banner', 'reveal-panel', 'checks-panel'];

/** Observes the frame and its canvas, whose direct children the panels are. Returns what ends it. */
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
