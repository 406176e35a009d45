/** Drawing together: what each of several people does, and that nobody's work undoes another's. */
import { Board } from '../helpers/browserBoard.ts';
import type { Person } from '../helpers/browserPerson.ts';
import { expect, test } from '../helpers/browserTest.ts';
import type { ServerProcess } from '../helpers/server.ts';

const CIRCLE = {
  id: 'circle',
  kind: 'circle',
  label: 'Reading circle',
  position: { x: 0, y: 0 },
  size: { width: 240, height: 240 },
};
const ADA = { id: 'ada', kind: 'person', label: 'Ada', position: { x: 300, y: 40 } };
const BO = { id: 'bo', kind: 'person', label: 'Bo', position: { x: 300, y: 160 } };
/** Where a circle can be held beside whoever sits in its middle. */
const RIM = { x: 0, y: -90 };

/** A board that all may change, and on it a circle and two people beside it. */
async function commonBoard(server: ServerProcess): Promise<Board> {
  const board = await Board.make(server.url, { title: 'Reading circle' });
  await board.add({ nodes: [CIRCLE, ADA, BO] });
  return board;
}

async function everyoneOn(board: Board, person: Person): Promise<void> {
  await person.join((await board.invite({ viewpoint: 'everyone', role: 'editor' })).url);
}

async function two(board: Board, person: (name: string) => Promise<Person>): Promise<[Person, Person]> {
  const [fay, eli] = [await person('Fay'), await person('Eli')];
  await fay.join(board.link);
  await everyoneOn(board, eli);
  return [fay, eli];
}

const placeOf = async (board: Board, id: string) => (await board.node(id))?.position ?? { x: 0, y: 0 };

test('two people who name the same thing at the same time keep every letter of both', async ({
  server,
  person,
}) => {
  const board = await commonBoard(server);
  const [fay, eli] = await two(board, person);
  const [left, right] = [await fay.openName('ada'), await eli.openName('ada')];

  await left.press('Home');
  await Promise.all([
    left.pressSequentially('countess ', { delay: 20 }),
    right.pressSequentially(' lovelace', { delay: 20 }),
  ]);
  for (const field of [left, right]) await expect(field).toHaveValue('countess Ada lovelace');

  await left.press('End');
  await right.press('End');
  await Promise.all([
    left.pressSequentially('123456', { delay: 20 }),
    right.pressSequentially('uvwxyz', { delay: 20 }),
  ]);
  const only = (text: string, letters: RegExp) =>
    text.replace('countess Ada lovelace', '').replace(letters, '');
  await expect.poll(async () => only(await left.inputValue(), /\d/g)).toBe('uvwxyz');
  await expect.poll(async () => only(await right.inputValue(), /[a-z]/g)).toBe('123456');
  await left.press('Enter');
  await right.press('Enter');
  await fay.allSaved();
  await eli.allSaved();
  const name = (await board.node('ada'))?.label;
  for (const one of [fay, eli])
    await expect(one.node('ada')).toHaveAttribute('aria-label', `${name}, person`);
});

