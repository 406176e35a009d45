/** Drawing links with the keyboard alone: from a node, to a node, of a kind. */
import { Board } from '../helpers/browserBoard.ts';
import { expect, test } from '../helpers/browserTest.ts';

test('a link is drawn by keyboard alone: start, end, kind', async ({ server, person }) => {
  const board = await Board.make(server.url);
  await board.add({
    nodes: [
      { id: 'ada', kind: 'person', label: 'Ada', position: { x: 0, y: 0 } },
      { id: 'bo', kind: 'person', label: 'Bo', position: { x: 240, y: 0 } },
      { id: 'cell', kind: 'cell', label: 'Cell 1', position: { x: 0, y: 240 } },
      { id: 'far', kind: 'body', label: 'Bureau', position: { x: 4000, y: 240 } },
    ],
  });
  const fay = await person('Fay');
  await fay.join(board.link);
  const { page } = fay;
  const { keyboard } = page;
  const focused = () =>
    page.evaluate(() => document.activeElement?.closest('[data-id]')?.getAttribute('data-id') ?? null);
  const said = (text: string) =>
    expect(page.getByRole('status').filter({ hasText: text })).not.toHaveCount(0);
  const item = (name: RegExp) => page.getByRole('menuitem', { name });
  const line = fay.canvas.locator('.connect-line');

  await test.step('L on the focused node takes the tool, arrows choose where the link ends', async () => {
    await fay.node('ada').focus();
    await keyboard.press('l');
    await said('Arrows or Tab choose where the link ends');
    await keyboard.press('ArrowRight');
    await said('Link from Ada to Bo, person');
    await expect(line).toHaveCount(1);
    await expect(fay.node('bo').locator('.is-drop-target')).toHaveCount(1);
    await expect.poll(focused).toBe('ada');
  });

  await test.step('the menu offers the kinds that may join them, and says why not the others', async () => {
    await keyboard.press('Enter');
    await expect(item(/^Contact/)).toBeEnabled();
    await expect(item(/^Guidance/)).toBeDisabled();
    await expect(item(/^Guidance/)).toContainText('Guidance leads from one group to another.');
    await expect(page.getByRole('menuitem')).toHaveCount(6);
    await keyboard.press('Escape');
    await expect(page.getByRole('menuitem')).toHaveCount(0);
    await expect(line).toHaveCount(1);
    await expect.poll(focused).toBe('ada');
  });

  await test.step('Enter makes it, and the focus goes to it', async () => {
    await keyboard.press('Enter');
    await keyboard.type('con');
    await keyboard.press('Enter');
    await expect.poll(() => board.linksBetween('ada', 'bo')).toEqual(['contact']);
    await expect(line).toHaveCount(0);
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
      .toBe('Contact between Ada and Bo');
    await expect(page.getByRole('button', { name: 'Select', exact: true })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
  });

  await test.step('Tab goes in reading order and brings what is chosen into sight; Esc leaves', async () => {
    await fay.select('cell');
    await fay.node('cell').focus();
    await keyboard.press('Control+0');
    await expect.poll(() => fay.zoom()).toBe(1);
    await keyboard.press('l');
    await keyboard.press('Tab');
    await said('Link from Cell 1 to Bureau, body');
    await expect(fay.node('far')).toBeInViewport();
    await keyboard.press('Escape');
    await expect(line).toHaveCount(0);
    await expect.poll(focused).toBe('cell');
    expect(await board.linksBetween('cell', 'far')).toEqual([]);
  });

  await test.step('it also starts from the palette and from the context menu', async () => {
    await keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Run a command' }).fill('draw a link');
    await keyboard.press('Enter');
    await said('Arrows or Tab choose where the link ends');
    await keyboard.press('Escape');
    await keyboard.press('Shift+F10');
    await item(/^Draw a link from here/).waitFor();
    await keyboard.type('draw');
    await keyboard.press('Enter');
    await said('Arrows or Tab choose where the link ends');
    await keyboard.press('Shift+Tab');
    await said('Link from Cell 1 to Bo');
    await keyboard.press('Escape');
    await expect(line).toHaveCount(0);
  });
});
