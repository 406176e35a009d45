/** The server goes away under people and comes back: nothing is lost, nobody reloads. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Board } from '../helpers/browserBoard.ts';
import { type Person, SERVER_AWAY } from '../helpers/browserPerson.ts';
import { expect, test } from '../helpers/browserTest.ts';
import { startServer } from '../helpers/server.ts';

/** Marks the page as it is, so that a reload would show. */
const mark = ({ page }: Person) => page.evaluate(() => document.body.setAttribute('data-before', ''));
const isSamePage = ({ page }: Person) => page.evaluate(() => document.body.hasAttribute('data-before'));

for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
  test(`people carry on without reloading after ${signal}, and what they did meanwhile arrives`, async ({
    person,
  }) => {
    const dataDir = mkdtempSync(join(tmpdir(), 'cellboard-'));
    let server = await startServer({ dataDir });
    try {
      const board = await Board.make(server.url, { title: 'Kept' });
      const [fay, eli] = [await person('Fay'), await person('Eli')];
      await fay.join(board.link);
      await eli.join((await board.invite({ viewpoint: 'everyone', role: 'editor' })).url);
      await expect(fay.page.locator('.live-state')).toContainText('2 here');
      await fay.place('p', { x: 500, y: 300 }, 'Before');
      await expect.poll(() => board.find('Before')).toBeDefined();
      const before = await board.idOf('Before');
      await expect(eli.node(before)).toHaveAttribute('aria-label', 'Before, person');
      await expect(fay.saved).toHaveText('Saved');
      for (const one of [fay, eli]) {
        one.expects(SERVER_AWAY);
        await mark(one);
      }

      await server.kill(signal);
      for (const one of [fay, eli]) {
        await expect(one.saved).toHaveText('Offline, kept here');
        await expect(one.page.locator('.live-state')).toContainText('Offline');
      }
      await fay.select(before);
      await fay.page.keyboard.press('Shift+ArrowRight');
      await fay.rename(before, 'Moved meanwhile');
      await eli.place('p', { x: 300, y: 500 }, 'Added meanwhile');

      server = await startServer({ dataDir, port: server.port });
      for (const one of [fay, eli]) {
        await expect(one.saved).toHaveText('Saved');
        await expect(one.page.locator('.live-state')).toContainText('Live');
        expect(await isSamePage(one)).toBe(true);
      }
      await expect(eli.node(before)).toHaveAttribute('aria-label', 'Moved meanwhile, person');
      await expect.poll(() => board.find('Added meanwhile')).toBeDefined();
      const added = await board.idOf('Added meanwhile');
      await expect(fay.node(added)).toHaveAttribute('aria-label', 'Added meanwhile, person');
      const { nodes } = await board.ids();
      await eli.expectAt(before, (await board.node(before))?.position ?? { x: 0, y: 0 });
      await expect(fay.page.locator('.live-state')).toContainText('2 here');

      for (const one of [fay, eli]) {
        await one.page.reload();
        await one.onBoard();
        await expect.poll(async () => (await one.drawn()).nodes).toEqual(nodes);
        await expect(one.node(before)).toHaveAttribute('aria-label', 'Moved meanwhile, person');
      }
      expect((await board.elements()).title).toBe('Kept');
    } finally {
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    }
  });
}
