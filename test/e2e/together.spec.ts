/** Two people at one board, at once: sizes under way, one following the other, input methods, undo. */
import { Board } from '../helpers/browserBoard.ts';
import { expect, test } from '../helpers/browserTest.ts';

test('what one does is seen while it is done: resizing, moving the view, composing letters', async ({
  server,
  person,
}) => {
  const board = await Board.make(server.url);
  await board.add({
    nodes: [
      {
        id: 'area',
        kind: 'area',
        label: 'North',
        position: { x: 0, y: 0 },
        size: { width: 300, height: 200 },
      },
      { id: 'ada', kind: 'person', label: 'Ada', position: { x: 0, y: 180 } },
    ],
  });
  const [fay, eli] = [await person('Fay'), await person('Eli')];
  await fay.join(board.link);
  await eli.join((await board.invite({ viewpoint: 'everyone', role: 'editor' })).url);
  const widthFor = async (who: typeof fay) => {
    const box = await who.node('area').boundingBox();
    return Math.round((box?.width ?? 0) / (await who.zoom()));
  };

  await test.step('a corner that is pulled is seen before it is let go, and Escape puts it back for both', async () => {
    await eli.select('area');
    const { x, y } = await eli.toScreen({ x: 150, y: 100 });
    await eli.page.mouse.move(x, y);
    await eli.page.mouse.down();
    const to = await eli.toScreen({ x: 210, y: 140 });
    await eli.page.mouse.move(to.x, to.y, { steps: 6 });
    await expect.poll(() => widthFor(fay)).toBe(360);
    await eli.page.keyboard.press('Escape');
    await expect.poll(() => widthFor(fay)).toBe(300);
    await eli.page.mouse.up();
    await eli.page.mouse.move(x, y);
    await eli.page.mouse.down();
    await eli.page.mouse.move(to.x, to.y, { steps: 6 });
    await eli.page.mouse.up();
    await expect.poll(() => widthFor(fay)).toBe(360);
    await eli.page.keyboard.press('Control+z');
    await expect.poll(() => widthFor(fay)).toBe(300);
    await eli.page.keyboard.press('Escape');
  });

  await test.step('whoever follows has the same place in the middle, in a window of another size', async () => {
    await fay.page.setViewportSize({ width: 900, height: 620 });
    await fay.page.getByRole('button', { name: '2 people here' }).click();
    await fay.page.getByRole('button', { name: 'Follow Eli' }).click();
    const { x, y } = await eli.toScreen({ x: 0, y: 180 });
    await eli.page.mouse.move(x, y);
    await eli.page.mouse.wheel(140, 90);
    await eli.page.keyboard.press('Control+-');
    const middle = async (who: typeof fay) => {
      const pane = await who.canvas.boundingBox();
      const [zero, zoom] = [await who.toScreen({ x: 0, y: 0 }), await who.zoom()];
      if (pane === null) return '';
      const [mx, my] = [
        (pane.x + pane.width / 2 - zero.x) / zoom,
        (pane.y + pane.height / 2 - zero.y) / zoom,
      ];
      return `${Math.round(mx)} ${Math.round(my)} ${zoom.toFixed(2)}`;
    };
    await expect.poll(async () => (await middle(fay)) === (await middle(eli))).toBe(true);
    expect(await middle(fay)).not.toMatch(/^0 0 1/);
    await fay.page.keyboard.press('Escape');
  });

  await test.step('letters that an input method composes keep their place while another types', async () => {
    const [left, right] = [await fay.openName('ada'), await eli.openName('ada')];
    const session = await fay.page.context().newCDPSession(fay.page);
    await left.press('End');
    await right.press('Home');
    for (const text of ['n', 'に', 'にほ', '日本'])
      await session.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      });
    await right.pressSequentially('Frau ', { delay: 15 });
    await expect.poll(async () => (await board.node('ada'))?.label).toBe('Frau Ada');
    expect(await left.inputValue()).toBe('Ada日本');
    await session.send('Input.insertText', { text: '日本' });
    for (const field of [left, right]) await expect(field).toHaveValue('Frau Ada日本');
    await left.pressSequentially('!');
    await right.pressSequentially('Dr ');
    for (const field of [left, right]) await expect(field).toHaveValue('Frau Dr Ada日本!');
    await left.press('Enter');
    await right.press('Enter');
    await expect.poll(async () => (await board.node('ada'))?.label).toBe('Frau Dr Ada日本!');
  });
});
