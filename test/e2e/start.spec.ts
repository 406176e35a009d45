/** Before a board and around it: the start page, appearance, language, a Persian keyboard, no dead controls. */
import { Board } from '../helpers/browserBoard.ts';
import { expect, test, untilItWorks } from '../helpers/browserTest.ts';
import { deadControls } from '../helpers/deadControls.ts';

test('a board is started from a template, found again, joined by its link, and forgotten', async ({
  server,
  person,
}) => {
  const fay = await person('Fay');
  const { page } = fay;
  await page.goto(server.url);
  await expect(page.getByText('Boards you open appear here.')).toBeVisible();
  const cards = page.getByRole('list', { name: 'Start a board' }).getByRole('button');
  await expect(cards).toHaveCount(6);
  await expect(cards.locator('.template-thumb svg')).toHaveCount(6);

  await page.getByLabel('Paste an invite link').fill('https://example.org/nothing');
  await page.getByRole('button', { name: 'Join', exact: true }).click();
  await expect(fay.toasts).toHaveText('That is not a link to a board.');

  await page.getByRole('button', { name: /Campaign hub/ }).click();
  await page.getByLabel('Your name').fill('Fay');
  await page.keyboard.press('Enter');
  await fay.onBoard();
  await expect(page).toHaveTitle('Campaign hub · Cellboard');
  await expect.poll(async () => (await fay.drawn()).nodes.length).toBeGreaterThan(20);
  const address = page.url();

  await page.getByRole('button', { name: /Board menu/ }).click();
  await page.getByRole('menuitem', { name: 'All boards' }).click();
  await expect(page.getByRole('link', { name: 'Campaign hub' })).toBeVisible();
  await page.getByRole('button', { name: 'I joined' }).click();
  await expect(page.getByRole('link', { name: 'Campaign hub' })).toHaveCount(0);
  await page.getByRole('button', { name: 'All', exact: true }).click();
  await page.getByLabel('Paste an invite link').fill(address);
  await page.keyboard.press('Enter');
  await fay.onBoard();

  await page.goto(server.url);
  await page.getByRole('button', { name: 'More for Campaign hub' }).click();
  await page.getByRole('menuitem', { name: 'Remove from this list' }).click();
  await expect(page.getByText('Boards you open appear here.')).toBeVisible();
});

test('appearance and language change at once and stay; a Persian keyboard works every key', async ({
  server,
  person,
}) => {
  const board = await Board.make(server.url, { title: 'Sprachen' });
  const fay = await person('Fay');
  const { page } = fay;
  await fay.join(board.link);
  const root = page.locator('html');
  await expect(page.getByText('Press P to add a person.')).toBeVisible();
  await page.getByRole('button', { name: /Board menu/ }).click();
  await page.getByRole('menuitemradio', { name: 'Dark' }).click();
  await expect(root).toHaveAttribute('data-theme', 'dark');
  await page.getByRole('menuitemradio', { name: 'فارسی' }).click();
  await expect(root).toHaveAttribute('dir', 'rtl');
  await expect(root).toHaveAttribute('lang', 'fa');
  await page.keyboard.press('Escape');
  await page.reload();
  await expect(root).toHaveAttribute('dir', 'rtl');
  await expect(root).toHaveAttribute('data-theme', 'dark');
  const canvas = page.locator('.canvas');
  await fay.onBoard();

  /** As a keyboard with Persian letters sends it: the letter differs, the place is the same. */
  const press = (code: string, key: string, held: 'ctrl' | 'shift' | 'both' | null = null) =>
    page.evaluate(
      ({ code, key, ctrlKey, shiftKey }) => {
        const init = { code, key, ctrlKey, shiftKey, bubbles: true, cancelable: true };
        document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', init));
      },
      {
        code,
        key,
        ctrlKey: held === 'ctrl' || held === 'both',
        shiftKey: held === 'shift' || held === 'both',
      },
    );
  await press('KeyP', 'ح');
  await expect(page.locator('.tool[aria-pressed="true"] em')).toHaveText('P');
  const box = await canvas.boundingBox();
  await page.mouse.click((box?.x ?? 0) + 500, (box?.y ?? 0) + 300);
  await page.locator('.rename').waitFor();
  await page.keyboard.insertText('آدا');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await board.find('آدا'))?.kind).toBe('person');
  await press('KeyZ', 'ظ', 'ctrl');
  await press('KeyZ', 'ظ', 'ctrl');
  await expect.poll(() => board.find('آدا')).toBeUndefined();
  await press('KeyZ', 'ظ', 'both');
  await expect(page.locator('.react-flow__node')).toHaveCount(1);
  await press('KeyK', 'ن', 'ctrl');
  await expect(page.getByRole('combobox')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('combobox')).toHaveCount(0);
  await press('Slash', '؟', 'shift');
  await expect(page.getByRole('dialog').getByRole('heading').first()).toBeVisible();
});

