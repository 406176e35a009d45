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

interface Control {
  readonly name: string;
  readonly isChosen: boolean;
  /** Why it cannot be used; null where it can. */
  readonly whyNot: string | null;
}

const MARK = 'data-next-control';

/** The first control of a part that is not among those named, marked for the next click. Undefined when all are. */
function pick(buttons: Locator, done: ReadonlySet<string>): Promise<Control | undefined> {
  return buttons.evaluateAll(
    (elements, { done, mark }) => {
      for (const old of document.querySelectorAll(`[${mark}]`)) old.removeAttribute(mark);
      // By name: what was clicked may have brought others, or taken some away.
      const nameOf = (element: Element) =>
        (element.getAttribute('aria-label') ?? element.textContent ?? '').trim();
      const element = elements.find((one) => !done.includes(nameOf(one)));
      if (element === undefined) return undefined;
      element.setAttribute(mark, '');
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
      const isUnusable = element.matches(':disabled') || is('aria-disabled');
      // A group that cannot be used as a whole says it once. What is out of the keyboard's reach must be in such a group.
      const group = element.closest('[role="radiogroup"], [role="group"]');
      const hint = element.querySelector('.menu-hint')?.textContent ?? '';
      const own = element.matches(':disabled') ? '' : described(element) || hint;
      return {
        name: nameOf(element),
        isChosen: is('aria-pressed') || is('aria-checked') || is('aria-selected'),
        whyNot: isUnusable ? own || described(group) : null,
      };
    },
    { done: [...done], mark: MARK },
  );
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
  const lookNow = async () => `${files} ${await look(page)}`;
  const marked = page.locator(`[${MARK}]`);
  for (const part of parts) {
    const done = new Set<string>();
    for (;;) {
      // What the control before has opened may come late, and lie over this part or take its place.
      const { control, before } = await untilItWorks(async (timeout) => {
        const control = await pick(await bring(page, part, timeout), done);
        if (control === undefined || !isToBeClicked(control)) return { control, before: null };
        await marked.click({ trial: true, timeout });
        const before = await lookNow();
        // Not by `timeout`: a click that has come through late would be done twice.
        await marked.click();
        return { control, before };
      });
      if (control === undefined) break;
      const { name, whyNot } = control;
      done.add(name);
      if (name === '') dead.push(`${part.name}: a control without a name`);
      if (whyNot === '') dead.push(`${part.name}: ${name} does not say why not`);
      if (before === null) continue;
      const changes = expect.poll(lookNow, { intervals: [30, 60, 100] }).not.toBe(before);
      if (!(await changes.then(() => true).catch(() => false))) dead.push(`${part.name}: ${name}`);
    }
    expect(done.size, part.name).toBeGreaterThan(0);
  }
  await untilItWorks(() => closeTop(page));
  return dead;
}

const isToBeClicked = ({ name, isChosen, whyNot }: Control) =>
  !isChosen && whyNot === null && !SKIPPED.test(name);

/** The controls of a part, brought about anew with nothing lying over it. */
async function bring(page: Page, { selector, before, open }: Part, timeout: number): Promise<Locator> {
  await closeTop(page);
  await before?.();
  await open?.(timeout);
  const buttons = page.locator(`${selector} ${CONTROLS}`);
  await buttons.first().waitFor({ timeout });
  return buttons;
}

/** Throws until nothing lies over the page. */
async function closeTop(page: Page): Promise<void> {
  const popups = await page.locator(POPUPS).evaluateAll((elements) =>
    elements.map((element) => ({
      html: element.outerHTML.slice(0, 200),
      isClosing: element.closest('[data-closed]') !== null,
    })),
  );
  // While one closes, another Escape would go on to what lies beneath.
  if (popups.some(({ isClosing }) => !isClosing)) await page.keyboard.press('Escape');
  expect(popups.map(({ html }) => html)).toEqual([]);
}
