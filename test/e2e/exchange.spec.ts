/** Import and export as people use them: what is previewed, what others get to see of it, what is in a file. */
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { Board } from '../helpers/browserBoard.ts';
import type { Person } from '../helpers/browserPerson.ts';
import { expect, test } from '../helpers/browserTest.ts';

const NODES = 'Label,Type,Description\nImported Ada,Person,"two\nlines"\nReading circle,Circle,\n,Person,\n';
/** For a thousand elements, on a busy machine. */
const LONG_MS = 120_000;
const LINKS = 'From,To,Type\nImported Ada,Reading circle,member of\n';

async function open(person: Person, item: 'Import…' | 'Export…'): Promise<Locator> {
  await person.page.locator('.title-button').click();
  await person.page.getByRole('menuitem', { name: item }).click();
  const dialog = person.page.getByRole('dialog', { name: item.replace('…', ''), exact: true });
  await dialog.waitFor();
  return dialog;
}

async function give(page: Page, files: Readonly<Record<string, string>>): Promise<void> {
  const given = Object.entries(files).map(([name, text]) => ({
    name,
    mimeType: 'text/plain',
    buffer: Buffer.from(text),
  }));
  await page.getByTestId('import-files').setInputFiles(given);
}

async function exported(person: Person, name: string): Promise<Buffer[]> {
  const dialog = await open(person, 'Export…');
  await dialog.getByRole('radio', { name: new RegExp(`^${name} `) }).check();
  const buttons = name === 'CSV' ? ['Download nodes', 'Download links'] : ['Download'];
  const files: Buffer[] = [];
  for (const button of buttons) {
    const download = person.page.waitForEvent('download');
    await dialog.getByRole('button', { name: button, exact: true }).click();
    files.push(await readFile(await (await download).path()));
  }
  if (name === 'CSV') await dialog.getByRole('button', { name: 'Close' }).click();
  await dialog.waitFor({ state: 'detached' });
  return files;
}

test('what a facilitator imports is theirs until they show it, and one step of undo', async ({
  server,
  person,
}) => {
  const board = await Board.make(server.url, { policy: 'open' });
  await board.add({ nodes: [{ id: 'cell', kind: 'cell', label: 'Cell 1', position: { x: 0, y: 0 } }] });
  const fay = await person('Fay');
  const bea = await person('Bea');
  await fay.join(board.link);
  await bea.join(await board.linkFor('Cell 1'));

  const dialog = await open(fay, 'Import…');
  await give(fay.page, { 'broken.json': '{\n"format": "cellboard",\n"nodes": [,]\n}' });
  await expect(dialog.getByRole('alert')).toContainText('it is not sound JSON');
  await expect(dialog.getByRole('alert')).toContainText('Line 3');
  await give(fay.page, { 'nodes.csv': NODES, 'links.csv': LINKS });
  await expect(dialog).toContainText(/2 nodes and 1 link from .nodes\.csv, links\.csv. \(CSV\)/);
  await expect(dialog).toContainText('Only facilitators will see it');
  await expect(dialog.locator('.import-troubles')).toContainText(
    'nodes.csv · Line 5: there is no name in this row',
  );
  expect((await board.elements()).nodes).toHaveLength(1);
  await fay.choose(dialog.getByLabel('Circle becomes'), 'Organization');
  await dialog.getByRole('button', { name: 'Import 2 nodes' }).click();
  await expect(fay.toasts).toContainText('Imported 2 nodes and 1 link. Only facilitators see it.');
  expect((await board.get('Reading circle')).kind).toBe('organization');
  expect((await board.elements('cell')).nodes).toHaveLength(1);
  expect(await bea.hasReceived('Imported Ada')).toBe(false);

  await fay.page.getByRole('button', { name: 'Show…' }).click();
  const show = fay.page.getByRole('dialog', { name: 'Show 2 nodes and 1 link' });
  await show.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(bea.canvas.getByText('Imported Ada').first()).toBeVisible();
  await fay.page.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await expect.poll(async () => (await board.elements('cell')).nodes.length).toBe(1);
  await fay.page.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await expect.poll(async () => (await board.elements()).nodes.length).toBe(1);
});

