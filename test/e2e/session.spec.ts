/**
 * A whole session on the example board: a facilitator, two cells, a circle and a body. They look, draw, confirm,
 * disclose, lock, call and time; and at its end no participant's browser holds anything that was not for them.
 */
import { Board } from '../helpers/browserBoard.ts';
import type { Person } from '../helpers/browserPerson.ts';
import { expect, test } from '../helpers/browserTest.ts';
import { Secrecy } from '../helpers/secrecy.ts';

test.use({ actionTimeout: 20_000 });

const strip = ({ page }: Person) => page.getByRole('region', { name: 'Session' });

async function facilitate({ page }: Person, act: RegExp): Promise<void> {
  await page.getByRole('button', { name: 'Facilitate' }).click();
  await page.getByRole('menu').getByText(act).click();
}

test('a whole session leaves no participant with anything that was not theirs to know', async ({
  server,
  person,
}) => {
  const board = await Board.make(server.url, { template: 'circles-and-cells' });
  const [cellOne, cellTwo, bakery, centre] = [
    await board.idOf('Cell 1'),
    await board.idOf('Cell 2'),
    await board.idOf('Bakery friends'),
    await board.idOf('Centre'),
  ];
  const fay = await person('Fay-facilitates');
  const [one, two, rosa, cleo] = [
    await person('Quokka-of-one'),
    await person('Wombat-of-two'),
    await person('Numbat-of-bakery'),
    await person('Dingo-of-centre'),
  ];
  const participants = [
    { person: one, viewpoint: cellOne },
    { person: two, viewpoint: cellTwo },
    { person: rosa, viewpoint: bakery },
    { person: cleo, viewpoint: centre },
  ];
  const secrecy = new Secrecy(board, participants);
  await secrecy.takeNote();
  await fay.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await fay.join(board.link);
  const dialog = fay.page.getByRole('dialog', { name: 'Share Circles and cells' });
  const rowOf = (name: string) => dialog.getByRole('row').filter({ hasText: name });

  await test.step('links are made in bulk, shown as codes, and opened by those they are for', async () => {
    await fay.page.getByRole('button', { name: 'Share' }).click();
    await fay.choose(dialog.getByLabel('Joins as'), 'Each cell (4)');
    await dialog.getByRole('button', { name: 'Create 4 links' }).click();
    await expect(rowOf('Cell')).toHaveCount(4);
    await fay.choose(dialog.getByLabel('Joins as'), 'Bakery friends');
    await dialog.getByRole('button', { name: 'Create link' }).click();
    await fay.choose(dialog.getByLabel('Joins as'), 'Centre');
    await dialog.getByRole('button', { name: 'Create link' }).click();
    const linkOf = async (name: string) => {
      await rowOf(name).getByRole('button', { name: 'Copy' }).click();
      await expect(rowOf(name).getByRole('button', { name: 'Copied' })).toBeVisible();
      return fay.page.evaluate(() => navigator.clipboard.readText());
    };
    await one.join(await linkOf('Cell 1'));
    await two.join(await linkOf('Cell 2'));
    await rosa.join(await linkOf('Bakery friends'));
    await cleo.join(await linkOf('Centre'));
    await rowOf('Cell 1')
      .getByRole('button', { name: /^QR code/ })
      .click();
    await expect(fay.page.getByRole('img', { name: 'QR code of the Cell 1 link' })).toBeVisible();
    await fay.page.keyboard.press('Escape');
    await expect(rowOf('Cell 1')).toContainText('1 here');
    await dialog.getByRole('button', { name: 'People' }).click();
    await expect(rowOf('Numbat-of-bakery')).toContainText('Here now');
    await dialog.getByRole('button', { name: 'Done' }).click();
  });

  await test.step('participants are told who they are and what that means', async () => {
    await one.page.locator('.here-as-button').click();
    const words = one.page.locator('.who-am-i');
    await expect(words).toContainText('You are here as Cell 1. Your role: Editor.');
    await expect(words).toContainText('You see your cell, its members');
    await one.page.keyboard.press('Escape');
  });

  await test.step('the facilitator looks through a cell, and compares with a lens', async () => {
    await fay.page.keyboard.press('Shift+V');
    await fay.page.getByRole('combobox', { name: 'Find a viewpoint' }).fill('Cell 1');
    await fay.page.getByRole('option', { name: /^Cell 1/ }).click();
    await expect(fay.page.locator('.view-banner')).toContainText('You see exactly what Cell 1 sees.');
    await expect.poll(async () => (await fay.drawn()).nodes).toEqual((await board.ids(cellOne)).nodes);
    await fay.page.keyboard.press('Escape');
    await expect(fay.page.locator('.view-banner')).toHaveCount(0);
    await fay.page.keyboard.press('Shift+L');
    const lens = fay.page.locator('.lens-bar');
    await expect(lens).toContainText('Cell 1');
    await fay.page.keyboard.press(']');
    await expect(lens).toContainText('Cell 2');
    await fay.page.keyboard.press('Shift+L');
    await expect(lens).toHaveCount(0);
  });

  const drawn =
    await test.step('what a cell draws is marked as its own, and awaits confirmation', async () => {
      const { position } = await board.get('Cell 1');
      await one.place('p', { x: position.x + 20, y: position.y + 30 }, 'Zuleika');
      await expect.poll(() => board.find('Zuleika')).toBeDefined();
      await secrecy.takeNote();
      const id = await board.idOf('Zuleika');
      await expect(one.node(id).locator('.drawing-mark')).toHaveCount(1);
      await expect(one.node(id)).toHaveAttribute('aria-label', /awaits confirmation/);
      await expect(fay.node(id).locator('.drawing-mark title')).toHaveText(
        'Drawn by Cell 1, not confirmed yet',
      );
      await expect(two.node(id)).toHaveCount(0);
      return id;
    });

  await test.step('the facilitator confirms it, and what must come along, after a preview', async () => {
    await strip(fay)
      .getByRole('button', { name: /to confirm/ })
      .click();
    const panel = fay.page.getByRole('complementary', { name: 'Drawings to confirm' });
    await panel.getByRole('checkbox', { name: 'Choose Zuleika' }).check();
    await panel.getByRole('button', { name: 'Confirm 1' }).click();
    const preview = fay.page.getByRole('dialog', { name: /^Confirm 2 drawings/ });
    await expect(preview).toContainText('This goes along');
    await expect(preview).toContainText('Membership from Zuleika to Cell 1');
    await preview.getByRole('button', { name: 'Confirm 2' }).click();
    await secrecy.takeNote();
    await expect(one.node(drawn).locator('.drawing-mark')).toHaveCount(0);
    await expect(one.node(drawn)).toHaveCount(1);
    await expect(panel).toContainText('Nothing waits to be confirmed.');
    await panel.getByRole('button', { name: 'Close' }).click();
  });

  await test.step('another drawing is declined with a word, which its makers get and nobody else', async () => {
    const { position } = await board.get('Bakery friends');
    await rosa.place('n', { x: position.x, y: position.y - 20 }, 'Our bread plan');
    await expect.poll(() => board.find('Our bread plan')).toBeDefined();
    await secrecy.takeNote();
    await facilitate(fay, /Drawings to confirm/);
    const panel = fay.page.getByRole('complementary', { name: 'Drawings to confirm' });
    await panel.getByRole('checkbox', { name: 'Choose everything drawn by Bakery friends' }).check();
    await panel.getByRole('button', { name: 'Decline 1' }).click();
    await fay.page.getByLabel('A word to the maker').fill('Keep this off the board, please.');
    await fay.page.getByRole('alertdialog').getByRole('button', { name: 'Decline 1' }).click();
    const card = rosa.page.getByRole('alert', { name: 'Not confirmed' });
    await expect(card).toContainText('Our bread plan, Note');
    await expect(card).toContainText('Keep this off the board, please.');
    await card.getByRole('button', { name: 'OK' }).click();
    expect(await board.find('Our bread plan')).toBeUndefined();
    for (const other of [one, two, cleo]) expect(await other.hasReceived('Keep this off')).toBe(false);
    await panel.getByRole('button', { name: 'Close' }).click();
  });

  await test.step('a circle is opened after a preview, and seen by a cell that did not know of it', async () => {
    const harbour = await board.idOf('Harbour');
    await expect(one.node(harbour)).toHaveCount(0);
    await fay.page.keyboard.press('1');
    const half = 60;
    await fay.select(harbour, { x: 0, y: half });
    await fay.inspector.getByRole('radio', { name: 'Open' }).click();
    const preview = fay.page.getByRole('dialog').filter({ hasText: /Shows/ });
    await preview.getByRole('button', { name: 'Apply' }).click();
    await expect(one.node(harbour)).toHaveCount(1);
    await secrecy.takeNote();
  });

  await test.step('the facilitator asks why a cell sees somebody, and is shown the way', async () => {
    await fay.page.keyboard.press('1');
    await fay.select(drawn);
    await fay.inspector.locator('.who-chips').getByRole('button', { name: 'Cell 1', exact: true }).click();
    const why = fay.page.getByRole('dialog', { name: /Cell 1.*Zuleika/ });
    await expect(why.getByRole('listitem').first()).toContainText('Cell 1');
    await why.getByRole('button', { name: 'Close' }).click();
    await fay.page.keyboard.press('Escape');
  });

  await test.step('a note is revealed to one cell, and to nobody else', async () => {
    const note = (await board.elements()).nodes.find(({ kind }) => kind === 'note');
    if (note === undefined) throw new Error('There is no note on the board.');
    await expect(two.node(note.id)).toHaveCount(0);
    await fay.select(note.id);
    await fay.inspector.getByRole('button', { name: 'Reveal…' }).click();
    const reveals = fay.page.getByRole('region', { name: 'Reveals' });
    await reveals.getByRole('button', { name: 'New reveal' }).click();
    await reveals.getByRole('button', { name: 'Add a viewpoint' }).click();
    await fay.page.getByRole('combobox', { name: 'Find a viewpoint' }).fill('Cell 2');
    await fay.page.getByRole('option', { name: /^Cell 2/ }).click();
    // The panel is left by Escape, and opens again with what was prepared.
    await expect(reveals.getByRole('button', { name: 'Add a viewpoint' })).toBeFocused();
    await fay.page.keyboard.press('Escape');
    await expect(reveals).toHaveCount(0);
    await fay.inspector.getByRole('button', { name: 'Reveal…' }).click();
    await reveals.getByRole('button', { name: 'Release' }).click();
    await expect(two.node(note.id)).toHaveCount(1);
    await secrecy.takeNote();
    for (const other of [one, rosa]) expect(await other.hasReceived(note.id)).toBe(false);
    await reveals.getByRole('button', { name: 'Close' }).click();
  });

  await test.step('a locked board takes everybody’s tools but the facilitator’s', async () => {
    await facilitate(fay, /Lock the board/);
    await expect(strip(two)).toContainText('The board is locked by a facilitator.');
    await expect(two.page.getByRole('button', { name: 'Person', exact: true })).toHaveCount(0);
    await expect(fay.page.getByRole('button', { name: 'Person', exact: true })).toBeVisible();
    await strip(fay).getByRole('button', { name: 'Unlock' }).click();
    await expect(two.page.getByRole('button', { name: 'Person', exact: true })).toBeVisible();
  });

  await test.step('a call reaches those who see something there, and sends the others no frame', async () => {
    await fay.page.keyboard.press('1');
    await fay.select(cellOne);
    await one.page.keyboard.press('1');
    await expect.poll(() => one.zoom()).toBeLessThan(0.9);
    await facilitate(fay, /Call everyone to the selection/);
    await one.page.getByRole('button', { name: 'Go there' }).click();
    await expect.poll(() => one.zoom()).toBe(1);
    await expect(cleo.toasts).toContainText(['A facilitator calls you here.']);
    for (const other of [two, rosa]) expect(await other.hasReceived('"type":"called"')).toBe(false);
    await fay.page.keyboard.press('Escape');
  });

  await test.step('a timer runs for all; a raised hand is seen by facilitators and its own viewpoint', async () => {
    await facilitate(fay, /Timer/);
    await strip(fay).getByRole('button', { name: 'Timer' }).click();
    await fay.page.getByRole('button', { name: 'Start' }).click();
    for (const each of [one, two, rosa, cleo]) {
      await expect(each.page.getByRole('timer')).toHaveAccessibleName(/^0[45]:\d\d left$/);
    }
    await fay.page.keyboard.press('Escape');
    await rosa.page.getByRole('button', { name: 'Raise hand' }).click();
    await strip(fay).getByRole('button', { name: '1 hand raised' }).click();
    await fay.page.getByRole('button', { name: 'Lower the hand of Numbat-of-bakery' }).click();
    await expect(rosa.page.getByRole('button', { name: 'Raise hand' })).toBeVisible();
    await expect(one.page.getByText('hand raised')).toHaveCount(0);
    await fay.page.keyboard.press('Escape');
  });

  await test.step('in the end nobody holds what was not for them', async () => {
    await secrecy.takeNote();
    for (const participant of participants) {
      const { name } = participant.person;
      expect(secrecy.hiddenFrom(participant), `hidden from ${name}`).toBeGreaterThan(20);
      expect((await secrecy.found(participant)).length, `found at ${name}`).toBeGreaterThan(10);
      expect(await secrecy.leaks(participant), `held by ${name}`).toEqual([]);
    }
  });

  await test.step('a session is ended, and a link revoked: both leave at once', async () => {
    await fay.page.getByRole('button', { name: 'Share' }).click();
    await dialog.getByRole('button', { name: 'People' }).click();
    await dialog.getByRole('button', { name: 'End the session of Wombat-of-two' }).click();
    await fay.page.getByRole('alertdialog').getByRole('button', { name: 'End', exact: true }).click();
    await expect(two.page.getByRole('alert')).toContainText('You have left the board');
    await dialog.getByRole('button', { name: 'Links' }).click();
    await rowOf('Cell 1').getByRole('button', { name: 'Revoke' }).click();
    await expect(fay.page.getByRole('alertdialog')).toContainText('Revoke the Cell 1 link?');
    await fay.page.getByRole('alertdialog').getByRole('button', { name: 'Revoke' }).click();
    await expect(one.page.getByRole('alert')).toContainText('You have left the board');
    await expect(rosa.canvas).toBeVisible();
  });
});
