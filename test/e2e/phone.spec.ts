/**
 * What facilitators see with, on a phone 360 px wide: axe finds nothing, nothing is wider than the screen, and every
 * control can be reached by who taps, in both themes and both languages.
 */

import { en as facilitatingEn } from '../../client/features/facilitate/messages.en.ts';
import { fa as facilitatingFa } from '../../client/features/facilitate/messages.fa.ts';
import { en as seeingEn } from '../../client/features/views/messages.en.ts';
import { fa as seeingFa } from '../../client/features/views/messages.fa.ts';
import { en } from '../../client/ui/messages/en.ts';
import { fa } from '../../client/ui/messages/fa.ts';
import { expectNoViolations, joinIn } from '../helpers/axe.ts';
import { Board } from '../helpers/browserBoard.ts';
import { expect, test } from '../helpers/browserTest.ts';
import { Fingers } from '../helpers/fingers.ts';
import { gone, lookerOf, PHONE } from '../helpers/phone.ts';

const NAMES = {
  en: { one: 'Cell 1', two: 'Cell 2', centre: 'Centre', ada: 'Ada', plan: 'Our plan' },
  fa: { one: 'هستهٔ ۱', two: 'هستهٔ ۲', centre: 'مرکز', ada: 'آدا', plan: 'نقشهٔ ما' },
} as const;
const WAYS = [
  { locale: 'en', dark: false, words: en, seeing: seeingEn, session: facilitatingEn },
  { locale: 'fa', dark: true, words: fa, seeing: seeingFa, session: facilitatingFa },
] as const;

