/** What axe finds on a screen, or on a part of it: nothing. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Messages } from '../../client/ui/messages/en.ts';
import type { Person } from './browserPerson.ts';
import { expect } from './browserTest.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Found {
  readonly violations: readonly { id: string; nodes: readonly { html: string; failureSummary?: string }[] }[];
}

/**
 * `within` names a part that is looked at alone: what lies around it was looked at before. Menus stand at the end of
 * the document, in no landmark, as the library and the ARIA practices have it.
 */
export async function expectNoViolations({ page }: Person, screen: string, within?: string): Promise<void> {
  // Much is fetched when it is first asked for.
  if (within !== undefined) await page.locator(within).first().waitFor();
  // Axe measures contrast as it is, also halfway through an appearance.
  await page.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished)));
  // Half a megabyte: sent once for each document.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE);
  const found = await page.evaluate((part) => {
    const { axe } = globalThis as unknown as {
      axe: { run(where: unknown, options: object): Promise<Found> };
    };
    const options = part === undefined ? {} : { rules: { region: { enabled: false } } };
    return axe.run(part ?? document, { ...options, resultTypes: ['violations'] });
  }, within);
  const told = found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary = '' }) => `${id}: ${html.slice(0, 200)} ${failureSummary}`),
  );
  expect.soft(told, screen).toEqual([]);
}

export async function joinIn(person: Person, link: string, words: Messages): Promise<void> {
  const { page } = person;
  await page.goto(link);
  await page.getByLabel(words.join.name).fill('Fay');
  await page.getByRole('button', { name: words.join.enter }).click();
  await person.onBoard();
}
