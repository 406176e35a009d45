/** `npm run dev`: the page from its sources, and what a developer may ask of it and of the server. */
import { Board } from '../helpers/browserBoard.ts';
import { ANSWERED, SERVER_AWAY } from '../helpers/browserPerson.ts';
import { expect, test } from '../helpers/browserTest.ts';
import { startServer } from '../helpers/server.ts';

test('a developer asks page and server what they hold', async ({ person, request }) => {
  const server = await startServer({ script: 'server/dev.ts', flags: ['--import', 'tsx'] });
  try {
    const board = await Board.make(server.url, { title: 'Under development' });
    const fay = await person('Fay');
    fay.expects(SERVER_AWAY);
    // Vite asks the page to reload where it comes upon a package that was not there when it last looked.
    fay.expects(ANSWERED(504));
    await fay.join(board.link);
    await fay.place('p', { x: 500, y: 300 }, 'Ada');
    await expect(fay.saved).toHaveText('Saved');

    const report = await fay.page.evaluate(() => window.cellboard?.inspect());
    expect(report).toMatchObject({
      viewpoint: 'facilitator',
      connection: { phase: 'open', saved: 'saved' },
      generation: 1,
      elements: { nodes: 1, links: 0 },
      waiting: { nodes: [], links: [] },
    });
    expect(report?.written).toBeGreaterThan(0);
    expect(report?.durable).toBe(report?.written);

    const { rooms } = await (await request.get(`${server.url}/dev/inspect`)).json();
    const room = rooms.find((one: { board: string }) => one.board === report?.board);
    expect(room).toMatchObject({
      nodes: 1,
      connections: [{ viewpoint: 'facilitator', isListening: true, awaitsSaved: false }],
      views: [{ viewpoint: 'facilitator', epoch: 1, readers: 1 }],
    });
  } finally {
    await server.stop();
  }
});