test('a person dragged into a group belongs to it, goes along with it, and leaves it when dragged out', async ({
  server,
  person,
}) => {
  const board = await commonBoard(server);
  const fay = await person('Fay');
  await fay.join(board.link);

  await test.step('dropping a person in a circle makes the membership', async () => {
    await fay.pickUp('ada');
    await fay.moveHeld({ x: 20, y: 30 });
    await expect(fay.node('circle').locator('.is-drop-target')).toHaveCount(1);
    await fay.page.mouse.up();
    await expect.poll(() => board.linksBetween('ada', 'circle')).toEqual(['membership']);
    await expect(fay.node('ada')).toHaveAttribute('aria-label', 'Ada, person, Reading circle');
    await expect(fay.node('circle').locator('.is-drop-target')).toHaveCount(0);
  });

  const [ada, bo] = [await placeOf(board, 'ada'), await placeOf(board, 'bo')];
  await test.step('its members move with a circle, and nobody else', async () => {
    await fay.drag('circle', { x: -60, y: 50 }, RIM);
    await expect.poll(() => placeOf(board, 'circle')).not.toEqual(CIRCLE.position);
    await fay.allSaved();
    const circle = await placeOf(board, 'circle');
    expect(await placeOf(board, 'ada')).toEqual({ x: ada.x + circle.x, y: ada.y + circle.y });
    expect(await placeOf(board, 'bo')).toEqual(bo);
  });

  await test.step('one undo takes the circle and its members back', async () => {
    await fay.page.keyboard.press('Control+z');
    await expect.poll(() => placeOf(board, 'circle')).toEqual(CIRCLE.position);
    await fay.allSaved();
    expect(await placeOf(board, 'ada')).toEqual(ada);
  });

  await test.step('moving within the circle changes no membership', async () => {
    await fay.drag('ada', { x: -40, y: -20 });
    await expect.poll(() => placeOf(board, 'ada')).not.toEqual(ada);
    await fay.allSaved();
    expect(await board.linksBetween('ada', 'circle')).toEqual(['membership']);
  });

  await test.step('dragging out ends it, which the message takes back', async () => {
    const inside = await placeOf(board, 'ada');
    await fay.drag('ada', { x: 320, y: -60 });
    await expect.poll(() => board.linksBetween('ada', 'circle')).toEqual([]);
    await expect(fay.toasts).toHaveText('Ada left Reading circle.');
    await fay.page.getByRole('button', { name: 'Undo' }).first().click();
    await expect.poll(() => board.linksBetween('ada', 'circle')).toEqual(['membership']);
    await expect.poll(() => placeOf(board, 'ada')).toEqual(inside);
  });

  await test.step('a person placed in a circle belongs to it at once', async () => {
    await fay.place('p', { x: 40, y: 60 }, 'Cleo');
    await expect.poll(() => board.find('Cleo')).toBeDefined();
    expect(await board.linksBetween(await board.idOf('Cleo'), 'circle')).toEqual(['membership']);
  });
});

test('undo and redo go through one’s own changes and leave the others’ alone', async ({ server, person }) => {
  const board = await commonBoard(server);
  const [fay, eli] = await two(board, person);
  const undo = fay.page.getByRole('toolbar', { name: 'Zoom' }).getByRole('button', { name: 'Undo' });
  await expect(undo).toBeDisabled();

  await fay.drag('ada', { x: 330, y: -80 });
  await expect.poll(() => placeOf(board, 'ada')).not.toEqual(ADA.position);
  await fay.allSaved();
  const moved = await placeOf(board, 'ada');
  await eli.rename('ada', 'Ada L.');
  await eli.drag('bo', { x: 200, y: 220 });
  await expect.poll(() => placeOf(board, 'bo')).not.toEqual(BO.position);
  await eli.allSaved();
  const elis = await placeOf(board, 'bo');
  await expect(fay.node('ada')).toHaveAttribute('aria-label', 'Ada L., person');

  await fay.page.keyboard.press('Control+z');
  await expect.poll(() => placeOf(board, 'ada')).toEqual(ADA.position);
  await fay.page.keyboard.press('Control+z');
  await expect(undo).toBeDisabled();
  expect(await placeOf(board, 'bo')).toEqual(elis);
  expect((await board.node('ada'))?.label).toBe('Ada L.');

  await fay.page.keyboard.press('Control+Shift+z');
  await expect.poll(() => placeOf(board, 'ada')).toEqual(moved);
  await eli.page.keyboard.press('Control+z');
  await expect.poll(() => placeOf(board, 'bo')).toEqual(BO.position);
  expect(await placeOf(board, 'ada')).toEqual(moved);
  expect((await board.node('ada'))?.label).toBe('Ada L.');
});