test('every control does something or says why not, for whoever may do what', async ({ server, person }) => {
  const board = await Board.make(server.url, { title: 'Controls', policy: 'territorial' });
  await board.add({
    nodes: [
      { id: 'circle', kind: 'circle', label: 'Circle', position: { x: 0, y: 0 } },
      { id: 'other', kind: 'circle', label: 'Other', position: { x: 420, y: 0 }, disclosure: 'open' },
      { id: 'ada', kind: 'person', label: 'Ada', position: { x: 0, y: 10 } },
    ],
    links: [{ kind: 'membership', source: 'ada', target: 'circle' }],
  });
  const bars = ['.top-bar', '.toolbar', '.zoom-bar', '.link-key', '.status-bar'].map((selector) => ({
    name: selector,
    selector,
  }));
  const eyes = [
    { name: 'Fay', link: board.link, chosen: ['ada'] },
    ...(await Promise.all(
      (['editor', 'viewer'] as const).map(async (role) => {
        const { url } = await board.invite({ viewpoint: 'circle', role });
        return { name: role, link: url, chosen: [role === 'editor' ? 'ada' : 'other'] };
      }),
    )),
  ];
  for (const { name, link, chosen } of eyes) {
    await test.step(name, async () => {
      const somebody = await person(name);
      await somebody.context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: server.url });
      const { page } = somebody;
      await somebody.join(link);
      const inspectors = chosen.map((id) => ({
        name: `inspector of ${id}`,
        selector: '.inspector',
        // By search, which brings it into sight from wherever the last click has led.
        before: async () => {
          if ((await page.locator(`.react-flow__node.selected[data-id="${id}"]`).count()) > 0) return;
          // What was clicked last may come late, and take the focus once more.
          await untilItWorks(async (timeout) => {
            await page.keyboard.press('Escape');
            await somebody.node(id).press('Enter');
            await page.locator(`.react-flow__node.selected[data-id="${id}"]`).waitFor({ timeout });
          });
          await page.locator('.inspector-foot').waitFor();
        },
      }));
      expect(await deadControls(page, [...bars, ...inspectors])).toEqual([]);
    });
  }
});

test('every control of the menus and dialogs does something or says why not', async ({ server, person }) => {
  const board = await Board.make(server.url, { title: 'Controls', policy: 'territorial' });
  await board.add({
    nodes: [
      { id: 'circle', kind: 'circle', label: 'Circle', position: { x: 0, y: 0 } },
      { id: 'ada', kind: 'person', label: 'Ada', position: { x: 300, y: 10 } },
    ],
  });
  const fay = await person('Fay');
  await fay.context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: server.url });
  const { page } = fay;
  await fay.join(board.link);
  const dialog = (name: string, item: string | RegExp) => ({
    name,
    selector: '.dialog',
    // A dialog that was just closed gives the focus back, which may close the menu.
    open: async (timeout: number) => {
      await page.getByRole('button', { name: /Board menu/ }).click({ timeout });
      await page.getByRole('menuitem', { name: item }).click({ timeout });
      await page.locator('.dialog').waitFor({ timeout: 4 * timeout });
    },
  });
  const menu = (name: string, button: string | RegExp) => ({
    name,
    selector: '[role="menu"]',
    open: async (timeout: number) => {
      if (new URL(page.url()).pathname === '/') await page.goBack();
      // Ends presenting, renaming, and looking with other eyes.
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: button }).first().click({ timeout });
    },
  });
  const found = await deadControls(page, [
    {
      name: 'menu of a node',
      selector: '[role="menu"]',
      open: async (timeout) => {
        await page.keyboard.press('Escape');
        if ((await fay.node('ada').count()) === 0) await page.keyboard.press('Control+z');
        await fay.node('ada').click({ button: 'right', timeout });
      },
    },
    {
      name: 'share',
      selector: '.dialog',
      open: (timeout) => page.getByRole('button', { name: 'Share' }).click({ timeout }),
    },
    menu('menu of the session', 'Facilitate'),
    menu('menu of the board', /Board menu/),
    dialog('settings', 'Board settings'),
    dialog('export', /^Export/),
    dialog('import', /^Import/),
    dialog('template', 'Save as a template'),
    dialog('exposure', /^Exposure/),
    dialog('shortcuts', /^Keyboard shortcuts/),
  ]);
  expect(found).toEqual([]);
});
