/** Ways onto a board and off it: links that serve and links that do not, the start page, recent boards. */
import { Board } from '../helpers/browserBoard.ts';
import { ANSWERED, type Person } from '../helpers/browserPerson.ts';
import { expect, test } from '../helpers/browserTest.ts';

async function tryToJoin(person: Person, link: string): Promise<void> {
  // A page that differs by its fragment alone is not loaded anew, as when somebody edits the address.
  await person.page.goto('about:blank');
  await person.page.goto(link);
  await person.page.getByLabel('Your name').fill(person.name);
  await person.page.getByRole('button', { name: 'Join board' }).click();
}

test('a link that does not serve says so, whatever the cause', async ({ server, person }) => {
  const board = await Board.make(server.url, { title: 'Secret title' });
  const everyone = { viewpoint: 'everyone', role: 'editor' } as const;
  const revoked = await board.invite(everyone);
  await board.revoke(revoked.id);
  const spent = await board.invite({ ...everyone, maxUses: 1 });
  await Board.enter(spent.url);
  const expired = await board.invite({ ...everyone, expires: Date.now() + 500 });
  await expect
    .poll(() =>
      Board.enter(expired.url).then(
        () => 'open',
        () => 'closed',
      ),
    )
    .toBe('closed');

  const nora = await person('Nora');
  nora.expects(ANSWERED(403));
  const unknown = `${server.url}/b/AAAAAAAAAAAAAAAAAAAA#${spent.secret}`;
  for (const link of [`${board.link}x`, revoked.url, spent.url, expired.url, unknown]) {
    await tryToJoin(nora, link);
    const message = nora.page.getByRole('alert');
    await expect(message).toContainText('This link does not work');
    await expect(message).toContainText('This link has expired. Ask for a new one.');
  }
  await nora.page.goto(`${server.url}/b/${board.id}`);
  await expect(nora.page.getByRole('alert')).toContainText('This address lacks its secret part');
  await nora.page.getByRole('button', { name: 'All boards' }).click();
  await expect(nora.page.getByText('Boards you open appear here.')).toBeVisible();
  expect(await nora.hasReceived('Secret title')).toBe(false);
});

test('whoever is on the board by a link that is revoked or runs out leaves at once', async ({
  server,
  person,
}) => {
  const board = await Board.make(server.url);
  const [fay, eli, uma] = [await person('Fay'), await person('Eli'), await person('Uma')];
  const invite = await board.invite({ viewpoint: 'everyone', role: 'editor' });
  const began = Date.now();
  await fay.join(board.link);
  await eli.join(invite.url);
  // Long enough for one more to join, as fast as this machine is.
  const expires = Date.now() + 4_000 + 2 * (Date.now() - began);
  const short = await board.invite({ viewpoint: 'everyone', role: 'viewer', expires });
  await uma.join(short.url);
  await expect(fay.page.locator('.live-state')).toContainText('3 here');

  await fay.page.getByRole('button', { name: 'Share' }).click();
  const row = fay.page.locator(`tr[data-id="${invite.id}"]`);
  await row.getByRole('button', { name: 'Revoke' }).click();
  const question = fay.page.getByRole('alertdialog');
  await expect(question).toContainText('Revoke the Everyone link?');
  await expect(question).toContainText('People using it leave the board.');
  await question.getByRole('button', { name: 'Revoke' }).click();
  await expect(row).toHaveCount(0);
  await expect(eli.page.getByRole('alert')).toContainText('You have left the board');
  await expect(eli.canvas).toHaveCount(0);
  await fay.page.getByRole('button', { name: 'Done' }).click();

  eli.expects(ANSWERED(403));
  await tryToJoin(eli, invite.url);
  await expect(eli.page.getByRole('alert')).toContainText('This link does not work');

  await expect(uma.page.getByRole('alert')).toContainText('You have left the board');
  await expect(fay.page.locator('.live-state')).toContainText('1 here');
});

test('a facilitator makes a link in the share dialog that opens one viewpoint', async ({
  server,
  person,
}) => {
  const board = await Board.make(server.url, { policy: 'detached' });
  await board.add({
    nodes: [
      { id: 'one', kind: 'cell', label: 'Cell 1', position: { x: 0, y: 0 } },
      { id: 'two', kind: 'cell', label: 'Cell 2', position: { x: 300, y: 0 } },
    ],
  });
  const [fay, cem] = [await person('Fay'), await person('Cem')];
  await fay.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await fay.join(board.link);
  await fay.page.getByRole('button', { name: 'Share' }).click();
  const dialog = fay.page.getByRole('dialog', { name: 'Share Untitled board' });
  await fay.choose(dialog.getByLabel('Joins as'), 'Cell 1');
  await fay.choose(dialog.getByLabel('Role'), 'Editor');
  await fay.choose(dialog.getByLabel('Uses'), 'Once');
  await dialog.getByRole('button', { name: 'Create link' }).click();
  const row = dialog.getByRole('row').filter({ hasText: 'Cell 1' });
  await expect(row).toContainText('0 of 1');
  await row.getByRole('button', { name: 'Copy' }).click();
  await expect(row.getByRole('button', { name: 'Copied' })).toBeVisible();

  await cem.join(await fay.page.evaluate(() => navigator.clipboard.readText()));
  await expect(cem.page.locator('.here-as')).toHaveText(/You are here as\s*Cell 1/);
  await expect.poll(async () => (await cem.drawn()).nodes).toEqual(['one']);
  expect(await cem.hasReceived('Cell 2')).toBe(false);
});

test('the start page makes boards, blank and from templates, and leads back to those opened before', async ({
  server,
  person,
}) => {
  const fay = await person('Fay');
  const { page } = fay;
  const home = async () => {
    await page.getByRole('button', { name: /, Board menu$/ }).click();
    await page.getByRole('menuitem', { name: 'All boards' }).click();
  };
  await page.goto(server.url);
  await expect(page.getByText('Boards you open appear here.')).toBeVisible();

  await page.getByRole('button', { name: /^Blank board/ }).click();
  await page.getByLabel('Your name').fill('Fay');
  await page.getByRole('button', { name: 'Join board' }).click();
  await fay.onBoard();
  await expect(page.getByText('Press P to add a person.')).toBeVisible();
  await page.getByRole('button', { name: /, Board menu$/ }).click();
  await page.getByRole('menuitem', { name: 'Rename board' }).click();
  await page.getByLabel('Board title').fill('Our street');
  await page.getByLabel('Board title').press('Enter');
  await expect(page).toHaveTitle('Our street · Cellboard');
  await expect(fay.saved).toHaveText('Saved');

  await home();
  await page.getByRole('button', { name: /^Circles and cells/ }).click();
  await fay.onBoard();
  await expect.poll(async () => (await fay.drawn()).nodes.length).toBeGreaterThan(90);

  await home();
  const rows = page.getByRole('row').filter({ has: page.getByRole('link') });
  await expect(rows).toHaveCount(2);
  await expect(rows.nth(0)).toContainText('Circles and cells');
  await expect(rows.nth(1)).toContainText('Our street');
  await rows.nth(1).getByRole('link').click();
  await fay.onBoard();
  await expect(page).toHaveTitle('Our street · Cellboard');

  await home();
  await page.getByRole('button', { name: 'More for Our street' }).click();
  await page.getByRole('menuitem', { name: 'Remove from this list' }).click();
  await expect(rows).toHaveCount(1);
  await page.goBack();
  await page.goForward();
  await expect(rows).toHaveCount(1);
});
