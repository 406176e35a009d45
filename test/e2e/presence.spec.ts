/** Who is here: cursors, names, selections, as far as each viewpoint is told. */
import { Board } from '../helpers/browserBoard.ts';
import type { Person } from '../helpers/browserPerson.ts';
import { expect, test } from '../helpers/browserTest.ts';

const cursorOf = (seenBy: Person, other: Person) =>
  seenBy.canvas.locator(`.cursor[data-peer="${other.name}"]`);
const selectionOf = (seenBy: Person, other: Person, id: string) =>
  seenBy.node(id).locator(`.remote-selection[data-peer="${other.name}"]`);
const here = ({ page }: Person) => page.locator('.live-state');

test('those of one viewpoint and the facilitator see each other come, point, select and go; nobody else does', async ({
  server,
  person,
}) => {
  const board = await Board.make(server.url, { policy: 'detached' });
  await board.add({
    nodes: [
      { id: 'one', kind: 'cell', label: 'Cell 1', position: { x: 0, y: 0 } },
      { id: 'two', kind: 'cell', label: 'Cell 2', position: { x: 400, y: 0 } },
      { id: 'ada', kind: 'person', label: 'Ada', position: { x: 0, y: 200 } },
      { id: 'bo', kind: 'person', label: 'Bo', position: { x: 400, y: 200 } },
    ],
    links: [
      { kind: 'membership', source: 'ada', target: 'one' },
      { kind: 'membership', source: 'bo', target: 'two' },
    ],
  });
  const [fay, ann, ben, zoe] = [
    await person('Fay'),
    await person('Ann'),
    await person('Ben'),
    await person('Zoe'),
  ];
  await fay.join(board.link);
  await ann.join(await board.linkFor('Cell 1'));
  await ben.join(await board.linkFor('Cell 1'));
  await zoe.join(await board.linkFor('Cell 2'));

  await expect(here(fay)).toContainText('4 here');
  await expect(here(ann)).toContainText('2 here');
  await expect(here(ben)).toContainText('2 here');
  await expect(here(zoe)).toContainText('1 here');

  await test.step('the list names them, and for the facilitator whose eyes they look through', async () => {
    await fay.page.getByRole('button', { name: '4 people here' }).click();
    const list = fay.page.getByRole('dialog').getByRole('listitem');
    await expect(list).toHaveCount(4);
    await expect(list.filter({ hasText: 'Fay (you)' })).toHaveCount(1);
    await expect(list.filter({ hasText: 'Ann' })).toContainText('Cell 1');
    await expect(list.filter({ hasText: 'Zoe' })).toContainText('Cell 2');
    await fay.page.keyboard.press('Escape');
  });

  await test.step('a cursor stands where its owner points', async () => {
    const { x, y } = await ann.toScreen({ x: 60, y: 120 });
    await ann.page.mouse.move(x, y);
    await expect(cursorOf(ben, ann)).toHaveText('Ann');
    await expect(cursorOf(fay, ann)).toHaveText('Ann, Cell 1');
    const expected = await ben.toScreen({ x: 60, y: 120 });
    await expect
      .poll(async () => {
        const box = await cursorOf(ben, ann).locator('svg').boundingBox();
        return box === null ? Number.NaN : Math.hypot(box.x - expected.x, box.y - expected.y);
      })
      .toBeLessThan(6);
    await ben.page.mouse.move(expected.x + 40, expected.y);
    await expect(cursorOf(ann, ben)).toHaveCount(1);
    const zoes = await zoe.toScreen({ x: 430, y: 90 });
    await zoe.page.mouse.move(zoes.x, zoes.y);
    await expect(cursorOf(fay, zoe)).toHaveText('Zoe, Cell 2');
    await ann.page.mouse.move(x, 20);
    await expect(cursorOf(ben, ann)).toHaveCount(0);
  });

  await test.step('a selection shows its owner until it is given up', async () => {
    await ann.select('ada');
    await expect(selectionOf(ben, ann, 'ada')).toHaveCount(1);
    await expect(selectionOf(fay, ann, 'ada')).toHaveCount(1);
    await ann.page.keyboard.press('Escape');
    await expect(selectionOf(ben, ann, 'ada')).toHaveCount(0);
    await ann.select('ada');
    await expect(selectionOf(ben, ann, 'ada')).toHaveCount(1);
  });

  await test.step('a node on its way is seen on its way', async () => {
    await ann.pickUp('one', { x: 0, y: 40 });
    await ann.moveHeld({ x: 0, y: -120 }, { x: 0, y: 40 });
    await expect.poll(async () => (await ben.placeOf('one')).y).toBeLessThan(-100);
    await ann.page.mouse.up();
  });

  await test.step('whoever leaves is gone at once', async () => {
    await ann.page.mouse.move(400, 300);
    await expect(cursorOf(ben, ann)).toHaveCount(1);
    await ann.context.close();
    await expect(here(ben)).toContainText('1 here');
    await expect(here(fay)).toContainText('3 here');
    await expect(cursorOf(ben, ann)).toHaveCount(0);
    await expect(cursorOf(fay, ann)).toHaveCount(0);
    await expect(selectionOf(fay, ann, 'ada')).toHaveCount(0);
  });

  for (const name of ['Fay', 'Ann', 'Ben']) expect(await zoe.hasReceived(name)).toBe(false);
  for (const name of ['Fay', 'Zoe']) expect(await ben.hasReceived(name)).toBe(false);
});
