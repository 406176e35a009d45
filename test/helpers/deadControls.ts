/**
 * Clicks every control of some part of a page and tells of those that do nothing: whatever can be clicked changes
 * something that can be seen or heard, and whatever cannot be used says why where a keyboard and a screen reader
 * find it.
 */
import type { Locator, Page } from '@playwright/test';
import { expect, untilItWorks } from './browserTest.ts';

export interface Part {
  readonly name: string;
  readonly selector: string;
  /** Brings the part about anew before each click. */
  readonly before?: () => Promise<void>;
  /** Opens it, where it stands over the page; tried again where something took longer than `timeout`. */
  readonly open?: (timeout: number) => Promise<void>;
}

/** Deleting is tested where something is to be lost, the other language where it is read. */
const SKIPPED = /^(Delete$|Remove |فارسی)/;
const CONTROLS = ':is(button, a[href], [role^="menuitem"]):visible';
/** What says that something was done goes by itself. */
const POPUPS = '[role="dialog"]:not(.toast), [role="menu"], [role="listbox"], .backdrop';

/** A control that has changed nothing by then is dead. */
const DONE_MS = 15_000;

/** What is on the page, but for what changes by itself. */
function look(page: Page): Promise<string> {
  return page.evaluate(() => {
    const view = document.querySelector('.react-flow__viewport')?.getAttribute('style') ?? '';
    const html = document.body.innerHTML
      .replace(/<div class="tooltip".*?<\/div>/g, '')
      .replace(/ (id|aria-\w+by|aria-controls|style|data-(?!state|level|tool|theme)[\w-]+)="[^"]*"/g, '');
    // The focus on what was clicked is no answer; where it has been led on, it is.
    const led = document.activeElement?.closest('input, textarea, .react-flow__node, .canvas')?.outerHTML;
    return `${view} ${html} ${led?.slice(0, 200)} ${location.href}`;
  });
}

/** Whether it is chosen already, and why it cannot be used; null where it can. */
function told(button: Locator): Promise<{ chosen: boolean; whyNot: string | null }> {
  return button.evaluate((element) => {
    const described = (at: Element | null): string =>
      [
        at?.getAttribute('aria-description'),
        ...(at?.getAttribute('aria-describedby')?.split(' ') ?? []).map(
          (id) => document.getElementById(id)?.textContent,
        ),
      ]
        .join('')
        .trim();
    const is = (name: string) => element.getAttribute(name) === 'true';
    const unusable = element.matches(':disabled') || is('aria-disabled');
    // A group that cannot be used as a whole says it once. What is out of the keyboard's reach must be in such a group.
    const group = element.closest('[role="radiogroup"], [role="group"]');
    const hint = element.querySelector('.menu-hint')?.textContent ?? '';
    const own = element.matches(':disabled') ? '' : described(element) || hint;
    return {
      chosen: is('aria-pressed') || is('aria-checked') || is('aria-selected'),
      whyNot: unusable ? own || described(group) : null,
    };
  });
}

export async function deadControls(page: Page, parts: readonly Part[]): Promise<string[]> {
  const dead: string[] = [];
  // A file that is saved or asked for shows nowhere on the page.
  let files = 0;
  page.on('download', () => {
    files += 1;
  });
  page.on('filechooser', () => {
    files += 1;
  });
  const over = page.locator(POPUPS);
  const closeTop = async () => {
    const popups = await over.evaluateAll((elements) =>
      elements.map((element) => ({
        html: element.outerHTML.slice(0, 200),
        isClosing: element.closest('[data-closed]') !== null,
      })),
    );
    // While one closes, another Escape would go on to what lies beneath.
    if (popups.some(({ isClosing }) => !isClosing)) await page.keyboard.press('Escape');
    expect(popups.map(({ html }) => html)).toEqual([]);
  };
  // What came late may lie over another: one after the other, from wherever the focus is.
  const closeAll = () => untilItWorks(closeTop);
  for (const { name: part, selector, before, open } of parts) {
    const done = new Set<string>();
    for (;;) {
      await before?.();
      const buttons = page.locator(`${selector} ${CONTROLS}`);
      // What the control before has opened may come late, and lie over this part or take its place.
      const bring = async (timeout: number) => {
        if (open === undefined) return closeAll();
        await closeTop();
        await open(timeout);
        await buttons.first().waitFor({ timeout });
      };
      if (open !== undefined) await untilItWorks(bring);
      // By name: what was clicked may have brought others, or taken some away.
      const names = await buttons.evaluateAll((elements) =>
        elements.map((element) => (element.getAttribute('aria-label') ?? element.textContent ?? '').trim()),
      );
      expect(names.length, part).toBeGreaterThan(0);
      const index = names.findIndex((name) => !done.has(name));
      if (index < 0) break;
      const name = names[index] ?? '';
      done.add(name);
      const button = buttons.nth(index);
      const { chosen, whyNot } = await told(button);
      if (name === '') dead.push(`${part}: a control without a name`);
      if (whyNot === '') dead.push(`${part}: ${name} does not say why not`);
      if (chosen || whyNot !== null || SKIPPED.test(name)) continue;
      const seen = `${files} ${await look(page)}`;
      let isThere = open !== undefined;
      await untilItWorks(async (timeout) => {
        if (!isThere) await bring(timeout);
        isThere = false;
        await button.click({ timeout });
      });
      const changes = expect
        .poll(async () => `${files} ${await look(page)}`, { intervals: [30, 60, 100], timeout: DONE_MS })
        .not.toBe(seen);
      if (!(await changes.then(() => true).catch(() => false))) dead.push(`${part}: ${name}`);
      await closeAll();
    }
  }
  return dead;
}