for (const { locale, dark, words, seeing, session } of WAYS) {
  test(`on a phone a facilitator sees as at a desk: ${locale}, ${dark ? 'dark' : 'light'}`, async ({
    server,
    person,
  }) => {
    const names = NAMES[locale];
    const board = await Board.make(server.url, { policy: 'detached' });
    await board.add({
      nodes: [
        { id: 'one', kind: 'cell', label: names.one, position: { x: 0, y: 0 } },
        { id: 'two', kind: 'cell', label: names.two, position: { x: 240, y: 0 } },
        { id: 'centre', kind: 'body', label: names.centre, position: { x: 120, y: -170 } },
        { id: 'ada', kind: 'person', label: names.ada, position: { x: 120, y: 120 } },
      ],
      links: [
        { kind: 'membership', source: 'ada', target: 'one' },
        { kind: 'guidance', source: 'centre', target: 'one' },
      ],
    });
    const link = await board.linkFor(names.one);
    await board.addAs(link, { nodes: [{ kind: 'note', label: names.plan, position: { x: 120, y: 260 } }] });
    const fay = await person('Fay', { dark, phone: PHONE });
    const { page } = fay;
    const fingers = await Fingers.on(page);
    await fay.context.addInitScript((chosen) => localStorage.setItem('cellboard.locale', chosen), locale);
    await joinIn(fay, board.link, words);
    const node = (id: string) => page.locator(`.react-flow__node[data-id="${id}"]`);
    const button = (name: string) => page.getByRole('button', { name, exact: true });
    const look = lookerOf(fay);
    const choose = async (name: string) => {
      await page.getByRole('combobox', { name: words.viewAs.search }).last().fill(name);
      await page.keyboard.press('Enter');
    };

    await expectNoViolations(fay, 'board');

    await test.step('through other eyes', async () => {
      await page.locator('.view-as').tap();
      await look('list of viewpoints', '.view-list');
      await choose(names.one);
      await look('banner', '.view-banner');
      await button(words.viewAs.back).tap();
      await gone(page, '.view-banner');
    });

    await test.step('through two lenses', async () => {
      await button(words.viewAs.lens).tap();
      await page.locator('.lens-count').first().waitFor();
      await button(seeing.lens.compareWith).tap();
      await choose(names.centre);
      await page.locator('.lens-count').nth(3).waitFor();
      await look('lens bar and strip', '.lens');
      await page.getByRole('radio', { name: names.two }).tap();
      await button(seeing.lens.close).tap();
      await gone(page, '.lens');
    });

    const openSheet = async (id: string) => {
      const box = await node(id).boundingBox();
      if (box === null) throw new Error(`${id} is out of sight.`);
      await fingers.tap({ x: box.x + box.width / 2, y: box.y + box.height / 2 });
      await page.locator('.inspector').waitFor();
      const grip = page.locator('.inspector:not([data-open]) .sheet-grip');
      if ((await page.locator('.inspector[data-open]').count()) === 0) await grip.tap();
      await page.locator('.inspector[data-open] .who-chips button').first().waitFor();
    };

    await test.step('why and why not', async () => {
      await openSheet('one');
      await look('who can see', '.inspector');
      await page.locator('.who-chips').getByRole('button', { name: names.centre }).tap();
      await page.locator('.why ol').first().waitFor();
      await look('why', '.why');
      await button(seeing.why.showPath).tap();
      await expect(node('two')).toHaveCSS('opacity', '0.25');
      await page.locator('.why').press('Escape');
      await page.locator('.who-chips button').last().tap();
      await look('all who can see', '[role=dialog]');
      await page.getByRole('dialog').getByRole('button', { name: names.two }).tap();
      await page.locator('.why-would').waitFor();
      await look('why not', '.why');
      await page.locator('.why').press('Escape');
    });

    await test.step('before a change', async () => {
      const inspector = page.locator('.inspector');
      await inspector.getByRole('radio', { name: words.disclosures.open }).tap();
      await page.locator('.preview-head').first().tap();
      await look('preview', '[role=dialog]');
      await button(words.cancel).tap();
      await gone(page, '.preview-dialog');
      await inspector.getByRole('button', { name: seeing.who.audience }).tap();
      await page.getByRole('radio').last().check();
      await look('audience', '[role=dialog]');
      await button(words.cancel).tap();
      await gone(page, '.preview-dialog');
      await inspector.getByRole('button', { name: seeing.who.reveal }).tap();
      await button(seeing.reveal.add).tap();
      await button(seeing.reveal.addViewpoint).tap();
      await choose(names.two);
      await page.locator('.reveal-form .preview-summary').waitFor();
      await look('reveal', '.reveal-panel');
      await page.locator('.reveal-head .icon-button').tap();
    });

    await test.step('exposure', async () => {
      await page.locator('.title-button').tap();
      await page.getByRole('menuitem', { name: words.viewAs.exposure }).tap();
      await page.locator('.exposure tbody tr').first().waitFor();
      await look('exposure', '[role=dialog]');
      const share = page.locator('.exposure tbody tr').first().getByRole('cell').last();
      const box = await share.boundingBox();
      expect(box !== null && box.x >= 0 && box.x + box.width <= PHONE.width).toBe(true);
      await page.getByRole('tab').last().tap();
      await look('if one leaves', '[role=dialog]');
      await page.getByRole('dialog').getByRole('button', { name: words.close }).tap();
      await gone(page, '.exposure');
    });

    await test.step('in a session', async () => {
      await button(session.menu).tap();
      await look('what a facilitator can do', '[role=menu]');
      await page.getByRole('menuitem', { name: session.timer }).tap();
      await page.locator('.timer-trigger').tap();
      await look('timer', '.timer-panel');
      await page.keyboard.press('Escape');
      await gone(page, '.timer-panel');
      await look('strip', '.session-strip');
      await button(session.toConfirm(1)).tap();
      await page.locator('.drawings-panel').getByRole('checkbox').first().check();
      await look('drawings', '.drawings-panel');
      await button(session.drawings.confirm(1)).tap();
      await page.locator('.preview-summary').waitFor();
      await look('confirming', '[role=dialog]');
      await button(words.cancel).tap();
      await gone(page, '.preview-dialog');
      await button(session.drawings.decline(1)).tap();
      await look('declining', '[role=alertdialog]');
      await page.getByRole('alertdialog').getByRole('button', { name: words.cancel }).tap();
      await page.locator('.drawings-panel .icon-button').tap();
    });

    await test.step('links', async () => {
      await button(words.top.share).tap();
      await page.getByRole('table').waitFor();
      await look('links', '[role=dialog]');
      await page.getByRole('button', { name: /QR/ }).first().tap();
      await look('code', '[role=dialog]:has(.qr-body)');
      await page.keyboard.press('Escape');
      await gone(page, '.qr-body');
      await page.locator('.share-tabs button').last().tap();
      await page.locator('.people-table').waitFor();
      await look('people', '[role=dialog]');
    });

    await test.step('who one is', async () => {
      await joinIn(fay, link, words);
      await page.locator('.here-as-button').tap();
      await look('who one is', '.who-am-i');
      await page.keyboard.press('Escape');
      await button(session.raiseHand).tap();
      await button(session.lowerHand).waitFor();
      await look('a participant', '.session-strip');
    });
  });
}
