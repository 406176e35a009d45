/**
 * Three people on the example board: the facilitator, a cell and a circle. Each sees what the server gives
 * their viewpoint and nothing else, on the canvas and on the wire.
 */
import { Board } from '../helpers/browserBoard.ts';
import type { Person } from '../helpers/browserPerson.ts';
import { expect, test } from '../helpers/browserTest.ts';

/** The canvas draws every node of the view, and as a line every link but memberships of who lies inside. */
async function expectToDraw(person: Person, board: Board, as?: string): Promise<void> {
  await expect
    .poll(async () => (await person.drawn()).nodes, { message: `nodes drawn for ${person.name}` })
    .toEqual((await board.ids(as)).nodes);
  const { links } = await board.elements(as);
  const given = new Set(links.map(({ id }) => id));
  const wrong = async () => {
    const lines = new Set((await person.drawn()).links);
    const missing = links.filter(({ id, kind }) => kind !== 'membership' && !lines.has(id));
    return { missing, unknown: [...lines].filter((id) => !given.has(id)) };
  };
  await expect
    .poll(wrong, { message: `links drawn for ${person.name}` })
    .toEqual({ missing: [], unknown: [] });
}

const named = (name: string) => new RegExp(`^${name}, `);

test('each of three people on the example board is shown what the server gives their viewpoint', async ({
  server,
  person,
}) => {
  const board = await Board.at(server.exampleLink);
  const [facilitator, cell, circle] = [await person('Fay'), await person('Cem'), await person('Rosa')];
  await facilitator.join(server.exampleLink);
  await cell.join(await board.linkFor('Cell 1'));
  await circle.join(await board.linkFor('Bakery friends'));

  const [cellId, circleId] = [await board.idOf('Cell 1'), await board.idOf('Bakery friends')];
  await expectToDraw(facilitator, board);
  await expectToDraw(cell, board, cellId);
  await expectToDraw(circle, board, circleId);

  // Jun sits in the cell and in the circle; Mina in the circle alone; nobody in the circle knows of the cell.
  const [jun, mina] = [await board.get('Jun'), await board.get('Mina')];
  const toMove = { x: jun.position.x + 40, y: jun.position.y - 25 };

  await test.step('a node that is moved moves for everybody who sees it', async () => {
    await facilitator.drag(jun.id, toMove);
    await expect.poll(async () => (await board.node(jun.id))?.position).not.toEqual(jun.position);
    await facilitator.allSaved();
    const { position } = (await board.node(jun.id)) ?? jun;
    expect(Math.hypot(position.x - toMove.x, position.y - toMove.y)).toBeLessThan(10);
    await cell.expectAt(jun.id, position);
    await circle.expectAt(jun.id, position);
  });

  await test.step('a new name reaches those who see the node and no one else', async () => {
    await circle.rename(mina.id, 'Mina Saffron');
    await expect(facilitator.node(mina.id)).toHaveAttribute('aria-label', named('Mina Saffron'));
    await cell.rename(cellId, 'Cell Vermilion');
    await expect(facilitator.node(cellId)).toHaveAttribute('aria-label', named('Cell Vermilion'));
  });

  await test.step('what a circle draws is its own and the facilitator’s', async () => {
    await circle.place('p', { x: 740, y: 380 }, 'Quentin');
    const quentin = await expectOnBoard(board, 'Quentin');
    await circle.rename(quentin, 'Quentin Indigo');
    await expect(facilitator.node(quentin)).toHaveAttribute('aria-label', named('Quentin Indigo'));
    await circle.connect(mina.id, quentin, 'Contact');
    await expect.poll(() => board.linksBetween(mina.id, quentin)).toEqual(['contact']);
    await expectToDraw(facilitator, board);
    await expectToDraw(circle, board, circleId);

    await circle.select(quentin);
    await circle.page.keyboard.press('Delete');
    await expect(circle.node(quentin)).toHaveCount(0);
    await expect(facilitator.node(quentin)).toHaveCount(0);
    expect(await board.linksBetween(mina.id, quentin)).toEqual([]);
  });

  await test.step('nothing of it came to whom it is hidden from, in any frame or answer', async () => {
    for (const mark of ['Saffron', 'Vermilion', 'Indigo']) {
      expect(await facilitator.hasReceived(mark)).toBe(true);
    }
    for (const mark of [mina.id, 'Mina', 'Indigo', 'Cell 2', 'Goran']) {
      expect(await cell.hasReceived(mark), mark).toBe(false);
    }
    for (const mark of [cellId, 'Cell 1', 'Vermilion', 'Centre', 'Esra']) {
      expect(await circle.hasReceived(mark), mark).toBe(false);
    }
  });

  await expectToDraw(cell, board, cellId);
  await expectToDraw(circle, board, circleId);
});

async function expectOnBoard(board: Board, label: string): Promise<string> {
  await expect.poll(() => board.find(label)).toBeDefined();
  return board.idOf(label);
}