test('what was deleted comes back whole by undo, for everybody', async ({ server, person }) => {
  const board = await commonBoard(server);
  await board.add({
    links: [
      { kind: 'contact', source: 'ada', target: 'bo' },
      { kind: 'membership', source: 'ada', target: 'circle' },
    ],
  });
  const [fay, eli] = await two(board, person);
  const before = await board.elements();
  await fay.select('ada');
  await fay.page.keyboard.press('Delete');
  await expect(eli.node('ada')).toHaveCount(0);
  await expect.poll(async () => (await board.elements()).links).toEqual([]);
  await fay.page.keyboard.press('Control+z');
  await expect(eli.node('ada')).toHaveAttribute('aria-label', 'Ada, person, seat in Reading circle, 1 link');
  const byId = (elements: readonly { id: string }[]) => [...elements].sort((a, b) => (a.id < b.id ? -1 : 1));
  await expect.poll(async () => byId((await board.elements()).nodes)).toEqual(byId(before.nodes));
  expect(byId((await board.elements()).links)).toEqual(byId(before.links));
});

test('everything a board is drawn with can be made and linked from the keyboard’s tools', async ({
  server,
  person,
}) => {
  const board = await Board.make(server.url);
  const fay = await person('Fay');
  await fay.join(board.link);
  await expect(fay.page.getByText('Press P to add a person.')).toBeVisible();
  await fay.zoomTo(0.5);
  const kinds = [
    ['p', 'person'],
    ['c', 'circle'],
    ['x', 'cell'],
    ['b', 'body'],
    ['a', 'area'],
    ['o', 'organization'],
    ['n', 'note'],
  ] as const;
  for (const [index, [key, kind]] of kinds.entries()) {
    const at = { x: (index % 4) * 400, y: Math.floor(index / 4) * 450 };
    await fay.place(key, at, `My ${kind}`);
    await expect.poll(async () => (await board.find(`My ${kind}`))?.kind).toBe(kind);
  }
  await expect.poll(async () => (await fay.drawn()).nodes.length).toBe(kinds.length);
  const id = (kind: string) => board.idOf(`My ${kind}`);
  const links = [
    ['body', 'cell', 'Guidance'],
    ['cell', 'body', 'Delegation'],
    ['person', 'body', 'Tie'],
    ['person', 'circle', 'Membership'],
    ['body', 'person', 'Channel'],
  ] as const;
  for (const [from, to, kind] of links) {
    await fay.connect(await id(from), await id(to), kind);
    await expect
      .poll(async () => board.linksBetween(await id(from), await id(to)))
      .toContain(kind.toLowerCase());
  }
  await fay.page.getByRole('button', { name: 'Fit the board' }).click();
});

