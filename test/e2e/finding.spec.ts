/** Getting around a board without the canvas: search, palette, outline, map, zoom keys, images of the view. */
import { readFileSync } from 'node:fs';
import { Board } from '../helpers/browserBoard.ts';
import { expect, test } from '../helpers/browserTest.ts';

const NODES = [
  { id: 'reading', kind: 'circle', label: 'Reading circle', position: { x: 0, y: 0 } },
  { id: 'cell', kind: 'cell', label: 'Cell 7', position: { x: 520, y: 0 } },
  { id: 'ada', kind: 'person', label: 'Ada <b>&', position: { x: 0, y: 20 } },
  { id: 'bo', kind: 'person', label: 'Zoë Bödvar', position: { x: 300, y: 200 } },
  { id: 'secret', kind: 'cell', label: 'Quicksilver', position: { x: 520, y: 400 } },
];
const LINKS = [
  { kind: 'membership', source: 'ada', target: 'reading' },
  { kind: 'membership', source: 'ada', target: 'cell' },
  { kind: 'contact', source: 'ada', target: 'bo', label: 'old friends' },
];

test('search, palette, outline and map lead where they say, by keyboard', async ({ server, person }) => {
  const board = await Board.make(server.url, { title: 'Finding' });
  await board.add({ nodes: NODES, links: LINKS });
  const fay = await person('Fay');
  await fay.join(board.link);
  const { page } = fay;
  const { keyboard } = page;
  const selected = (id: string) => page.locator(`.react-flow__node.selected[data-id="${id}"]`);

  await test.step('search finds names without their accents, and links', async () => {
    await keyboard.press('Control+f');
    const field = page.getByRole('combobox', { name: 'Search the board' });
    await expect(field).toBeFocused();
    await field.fill('zoe bod');
    await expect(page.getByRole('option')).not.toHaveCount(0);
    await field.fill('old fri');
    await expect(page.getByRole('option')).toHaveCount(1);
    await field.fill('quicks');
    await keyboard.press('Enter');
    await expect(selected('secret')).toBeVisible();
    await fay.node('secret').press('Escape');
    await expect(field).toHaveCount(0);
    await expect(selected('secret')).toBeVisible();
  });

  await test.step('the palette does what it says and gives the focus back', async () => {
    await keyboard.press('Control+k');
    const field = page.getByRole('combobox', { name: 'Run a command' });
    await expect(field).toBeFocused();
    await field.fill('colour teal');
    await keyboard.press('Enter');
    await expect(fay.inspector.getByRole('radio', { name: 'Teal' })).toBeChecked();
    await keyboard.press('Control+k');
    await field.fill('outline');
    await keyboard.press('Enter');
    await expect(page.getByRole('tree', { name: 'Outline of the board' })).toBeVisible();
    await keyboard.press('Control+k');
    await field.fill('no such thing at all');
    await expect(page.getByText('No such command.')).toBeVisible();
    await keyboard.press('Escape');
    await expect(field).toHaveCount(0);
  });

  await test.step('the outline is walked, renames, deletes and selects', async () => {
    const tree = page.getByRole('tree', { name: 'Outline of the board' });
    await tree.focus();
    await keyboard.press('Home');
    const row = (name: string) => tree.getByRole('treeitem').filter({ hasText: name });
    await expect(row('Ada <b>&').first()).toBeVisible();
    const items = await tree.getByRole('treeitem').allTextContents();
    const at = items.findIndex((text) => text.includes('Zoë Bödvar'));
    for (let step = 0; step < at; step++) await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await expect(selected('bo')).toHaveCount(1);
    await tree.focus();
    await keyboard.press('F2');
    await keyboard.press('Control+a');
    await keyboard.type('Bodil');
    await keyboard.press('Enter');
    await expect.poll(async () => (await board.node('bo'))?.label).toBe('Bodil');
    await keyboard.press('Delete');
    await expect.poll(() => board.node('bo')).toBeUndefined();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(async () => (await board.node('bo'))?.label).toBe('Bodil');
    await keyboard.press('Control+Shift+l');
    await expect(tree).toHaveCount(0);
  });

  await test.step('zoom and fit keys, and the map', async () => {
    await page.getByRole('button', { name: 'Select', exact: true }).focus();
    await keyboard.press('Control+0');
    await expect.poll(() => fay.zoom()).toBe(1);
    await keyboard.press('Control+-');
    await expect.poll(() => fay.zoom()).toBeLessThan(1);
    const before = await fay.toScreen({ x: 0, y: 0 });
    const map = page.getByRole('img', { name: 'Map' });
    await map.click({ position: { x: 12, y: 12 } });
    await expect.poll(async () => (await fay.toScreen({ x: 0, y: 0 })).x).not.toBe(before.x);
    await keyboard.press('1');
    for (const { id } of NODES) await expect(fay.node(id)).toBeInViewport();
  });

  await test.step('the key names what is in use and nothing else, and follows the board', async () => {
    const key = page.getByRole('button', { name: 'Key', exact: true });
    await key.click();
    const popup = page.getByRole('dialog', { name: 'Key' });
    await expect(popup.getByRole('listitem')).toHaveText([
      'Person',
      'Circle',
      'Cell',
      'Membership',
      'Contact',
    ]);
    await board.add({ nodes: [{ kind: 'note', label: 'Mind', position: { x: 0, y: 400 } }] });
    await expect(popup.getByRole('listitem').filter({ hasText: 'Note' })).toBeVisible();
    await keyboard.press('Escape');
    await expect(key).toBeFocused();
  });

  await test.step('the context menu opens by key, walks, and says why something is not possible', async () => {
    await fay.select('cell');
    await keyboard.press('Shift+F10');
    const menu = page.getByRole('menu');
    await expect(menu.getByRole('menuitem', { name: 'Rename' })).toBeVisible();
    await keyboard.press('Escape');
    await expect(menu).toHaveCount(0);
  });
});

test('an image of the view holds what this viewpoint sees and nothing else', async ({ server, person }) => {
  const board = await Board.make(server.url, { title: 'Detached', policy: 'detached' });
  await board.add({ nodes: NODES, links: LINKS });
  const hana = await person('Hana');
  await hana.join(await board.linkFor('Cell 7'));
  const seen = await board.elements(await board.idOf('Cell 7'));
  expect(seen.nodes.map(({ label }) => label)).toContain('Ada <b>&');
  const save = async (name: string) => {
    await hana.page.keyboard.press('Control+k');
    await hana.page.getByRole('combobox').fill(name);
    const [download] = await Promise.all([
      hana.page.waitForEvent('download'),
      hana.page.keyboard.press('Enter'),
    ]);
    return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
  };
  const svg = await save('Download as SVG');
  expect(svg.name).toMatch(/\.svg$/);
  const text = svg.bytes.toString('utf8');
  for (const { label } of seen.nodes) {
    expect(text).toContain(label.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;'));
  }
  const hidden = NODES.filter(({ id }) => !seen.nodes.some((node) => node.id === id));
  expect(hidden.map(({ label }) => label)).toContain('Quicksilver');
  for (const { label } of hidden) expect(text).not.toContain(label);

  const png = await save('Download as PNG');
  expect(png.name).toMatch(/\.png$/);
  expect(png.bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
  const [width, height] = [png.bytes.readUInt32BE(16), png.bytes.readUInt32BE(20)];
  const side = (name: string) => Number(text.match(new RegExp(`${name}="(\\d+)"`))?.[1]);
  expect([width, height]).toEqual([2 * side('width'), 2 * side('height')]);
});
