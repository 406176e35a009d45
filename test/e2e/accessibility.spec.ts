/** What axe finds on each screen: nothing. */

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { NODE_KINDS } from '../../shared/model/kinds.ts';
import { Board } from '../helpers/browserBoard.ts';
import type { Person } from '../helpers/browserPerson.ts';
import { expect, test } from '../helpers/browserTest.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Found {
  readonly violations: readonly { id: string; nodes: readonly { html: string; failureSummary?: string }[] }[];
}

async function expectNoViolations({ page }: Person, screen: string): Promise<void> {
  await page.evaluate(AXE);
  const found = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run(): Promise<Found> } }).axe.run(),
  );
  const told = found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary = '' }) => `${id}: ${html.slice(0, 200)} ${failureSummary}`),
  );
  expect.soft(told, screen).toEqual([]);
}

for (const dark of [false, true]) {
  test(`every screen passes axe in the ${dark ? 'dark' : 'light'} theme`, async ({ server, person }) => {
    const board = await Board.make(server.url, { title: 'One of each', policy: 'detached' });
    await board.add({
      nodes: NODE_KINDS.map((kind, index) => ({
        id: kind,
        kind,
        label: `The ${kind}`,
        position: { x: (index % 4) * 340, y: Math.floor(index / 4) * 340 },
      })),
      links: [
        { kind: 'membership', source: 'person', target: 'cell' },
        { kind: 'guidance', source: 'body', target: 'cell', label: 'guides' },
      ],
    });
    const fay = await person('Fay', { dark });
    const { page } = fay;
    await page.goto(server.url);
    await expect(page.locator('html')).toHaveAttribute('data-theme', dark ? 'dark' : 'light');
    await page.getByText('Boards you open appear here.').waitFor();
    await expectNoViolations(fay, 'start page');

    await page.goto(board.link);
    await page.getByLabel('Your name').waitFor();
    await expectNoViolations(fay, 'join screen');

    await fay.join(board.link);
    await expectNoViolations(fay, 'board');
    await fay.select('person');
    await expectNoViolations(fay, 'board with a person in the inspector');
    await page.getByRole('button', { name: 'Share' }).click();
    await page.getByRole('dialog').getByRole('table').waitFor();
    await expectNoViolations(fay, 'share dialog');
    await page.getByRole('button', { name: 'Done' }).click();
    await page.goto(`${server.url}/b/${board.id}x`);
    await page.getByRole('alert').waitFor();
    await expectNoViolations(fay, 'message');
  });
}