test('the board is worked by keyboard alone: walk, move, name, delete, take back', async ({
  server,
  person,
}) => {
  const board = await commonBoard(server);
  const fay = await person('Fay');
  await fay.join(board.link);
  const { keyboard } = fay.page;
  const focused = () =>
    fay.page.evaluate(() => document.activeElement?.closest('[data-id]')?.getAttribute('data-id') ?? null);

  await fay.page.getByRole('button', { name: 'Share' }).focus();
  await expect
    .poll(async () => {
      await keyboard.press('Tab');
      return focused();
    })
    .toBe('circle');
  await keyboard.press('Tab');
  await expect.poll(focused).toBe('ada');
  await keyboard.press('Tab');
  await expect.poll(focused).toBe('bo');
  await keyboard.press('Shift+Tab');
  await expect.poll(focused).toBe('ada');

  await keyboard.press('ArrowRight');
  await keyboard.press('ArrowRight');
  await keyboard.press('Shift+ArrowDown');
  await expect.poll(() => placeOf(board, 'ada')).toEqual({ x: ADA.position.x + 16, y: ADA.position.y + 40 });

  await keyboard.press('Enter');
  await expect(fay.nameField).toBeFocused();
  await keyboard.type('Adela');
  await keyboard.press('Enter');
  await expect(fay.nameField).toHaveCount(0);
  await expect.poll(focused).toBe('ada');
  await expect.poll(async () => (await board.node('ada'))?.label).toBe('Adela');

  await keyboard.press('Enter');
  await keyboard.type('never meant');
  await keyboard.press('Escape');
  await expect(fay.nameField).toHaveCount(0);
  await expect.poll(async () => (await board.node('ada'))?.label).toBe('Adela');

  await keyboard.press('Delete');
  await expect(fay.node('ada')).toHaveCount(0);
  await expect.poll(() => board.node('ada')).toBeUndefined();
  await keyboard.press('Control+z');
  await expect(fay.node('ada')).toHaveCount(1);
  await keyboard.press('Control+z');
  await expect.poll(async () => (await board.node('ada'))?.label).toBe('Ada');
  await keyboard.press('Control+Shift+z');
  await expect.poll(async () => (await board.node('ada'))?.label).toBe('Adela');

  await keyboard.press('h');
  await expect(fay.page.getByRole('button', { name: 'Hand' })).toHaveAttribute('aria-pressed', 'true');
  await keyboard.press('Escape');
  await expect(fay.page.getByRole('button', { name: 'Select' })).toHaveAttribute('aria-pressed', 'true');

  // The tools are one stop of the Tab key: the tool in hand; the arrows go round.
  const tool = (name: string) => fay.page.locator('.toolbar').getByRole('button', { name, exact: true });
  expect(await fay.page.locator('.toolbar button[tabindex="0"]').count()).toBe(1);
  await tool('Select').focus();
  for (const [key, name] of [
    ['ArrowUp', 'Link'],
    ['ArrowDown', 'Select'],
    ['End', 'Link'],
    ['Home', 'Select'],
    ['ArrowDown', 'Hand'],
  ] as const) {
    await keyboard.press(key);
    await expect(tool(name), key).toBeFocused();
  }
  await keyboard.press('Enter');
  await expect(tool('Hand')).toHaveAttribute('aria-pressed', 'true');
  await expect(tool('Hand')).toHaveAttribute('tabindex', '0');
  await keyboard.press('Escape');
  await expect(tool('Select')).toHaveAttribute('aria-pressed', 'true');
});

test('moving one node renders one node', async ({ server, person }) => {
  const board = await Board.make(server.url, { template: 'circles-and-cells' });
  const ada = await board.get('Ada');
  const [fay, eli] = [await person('Fay'), await person('Eli')];
  await fay.join(board.link);
  const counting = new URL(board.link);
  counting.search = 'renders';
  await eli.join(counting.href);

  const counts = () =>
    eli.canvas
      .locator('.react-flow__node')
      .evaluateAll((nodes) =>
        Object.fromEntries(
          nodes.map((node) => [
            node.getAttribute('data-id') ?? '',
            Number(node.querySelector('[data-renders]')?.getAttribute('data-renders')),
          ]),
        ),
      );
  const changed = (before: Record<string, number>, after: Record<string, number>) =>
    Object.keys(after).filter((id) => after[id] !== before[id]);

  const before = await counts();
  expect(Object.keys(before).length).toBeGreaterThan(90);
  expect(before[ada.id]).toBeGreaterThan(0);
  await fay.drag(ada.id, { x: ada.position.x + 50, y: ada.position.y + 60 });
  await expect.poll(() => placeOf(board, ada.id)).not.toEqual(ada.position);
  await fay.allSaved();
  const { x, y } = await placeOf(board, ada.id);
  await eli.expectAt(ada.id, { x, y });
  expect(changed(before, await counts()).filter((id) => id !== ada.id)).toEqual([]);

  const mine = await counts();
  await eli.drag(ada.id, ada.position);
  await expect.poll(() => placeOf(board, ada.id)).not.toEqual({ x, y });
  expect(changed(mine, await counts()).filter((id) => id !== ada.id)).toEqual([]);
});
