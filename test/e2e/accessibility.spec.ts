/** What axe finds on every screen, in both themes and both languages: nothing. */
import { en } from '../../client/ui/messages/en.ts';
import { fa } from '../../client/ui/messages/fa.ts';
import { NODE_KINDS } from '../../shared/model/kinds.ts';
import { expectNoViolations, joinIn } from '../helpers/axe.ts';
import { Board } from '../helpers/browserBoard.ts';
import { ANSWERED } from '../helpers/browserPerson.ts';
import { expect, test } from '../helpers/browserTest.ts';

const WAYS = [
  { name: 'light, in English', dark: false, words: en, locale: 'en' },
  { name: 'dark, in English', dark: true, words: en, locale: 'en' },
  { name: 'light, in Persian', dark: false, words: fa, locale: 'fa' },
  { name: 'dark, in Persian', dark: true, words: fa, locale: 'fa' },
] as const;

for (const { name, dark, words, locale } of WAYS) {
  test(`every screen passes axe: ${name}`, async ({ server, person }) => {
    const board = await Board.make(server.url, { title: 'One of each', policy: 'detached' });
    await board.add({
      nodes: NODE_KINDS.map((kind, index) => ({
        id: kind,
        kind,
        label: `The ${kind}`,
        position: { x: (index % 4) * 340, y: Math.floor(index / 4) * 340 },
      })),
      links: [
        { kind: 'membership', source: 'person', target: 'cell' },
        { id: 'guides', kind: 'guidance', source: 'body', target: 'cell', label: 'guides' },
      ],
    });
    const fay = await person('Fay', { dark });
    const { page } = fay;
    const { keyboard } = page;
    await fay.context.addInitScript((chosen) => localStorage.setItem('cellboard.locale', chosen), locale);
    await page.goto(server.url);
    await expect(page.locator('html')).toHaveAttribute('lang', locale);
    await page.getByText(words.start.recentEmpty).waitFor();
    await expectNoViolations(fay, 'start page');
    await page.goto(board.link);
    await page.getByLabel(words.join.name).waitFor();
    await expectNoViolations(fay, 'join screen');

    await joinIn(fay, board.link, words);
    const node = (id: string) => page.locator(`.react-flow__node[data-id="${id}"]`);
    await node('person').waitFor();
    await expectNoViolations(fay, 'board');
    await node('cell').click();
    await expectNoViolations(fay, 'a group in the inspector');
    await keyboard.press('Shift+F10');
    await page.getByRole('menu').waitFor();
    await expectNoViolations(fay, 'context menu', '[role=menu]');
    await keyboard.press('Escape');
    await page.getByRole('menu').waitFor({ state: 'detached' });
    await page.locator('.inspector .relation-main').last().click();
    await expectNoViolations(fay, 'a link in the inspector', '.inspector');
    await keyboard.press('Control+a');
    await keyboard.press('Control+Shift+l');
    await page.getByRole('tree').waitFor();
    await keyboard.press('Control+f');
    await page.getByRole('combobox').fill('The');
    await page.getByRole('option').first().waitFor();
    await expectNoViolations(fay, 'several in the inspector, outline, search');
    await page.getByRole('combobox').press('Escape');
    await keyboard.press('Control+Shift+l');
    await keyboard.press('Control+k');
    await page.getByRole('option').first().waitFor();
    await expectNoViolations(fay, 'palette', '[role=dialog]');
    await keyboard.press('Escape');
    await page.getByRole('option').first().waitFor({ state: 'detached' });
    await page.getByRole('button', { name: words.legend.open, exact: true }).click();
    await expectNoViolations(fay, 'key', '.legend');
    await keyboard.press('Escape');
    await page.locator('.legend').waitFor({ state: 'detached' });
    await keyboard.press('Shift+?');
    await page.getByRole('dialog').waitFor();
    await expectNoViolations(fay, 'shortcuts', '[role=dialog]');
    await keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.locator('.title-button').click();
    await page.getByRole('menu').waitFor();
    await expectNoViolations(fay, 'board menu', '[role=menu]');
    await keyboard.press('Escape');
    await page.getByRole('menu').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: words.top.share, exact: true }).click();
    await page.getByRole('dialog').getByRole('table').waitFor();
    await expectNoViolations(fay, 'share dialog', '[role=dialog]');

    await joinIn(fay, await board.linkFor('The cell', 'viewer'), words);
    await node('cell').click();
    await expectNoViolations(fay, 'a viewer at a cell');
    await joinIn(fay, await board.linkFor('The person'), words);
    await expectNoViolations(fay, 'a participant');
    const empty = await Board.make(server.url);
    await joinIn(fay, empty.link, words);
    await page.locator('.empty-board').waitFor();
    await expectNoViolations(fay, 'empty board');
    fay.expects(ANSWERED(403), ANSWERED(404));
    await page.goto(`${empty.link}x`);
    await page.getByLabel(words.join.name).fill('Fay');
    await keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
    await expectNoViolations(fay, 'message');
  });
}
