/** Who may change what, as the page offers it and as the server holds to it. */
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { MESSAGE } from '../../shared/protocol.ts';
import { Board } from '../helpers/browserBoard.ts';
import type { Person } from '../helpers/browserPerson.ts';
import { expect, test } from '../helpers/browserTest.ts';
import type { ServerProcess } from '../helpers/server.ts';

const AT = { one: { x: 0, y: 0 }, two: { x: 420, y: 0 }, ada: { x: 0, y: 40 }, bo: { x: 420, y: 40 } };

const ONLY_THEIRS = 'Only members of Circle two or a facilitator can change this.';

/** Two circles whose members Ada and Bo know each other, so that each circle sees something of the other. */
async function twoCircles(server: ServerProcess): Promise<Board> {
  const board = await Board.make(server.url, { title: 'Two circles', policy: 'detached' });
  const circle = (id: 'one' | 'two') => ({ id, kind: 'circle', label: `Circle ${id}`, position: AT[id] });
  await board.add({
    nodes: [
      circle('one'),
      circle('two'),
      { id: 'ada', kind: 'person', label: 'Ada', position: AT.ada },
      { id: 'bo', kind: 'person', label: 'Bo', position: AT.bo },
    ],
    links: [
      { kind: 'membership', source: 'ada', target: 'one' },
      { kind: 'membership', source: 'bo', target: 'two' },
      { id: 'know', kind: 'contact', source: 'ada', target: 'bo' },
    ],
  });
  return board;
}

/** Tries everything that changes a node, by pointer, by key and in the inspector, and finds none of it works. */
async function expectUntouchable(person: Person, board: Board, id: string, why: string): Promise<void> {
  const { page } = person;
  const before = await board.node(id);
  const drawn = await person.placeOf(id);
  await person.drag(id, { x: (before?.position.x ?? 0) + 60, y: (before?.position.y ?? 0) + 150 });
  expect(await person.placeOf(id)).toEqual(drawn);

  await person.node(id).dblclick();
  await expect(person.toasts).toHaveText([why]);
  await expect(person.nameField).toHaveCount(0);

  await person.select(id);
  for (const key of ['ArrowRight', 'Delete', 'Enter']) await page.keyboard.press(key);
  await expect(person.nameField).toHaveCount(0);
  await expect(person.node(id)).toHaveCount(1);
  await expect(person.inspector.getByLabel('Name', { exact: true })).not.toBeEditable();
  await expect(person.inspector.getByText(why)).toBeVisible();
  await expect(person.inspector.getByRole('button', { name: 'Delete' })).toHaveCount(0);
  expect(await board.node(id)).toEqual(before);
}

test('what a participant may only read is not offered for editing; what is theirs is', async ({
  server,
  person,
}) => {
  const board = await twoCircles(server);
  const oda = await person('Oda');
  await oda.join(await board.linkFor('Circle one'));
  await expectUntouchable(oda, board, 'bo', ONLY_THEIRS);
  await expectUntouchable(oda, board, 'two', ONLY_THEIRS);

  await oda.rename('ada', 'Ada L.');
  await expect.poll(async () => (await board.node('ada'))?.label).toBe('Ada L.');
  await oda.drag('ada', { x: 30, y: -40 });
  await expect.poll(async () => (await board.node('ada'))?.position).not.toEqual(AT.ada);
  await oda.allSaved();
});

test('a viewer is given no tools, and told so when they try', async ({ server, person }) => {
  const board = await twoCircles(server);
  const vic = await person('Vic');
  await vic.join(await board.linkFor('Circle one', 'viewer'));
  await expect(vic.page.getByText('Viewer', { exact: true })).toBeVisible();
  for (const name of ['Person', 'Circle', 'Link', 'Undo']) {
    await expect(vic.page.getByRole('button', { name, exact: true })).toHaveCount(0);
  }
  await expectUntouchable(
    vic,
    board,
    'ada',
    'You can look but not edit. Ask a facilitator for an editor link.',
  );
  await vic.page.keyboard.press('p');
  await vic.clickAt({ x: 200, y: 220 });
  await vic.page.mouse.dblclick(640, 640);
  expect((await board.ids()).nodes).toEqual(['ada', 'bo', 'one', 'two']);
  await expect(vic.page.getByRole('button', { name: 'Share' })).toHaveCount(0);
  await expect(vic.page.getByRole('button', { name: /^View as/ })).toHaveCount(0);
});

