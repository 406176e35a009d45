/** Looking at parts of the page on a phone 360 px wide. */
import type { Page } from '@playwright/test';
import { expectNoViolations } from './axe.ts';
import type { Person } from './browserPerson.ts';
import { expect } from './browserTest.ts';

export const PHONE = { width: 360, height: 740 };

/** Expects of a part of the page that axe finds nothing in it, and that neither it nor the page is too wide. */
export function lookerOf(person: Person): (screen: string, at: string) => Promise<void> {
  const { page } = person;
  return async (screen, at) => {
    const part = page.locator(at).last();
    await part.waitFor();
    await expectNoViolations(person, screen, at);
    const box = await part.boundingBox();
    const [start, end] = box === null ? [-1, -1] : [box.x, box.x + box.width];
    expect.soft(start >= 0 && end <= PHONE.width, `${screen} lies between ${start} and ${end}`).toBe(true);
    // Chromium goes on counting where a popup was before it was moved into sight.
    if (await part.evaluate((element) => element.closest('.popup-positioner') !== null)) return;
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect.soft(width, `${screen} is as wide as the screen`).toBe(PHONE.width);
  };
}

/** Waits until there is nothing of the kind. */
export const gone = (page: Page, what: string) => page.locator(what).waitFor({ state: 'detached' });
