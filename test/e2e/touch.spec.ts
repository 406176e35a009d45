/** The board under fingers, on a phone: taps, drags, pinches, presses, and bars that leave room. */
import { Board } from '../helpers/browserBoard.ts';
import type { Point } from '../helpers/browserPerson.ts';
import { expect, test } from '../helpers/browserTest.ts';
import { Fingers } from '../helpers/fingers.ts';

const PHONE = { width: 360, height: 740 };

test('on a phone, fingers select, name, drag, pan, pinch, open the menu and link', async ({
  server,
  person,
}) => {
  const board = await Board.make(server.url, { title: 'A rather long name of a board' });
  await board.add({
    nodes: [
      { id: 'circle', kind: 'circle', label: 'Readers', position: { x: 0, y: 0 } },
      { id: 'ada', kind: 'person', label: 'Ada', position: { x: 0, y: -40 } },
      { id: 'bo', kind: 'person', label: 'Bo', position: { x: 0, y: 200 } },
      { id: 'far', kind: 'cell', label: 'Cell 1', position: { x: 2600, y: 1200 } },
    ],
  });
  const fay = await person('Fay', { phone: PHONE });
  await fay.join(board.link);
  const { page } = fay;
  const fingers = await Fingers.on(page);
  const placeOf = async (id: string) => (await board.node(id))?.position;
  const moved = ({ x, y }: Point, by: Point) => ({ x: x + by.x, y: y + by.y });

  await test.step('nothing is wider than the screen, and no bar lies over another', async () => {
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
    const boxes = await page
      .locator('.top-bar > * > *:visible, .toolbar .tool, .zoom-bar button:visible')
      .evaluateAll((elements) =>
        elements.map((element) => element.getBoundingClientRect().toJSON() as DOMRect),
      );
    expect(boxes.length).toBeGreaterThan(14);
    for (const box of boxes) {
      expect(box.left).toBeGreaterThanOrEqual(0);
      expect(box.right).toBeLessThanOrEqual(PHONE.width);
    }
    const meet = (a: DOMRect, b: DOMRect) =>
      a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
    expect(boxes.flatMap((a, index) => boxes.slice(index + 1).filter((b) => meet(a, b)))).toEqual([]);
    for (const { width, height } of await page
      .locator('.tool')
      .evaluateAll((tools) => tools.map((tool) => tool.getBoundingClientRect().toJSON() as DOMRect)))
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
  });

  await test.step('a board too large for the screen opens where it can be read', async () => {
    expect(await fay.zoom()).toBeGreaterThanOrEqual(0.44);
    await page.getByRole('button', { name: 'Fit the board' }).tap();
    await expect(fay.node('far')).toBeInViewport();
    await expect(fay.node('circle')).toBeInViewport();
  });

  await test.step('two fingers spread on a node enlarge the board about their middle, and move nothing', async () => {
    const at = await fay.middleOf('circle');
    for (let times = 0; times < 3; times++)
      await fingers.pinch(
        [moved(at, { x: -20, y: 0 }), moved(at, { x: 20, y: 0 })],
        [moved(at, { x: -45, y: 0 }), moved(at, { x: 45, y: 0 })],
      );
    await expect.poll(() => fay.zoom()).toBeGreaterThan(0.7);
    const now = await fay.middleOf('circle');
    expect(Math.hypot(now.x - at.x, now.y - at.y)).toBeLessThan(4);
    expect(await placeOf('circle')).toEqual({ x: 0, y: 0 });
    const away = { x: PHONE.width / 2 - now.x, y: 300 - now.y };
    await fingers.pinch(
      [moved(now, { x: -30, y: 0 }), moved(now, { x: 30, y: 0 })],
      [moved(moved(now, { x: -30, y: 0 }), away), moved(moved(now, { x: 30, y: 0 }), away)],
    );
    await expect.poll(async () => Math.round((await fay.middleOf('circle')).y)).toBe(300);
  });

  await test.step('one finger on the bare board, or on a group, pans; there is no marquee', async () => {
    const from = await fay.middleOf('bo');
    const bare = moved(from, { x: 110, y: 20 });
    await fingers.draw(bare, moved(bare, { x: -40, y: -30 }));
    await expect.poll(async () => Math.round((await fay.middleOf('bo')).x - from.x)).toBe(-40);
    const group = moved(await fay.middleOf('circle'), { x: 0, y: 50 });
    await fingers.draw(group, moved(group, { x: 40, y: 30 }));
    await expect.poll(async () => Math.round((await fay.middleOf('bo')).x - from.x)).toBe(0);
    await expect(page.locator('.react-flow__selection')).toHaveCount(0);
    expect(await placeOf('circle')).toEqual({ x: 0, y: 0 });
  });

  await test.step('a tap selects, with the inspector as a sheet that opens on demand', async () => {
    await fingers.tap(await fay.middleOf('ada'));
    await expect(fay.node('ada')).toHaveClass(/selected/);
    await expect(fay.inspector.getByRole('heading', { name: 'Ada' })).toBeVisible();
    await expect(fay.inspector.getByLabel('Name')).toBeHidden();
    await fay.inspector.getByRole('button', { name: 'Show all fields' }).tap();
    await expect(fay.inspector.getByLabel('Name')).toBeVisible();
    await fay.inspector.getByRole('button', { name: 'Show less' }).tap();
  });

  await test.step('one finger drags a person', async () => {
    const at = await fay.middleOf('bo');
    await fingers.draw(at, moved(at, { x: 0, y: 60 }));
    await expect.poll(async () => (await placeOf('bo'))?.y).toBeGreaterThan(230);
    expect((await placeOf('circle'))?.y).toBe(0);
  });

  await test.step('two taps open the name', async () => {
    // What is selected comes out from under the sheet by itself.
    await expect
      .poll(async () => {
        const sheet = await fay.inspector.boundingBox();
        return sheet !== null && (await fay.middleOf('bo')).y + 30 < sheet.y;
      })
      .toBe(true);
    await fingers.tap(await fay.middleOf('bo'), 2);
    await expect(fay.nameField).toBeFocused();
    await page.keyboard.type('Boris');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await board.node('bo'))?.label).toBe('Boris');
  });

  await test.step('a long press opens the menu; from there a tap links', async () => {
    await fingers.pinch(
      [
        { x: 100, y: 200 },
        { x: 260, y: 200 },
      ],
      [
        { x: 150, y: 330 },
        { x: 210, y: 330 },
      ],
    );
    await fingers.down(await fay.middleOf('ada'));
    await page.getByRole('menuitem', { name: 'Draw a link from here' }).waitFor();
    await fingers.up();
    await page.getByRole('menuitem', { name: 'Draw a link from here' }).tap();
    await expect(page.getByRole('button', { name: 'Link', exact: true })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    await fingers.tap(await fay.middleOf('bo'));
    await page.getByRole('menuitem', { name: 'Contact' }).tap();
    await expect.poll(() => board.linksBetween('ada', 'bo')).toEqual(['contact']);
  });

  await test.step('the link tool joins what is tapped one after the other', async () => {
    await page.getByRole('button', { name: 'Link', exact: true }).tap();
    await fingers.tap(await fay.middleOf('bo'));
    await fingers.tap(moved(await fay.middleOf('circle'), { x: 0, y: 40 }));
    await page.getByRole('menuitem', { name: 'Membership' }).tap();
    await expect.poll(() => board.linksBetween('bo', 'circle')).toEqual(['membership']);
  });
});