test('a change made offline that is not allowed any more snaps back and says why', async ({
  server,
  person,
}) => {
  const board = await twoCircles(server);
  const [fay, oda] = [await person('Fay'), await person('Oda')];
  await fay.join(board.link);
  await oda.join(await board.linkFor('Circle one'));
  await oda.cutOff();
  await expect(oda.saved).toHaveText('Offline, kept here');
  await oda.drag('ada', { x: 30, y: -50 });
  expect((await oda.placeOf('ada')).y).toBeLessThan(-30);
  await expect(oda.saved).toHaveText('Offline, kept here');

  await fay.select('ada');
  await fay.inspector.getByRole('switch', { name: 'Locked' }).click();
  await expect.poll(async () => (await board.node('ada'))?.locked).toBe(true);
  await oda.reconnect();
  await oda.expectAt('ada', AT.ada);
  await expect(oda.toasts).toHaveText(['This is locked. A facilitator can unlock it.']);
  await expect(oda.saved).toHaveText('Saved');
  expect((await board.node('ada'))?.position).toEqual(AT.ada);
});

test('a link that would publish somebody snaps back for an editor who joined as everyone', async ({
  server,
  person,
}) => {
  const board = await Board.make(server.url, { policy: 'territorial' });
  await board.add({
    nodes: [
      { id: 'union', kind: 'organization', label: 'Union', position: { x: 0, y: 0 } },
      { id: 'ada', kind: 'person', label: 'Ada', position: { x: -90, y: 30 } },
      { id: 'bo', kind: 'person', label: 'Bo', position: { x: 90, y: 30 } },
    ],
    links: ['ada', 'bo'].map((source) => ({ kind: 'membership', source, target: 'union' })),
  });
  const eve = await person('Eve');
  await eve.join((await board.invite({ viewpoint: 'everyone', role: 'editor' })).url);
  await eve.connect('ada', 'bo', 'Contact');
  await expect(eve.toasts).toHaveText(['Only a facilitator can change this.']);
  await expect.poll(async () => (await eve.drawn()).links).toEqual([]);
  expect(await board.linksBetween('ada', 'bo')).toEqual([]);
  await eve.connect('ada', 'bo', 'Tie');
  await expect.poll(() => board.linksBetween('ada', 'bo')).toEqual(['tie']);
});

test('a modified client with the same link changes nothing it may not, and nobody beside it notices', async ({
  server,
  person,
}) => {
  const board = await twoCircles(server);
  const link = await board.linkFor('Circle one');
  const oda = await person('Oda');
  await oda.join(link);

  const { token, viewpoint } = await Board.enter(link);
  const doc = new Y.Doc();
  const provider = new WebsocketProvider(
    `${server.url.replace('http', 'ws')}/sync`,
    `${board.id}/${viewpoint}`,
    doc,
    { protocols: ['cellboard.v1', token], WebSocketPolyfill: WebSocket as never, disableBc: true },
  );
  provider.messageHandlers[MESSAGE.notice] = () => {};
  try {
    const nodes = doc.getMap('nodes') as Y.Map<Y.Map<unknown>>;
    await expect.poll(() => nodes.size).toBe(4);
    const bo = nodes.get('bo');
    const label = bo?.get('label') as Y.Text;
    doc.transact(() => {
      label.insert(0, 'Smuggled ');
      bo?.set('position', { x: 999, y: 999 });
      bo?.set('access', 'edit');
      nodes.delete('two');
      doc.getMap('links').delete('know');
    });
    // Set back by the server, which is how the client knows that it was heard.
    await expect.poll(() => label.toString()).toBe('Bo');
    await expect.poll(() => nodes.get('bo')?.get('position')).toEqual(AT.bo);
    await expect.poll(() => nodes.has('two')).toBe(true);
    nodes.get('ada')?.set('position', { x: 10, y: 60 });
    await expect.poll(async () => (await board.node('ada'))?.position).toEqual({ x: 10, y: 60 });
  } finally {
    provider.destroy();
  }
  await oda.expectAt('ada', { x: 10, y: 60 });
  await oda.expectAt('bo', AT.bo);
  await expect(oda.node('bo')).toHaveAttribute('aria-label', 'Bo, person, Circle two, 1 link, read only');
  expect((await oda.drawn()).nodes).toEqual(['ada', 'bo', 'one', 'two']);
});
