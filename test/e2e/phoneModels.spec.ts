/**
 * Checks, settings, templates and files on a phone 360 px wide: axe finds nothing and nothing is wider than the
 * screen, in both themes and both languages.
 */
import { en as checksEn } from '../../client/features/checks/messages.en.ts';
import { fa as checksFa } from '../../client/features/checks/messages.fa.ts';
import { en } from '../../client/ui/messages/en.ts';
import { fa } from '../../client/ui/messages/fa.ts';
import { joinIn } from '../helpers/axe.ts';
import { Board } from '../helpers/browserBoard.ts';
import { expect, test } from '../helpers/browserTest.ts';
import { gone, lookerOf, PHONE } from '../helpers/phone.ts';

const FILE = 'Label,Type,Colour\nزینب,Person,blue\nReading circle,Club,\n,Person,\n';

for (const [locale, dark, words, checks] of [
  ['en', true, en, checksEn],
  ['fa', false, fa, checksFa],
] as const) {
  test(`on a phone models are checked and files read as at a desk: ${locale}, ${dark ? 'dark' : 'light'}`, async ({
    server,
    person,
  }) => {
    const board = await Board.make(server.url, { template: 'circles-and-cells' });
    const fay = await person('Fay', { dark, phone: PHONE });
    const { page } = fay;
    await fay.context.addInitScript((chosen) => localStorage.setItem('cellboard.locale', chosen), locale);
    await joinIn(fay, board.link, words);
    const look = lookerOf(fay);
    const dialog = page.getByRole('dialog');
    const close = async () => {
      await dialog.getByRole('button', { name: words.close, exact: true }).tap();
      await gone(page, '.dialog');
    };
    const openByMenu = async (item: string) => {
      await page.locator('.title-button').tap();
      await page.getByRole('menuitem', { name: item }).tap();
    };

    await test.step('checks', async () => {
      await openByMenu(words.models.checks);
      await page.locator('[data-check]').first().waitFor();
      await look('findings', '.checks-panel');
      await page.locator('.checks-panel').getByRole('button', { name: checks.choose }).tap();
      await page.getByRole('switch').first().waitFor();
      await look('choice of checks', '.checks-panel');
      await page.locator('.checks-panel').getByRole('button', { name: checks.close }).tap();
      await gone(page, '.checks-panel');
    });

    await test.step('settings', async () => {
      await openByMenu(words.models.settings);
      await look('settings', '[role=dialog]');
      await dialog.getByRole('radio').first().check({ force: true });
      await page.locator('.preview-summary, .preview-head').first().waitFor();
      await look('settings with a preview', '[role=dialog]');
      await close();
    });

    await test.step('a template', async () => {
      await openByMenu(words.models.saveTemplate);
      await look('save as a template', '[role=dialog]');
      await close();
    });

    await test.step('files', async () => {
      await openByMenu(words.exchange.export);
      await look('export', '[role=dialog]');
      await close();
      await openByMenu(words.exchange.import);
      await look('import', '[role=dialog]');
      await page
        .getByTestId('import-files')
        .setInputFiles([{ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(FILE) }]);
      await page.locator('.import-troubles').waitFor();
      await look('preview of an import', '[role=dialog]');
      await close();
      expect((await board.elements()).nodes.some(({ label }) => label === 'زینب')).toBe(false);
    });
  });
}
