/** Many at once: selecting, aligning, snapping, copying between boards, tidying up. */
import { Board } from '../helpers/browserBoard.ts';
import { expect, test } from '../helpers/browserTest.ts';

const PEOPLE = [
  { id: 'ada', kind: 'person', label: 'Ada', position: { x: 0, y: 0 } },
  { id: 'bo', kind: 'person', label: 'Bo', position: { x: 130, y: 60 } },
  { id: 'cy', kind: 'person', label: 'Cy', position: { x: 400, y: 11 } },
];

const places = async (board: Board) => {
  const { nodes } = await board.elements();
  return Object.fromEntries(nodes.map(({ id, position }) => [id, position]));
};

test('a frame drawn round people selects them, Shift adds, and they are aligned and spread as one step each', async ({
  server,
  person,
}) => {
  const board = await Board.make(server.url, { title: 'Order' });
  await board.add({ nodes: PEOPLE });
  const fay = await person('Fay');
  await fay.join(board.link);
  const { page } = fay;
  const selected = () =>
    page
      .locator('.react-flow__node.selected')
      .evaluateAll((nodes) => nodes.map((node) => node.getAttribute('data-id')).sort());

  await test.step('marquee and additive selection', async () => {
    const from = await fay.toScreen({ x: -70, y: -80 });
    const to = await fay.toScreen({ x: 200, y: 110 });
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 6 });
    await page.mouse.up();
    await expect.poll(selected).toEqual(['ada', 'bo']);
    await expect(fay.inspector).toContainText('2 selected');
    await expect(page.getByRole('button', { name: 'Distribute horizontally' })).toBeDisabled();
    const { x, y } = await fay.middleOf('cy');
    await page.keyboard.down('Shift');
    await page.mouse.click(x, y);
    await page.keyboard.up('Shift');
    await expect.poll(selected).toEqual(['ada', 'bo', 'cy']);
  });

  await test.step('align and distribute', async () => {
    const before = await places(board);
    await page.getByRole('button', { name: 'Align middles' }).click();
    await expect
      .poll(async () => new Set(Object.values(await places(board)).map(({ y }) => Math.round(y))).size)
      .toBe(1);
    await page.getByRole('button', { name: 'Distribute horizontally' }).click();
    await expect.poll(async () => (await places(board))['bo']?.x).toBe(200);
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await expect.poll(() => places(board)).toEqual(before);
  });

  await test.step('several get one colour from the inspector', async () => {
    await page.getByRole('radio', { name: 'Rose' }).click();
    await expect(fay.inspector.getByRole('radio', { name: 'Rose' })).toBeChecked();
    await page.keyboard.press('Control+z');
  });

  await test.step('what is dragged snaps to its neighbours', async () => {
    await fay.clickAt({ x: 200, y: -160 });
    await expect.poll(selected).toEqual([]);
    await page.keyboard.press('Control+0');
    await expect.poll(() => fay.zoom()).toBe(1);
    const { x } = PEOPLE[2]?.position ?? { x: 0 };
    await fay.pickUp('cy');
    await fay.moveHeld({ x, y: 3 });
    await page.mouse.up();
    await expect.poll(async () => (await places(board))['cy']?.y).toBe(0);
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await places(board))['cy']?.y).toBe(11);
  });
});

test('what is copied on one board is pasted on another, as text, with its links', async ({
  server,
  person,
}) => {
  const [from, to] = [await Board.make(server.url), await Board.make(server.url)];
  await from.add({
    nodes: PEOPLE,
    links: [{ kind: 'contact', source: 'ada', target: 'bo', label: 'friends' }],
  });
  const fay = await person('Fay');
  await fay.context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: server.url });
  await fay.join(from.link);
  await fay.select('ada');
  await fay.page.keyboard.press('Control+a');
  await fay.page.keyboard.press('Control+c');
  const text = await fay.page.evaluate(() => navigator.clipboard.readText());
  expect(text).toContain('Ada');

  await fay.join(to.link);
  await fay.page.keyboard.press('Control+v');
  await expect
    .poll(async () => (await to.elements()).nodes.map(({ label }) => label).sort())
    .toEqual(['Ada', 'Bo', 'Cy']);
  const { nodes, links } = await to.elements();
  expect(links.map(({ kind }) => kind)).toEqual(['contact']);
  expect(nodes.map(({ id }) => id)).not.toContain('ada');

  await fay.page.keyboard.press('Control+d');
  await expect.poll(async () => (await to.elements()).nodes.length).toBe(6);
  await fay.page.keyboard.press('Control+x');
  await expect.poll(async () => (await to.elements()).nodes.length).toBe(3);
  await fay.page.keyboard.press('Control+z');
  await expect.poll(async () => (await to.elements()).nodes.length).toBe(6);
});

test('tidying up packs and parts what overlaps, is one step, and has nothing to do the second time', async ({
  server,
  person,
}) => {
  const board = await Board.make(server.url);
  const circle = (id: string, x: number) => ({
    id,
    kind: 'circle',
    label: id,
    position: { x, y: 0 },
    size: { width: 320, height: 320 },
  });
  await board.add({
    nodes: [
      circle('one', 0),
      circle('two', 90),
      ...PEOPLE.map((node, index) => ({ ...node, position: { x: index * 8 - 30, y: index * 6 } })),
    ],
    links: [
      ...['ada', 'bo'].map((source) => ({ kind: 'membership', source, target: 'one' })),
      { kind: 'tie', source: 'one', target: 'two' },
    ],
  });
  const fay = await person('Fay');
  await fay.join(board.link);
  const before = await places(board);
  await fay.page.keyboard.press('Shift+T');
  await expect(fay.toasts).toContainText('moved');
  await fay.allSaved();
  const after = await places(board);
  const [one, two] = [after['one'] ?? { x: 0, y: 0 }, after['two'] ?? { x: 0, y: 0 }];
  expect(Math.hypot(one.x - two.x, one.y - two.y)).toBeGreaterThan(200);

  await fay.page.keyboard.press('Shift+T');
  await expect(fay.toasts).toHaveText('Everything is tidy already.');
  await fay.allSaved();
  expect(await places(board)).toEqual(after);

  await fay.page.keyboard.press('Control+z');
  await expect.poll(() => places(board)).toEqual(before);

  await test.step('of a selection only its blocks move', async () => {
    await fay.select('cy');
    await fay.page.keyboard.press('Shift+T');
    await expect.poll(async () => (await places(board))['cy']).not.toEqual(before['cy']);
    const { cy: _, ...others } = await places(board);
    const { cy: __, ...rest } = before;
    expect(others).toEqual(rest);
  });
});
