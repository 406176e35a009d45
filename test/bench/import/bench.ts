/**
 * `npm run bench:import`: Chromium imports a large file into a board at which others work, from the choice of
 * the file to the last thing durable; takes it back with one step of undo; then imports again and cancels half
 * way. Prints how long each took and what the others felt. Needs a build. `--nodes=20000`, `--links=30000`,
 * `--format=gexf|csv`; `--percent` sets what share of a processor a session is granted, `--profile` a folder for a profile of the server.
 * Fails where anything is missing, stays, or reaches another viewpoint.
 */
import { deepStrictEqual, strictEqual } from 'node:assert';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Page } from '@playwright/test';
import { Board } from '../../helpers/browserBoard.ts';
import { chromiumOptions, ensureChromium } from '../../helpers/chromium.ts';
import { startServer } from '../../helpers/server.ts';
import { asCsv, asGexf } from './material.ts';
import { Neighbours } from './neighbours.ts';

const { values } = parseArgs({
  options: {
    nodes: { type: 'string', default: '20000' },
    links: { type: 'string', default: '30000' },
    format: { type: 'string', default: 'gexf' },
    percent: { type: 'string' },
    profile: { type: 'string' },
  },
});
const SIZE = { nodes: Number(values.nodes), links: Number(values.links) };
const FILES = values.format === 'csv' ? asCsv(SIZE) : asGexf(SIZE);
const QUIET_MS = 10_000;
const PATIENCE_MS = 300_000;
const MEMBERS = 30;

const server = await startServer({
  env: values.percent === undefined ? {} : { SESSION_CPU_PERCENT: values.percent },
  flags: values.profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${resolve(values.profile)}`],
});
ensureChromium();
const browser = await chromium.launch(chromiumOptions());

async function laid(): Promise<{ board: Board; cell: string; member: string }> {
  const board = await Board.make(server.url, { policy: 'detached', title: 'Busy' });
  const people = Array.from({ length: MEMBERS }, (_, at) => ({
    id: `m${at}`,
    kind: 'person',
    label: `Member ${at}`,
  }));
  await board.add({
    nodes: [{ id: 'cell', kind: 'cell', label: 'Cell 1' }, ...people],
    links: people.map(({ id }) => ({ kind: 'membership', source: id, target: 'cell' })),
  });
  return { board, cell: await board.idOf('Cell 1'), member: await board.idOf('Member 0') };
}

async function entered(page: Page, board: Board): Promise<void> {
  await page.goto(board.link);
  await page.getByLabel('Your name').fill('Fay');
  await page.getByRole('button', { name: 'Join board' }).click();
  await page.locator('.live-state[data-state="live"]').waitFor({ state: 'attached' });
}

async function counts(board: Board, as?: string) {
  const { nodes, links } = await board.elements(as);
  return { nodes: nodes.length, links: links.length };
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await act();
  return Math.round(performance.now() - began);
}

async function previewed(page: Page): Promise<number> {
  await page.locator('.title-button').click();
  await page.getByRole('menuitem', { name: 'Import…' }).click();
  await page.getByTestId('import-files').setInputFiles(FILES);
  return timed(() =>
    page.getByRole('button', { name: /^Import [\d,]+ nodes/ }).waitFor({ timeout: PATIENCE_MS }),
  );
}

/** Of the server, until now. */
function spent(): number {
  const [user, system] = readFileSync(`/proc/${server.pid}/stat`, 'utf8')
    .split(' ')
    .slice(13, 15)
    .map(Number);
  return 10 * ((user ?? 0) + (system ?? 0));
}

try {
  const { board, cell, member } = await laid();
  const before = { all: await counts(board), cell: await counts(board, cell) };
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  const closes: string[] = [];
  page.on('websocket', (socket) => socket.on('close', () => closes.push(new Date().toISOString())));
  page.on('console', (message) => message.type() === 'error' && console.error('page:', message.text()));
  await entered(page, board);
  const neighbours = await Neighbours.sitDown(board, { cell, member });
  const felt: Record<string, unknown> = {};
  const feel = (what: string) => {
    const { cell, facilitator } = neighbours.take();
    felt[`${what}, the cell`] = cell;
    felt[`${what}, a facilitator`] = facilitator;
  };
  await new Promise((resolve) => setTimeout(resolve, QUIET_MS));
  feel('before');

  console.log('preview ms', await previewed(page));
  feel('while it is read');
  const importMs = await timed(async () => {
    await page.getByRole('button', { name: /^Import [\d,]+ nodes/ }).click();
    await page.locator('progress[value]').waitFor({ timeout: PATIENCE_MS });
    await page.locator('.toast-title').first().waitFor({ timeout: PATIENCE_MS });
  });
  const drawnMs = await timed(() =>
    page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve))),
  );
  console.log('import ms', importMs, 'and the next frame after', drawnMs, 'server processor ms', spent());
  feel('while it is made');
  const after = { all: await counts(board), cell: await counts(board, cell) };
  console.log(before, after, 'sockets closed', closes.length, neighbours.closes);
  strictEqual(after.all.nodes - before.all.nodes, SIZE.nodes);
  strictEqual(after.all.links - before.all.links, SIZE.links);
  strictEqual(after.cell.nodes, before.cell.nodes);
  neighbours.take();

  const undoMs = await timed(async () => {
    await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
    const step = page.getByRole('dialog', { name: 'Undoing a large step…' });
    await step.waitFor();
    await step.waitFor({ state: 'detached', timeout: PATIENCE_MS });
  });
  console.log('undo ms', undoMs);
  feel('while it is undone');
  deepStrictEqual(await counts(board), before.all);

  await previewed(page);
  neighbours.take();
  const half = page.waitForFunction(() => (document.querySelector('progress')?.value ?? 0) > 0.5, null, {
    timeout: PATIENCE_MS,
  });
  await page.getByRole('button', { name: /^Import [\d,]+ nodes/ }).click();
  await half;
  feel('until it is half made');
  const cancelMs = await timed(async () => {
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.locator('.toast-title').filter({ hasText: 'cancelled' }).waitFor({ timeout: PATIENCE_MS });
  });
  console.log('cancel ms', cancelMs);
  feel('while it is cancelled');
  deepStrictEqual(await counts(board), before.all);
  console.log('sockets closed', closes.length, neighbours.closes);
  console.table(felt);
  neighbours.leave();
} finally {
  await browser.close();
  await server.stop();
}