test('a participant exports what they see in every format, and no hidden name is in any file', async ({
  server,
  person,
}) => {
  const board = await Board.make(server.url, { policy: 'detached' });
  await board.add({
    nodes: [
      { id: 'cell', kind: 'cell', label: 'Cell 1', position: { x: 0, y: 0 } },
      { id: 'ada', kind: 'person', label: '=Ada()', position: { x: 20, y: 0 } },
      { id: 'hidden', kind: 'cell', label: 'Hidden cell', position: { x: 400, y: 0 } },
      { id: 'mole', kind: 'person', label: 'Mole', position: { x: 400, y: 0 } },
    ],
    links: [
      { kind: 'membership', source: 'ada', target: 'cell' },
      { kind: 'membership', source: 'mole', target: 'hidden' },
    ],
  });
  const bea = await person('Bea');
  await bea.join(await board.linkFor('Cell 1'));
  for (const name of ['Cellboard JSON', 'CSV', 'GraphML', 'GEXF', 'JSON Canvas', 'Mermaid', 'DOT', 'SVG']) {
    const text = (await exported(bea, name)).join('\n');
    expect(text, name).toContain('Cell 1');
    expect(text, name).not.toMatch(/Hidden|Mole|mole/);
    if (name === 'Cellboard JSON') expect(text).not.toMatch(/owner|audience|policy/);
    if (name === 'CSV') expect(text).toContain("'=Ada()");
  }
  const [png = Buffer.alloc(0)] = await exported(bea, 'PNG');
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  const [pdf = Buffer.alloc(0)] = await exported(bea, 'PDF');
  expect(pdf.toString('latin1')).toMatch(/^%PDF-1\.5[\s\S]*\/FlateDecode[\s\S]*%%EOF\n$/);
  // What facilitators get of the same board has more in it: the words above could be found.
  const fay = await person('Fay');
  await fay.join(board.link);
  const [all] = await exported(fay, 'Cellboard JSON');
  expect(all?.toString()).toMatch(/Hidden cell[\s\S]*"owner":"facilitator"/);
});

test('a large import can be cancelled, outlives a cut line, leaves others their pace, and is undone as one step', async ({
  server,
  person,
}) => {
  const board = await Board.make(server.url, { policy: 'detached' });
  await board.add({ nodes: [{ id: 'cell', kind: 'cell', label: 'Cell 1', position: { x: 0, y: 0 } }] });
  const fay = await person('Fay');
  await fay.join(board.link);
  const rows = Array.from({ length: 1_200 }, (_, at) => `Person ${at},Person ${(at * 7 + 1) % 1_200}`);
  const file = { 'links.csv': `From,To\n${rows.join('\n')}` };
  const dialog = await open(fay, 'Import…');
  await give(fay.page, file);
  await dialog.getByRole('button', { name: 'Import 1,200 nodes' }).click();
  await expect(dialog.locator('progress[value]')).toBeVisible();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(fay.toasts).toContainText('The import was cancelled. Nothing of it is on the board.');
  expect((await board.elements()).nodes).toHaveLength(1);
  await expect(fay.page.getByRole('button', { name: 'Redo', exact: true })).toBeDisabled();

  await open(fay, 'Import…');
  await give(fay.page, file);
  await dialog.getByRole('button', { name: 'Import 1,200 nodes' }).click();
  await expect(dialog.locator('progress[value]')).toBeVisible();
  // The line is cut in the middle: it says so, waits, and goes on where it was.
  await fay.page.context().setOffline(true);
  await expect(dialog).toContainText('The connection is away.');
  // Somebody else adds a person meanwhile, and is answered before the import is done.
  await board.add({ nodes: [{ id: 'late', kind: 'person', label: 'Late' }] });
  await expect(dialog).toBeVisible();
  await fay.page.context().setOffline(false);
  const done = fay.page.locator('.toast-title', { hasText: /Imported 1,200 nodes and [\d,]+ links/ });
  await done.waitFor({ timeout: LONG_MS });
  expect((await board.elements()).nodes).toHaveLength(1_202);
  expect((await board.elements('cell')).nodes).toHaveLength(1);

  await fay.page.getByRole('button', { name: 'Undo', exact: true }).last().click();
  const step = fay.page.getByRole('dialog', { name: 'Undoing a large step…' });
  await step.waitFor();
  await step.waitFor({ state: 'detached', timeout: LONG_MS });
  expect((await board.elements()).nodes.map(({ label }) => label).sort()).toEqual(['Cell 1', 'Late']);
});
