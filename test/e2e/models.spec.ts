/** The five models in real pages: what each eye is shown, checks that fire and are mended, templates of one's own. */
import { TEMPLATE_IDS } from '../../shared/templates/template.ts';
import { Board } from '../helpers/browserBoard.ts';
import type { Person } from '../helpers/browserPerson.ts';
import { expect, test } from '../helpers/browserTest.ts';

/** Two groups of each template to look from, besides the facilitator. */
const EYES: Readonly<Record<(typeof TEMPLATE_IDS)[number], readonly [string, string]>> = {
  'circles-and-cells': ['Cell 1', 'Harbour'],
  territorial: ['Gasworks', 'West'],
  fractions: ['Metalworkers’ union', 'National'],
  'campaign-hub': ['هیئت اجرایی', 'رسانه'],
  'readers-network': ['Drivers', 'Hospital'],
};

const drawn = ({ canvas }: Person) =>
  canvas
    .locator('.react-flow__node')
    .evaluateAll((nodes) => nodes.map((node) => node.getAttribute('data-id') ?? '').sort());

for (const template of TEMPLATE_IDS) {
  test(`${template} shows its facilitator and two viewpoints what the server says they see`, async ({
    server,
    person,
  }) => {
    const board = await Board.make(server.url, { template });
    const fay = await person('Fay');
    await fay.join(board.link);
    const { nodes: all } = await board.ids();
    await expect.poll(() => drawn(fay)).toEqual(all);
    for (const name of EYES[template]) {
      const { nodes } = await board.elements();
      const eye = nodes.find(({ label, kind }) => kind !== 'note' && label.replace("'", '’') === name);
      if (eye === undefined) throw new Error(`There is no ${name} in ${template}.`);
      const { url } = await board.invite({ viewpoint: eye.id, role: 'editor' });
      const vera = await person('Vera');
      await vera.join(url);
      const seen = await board.ids(eye.id);
      await expect.poll(() => drawn(vera)).toEqual(seen.nodes);
    }
  });
}

test('a check fires while somebody edits, leads there, and goes when its repair is made', async ({
  server,
  person,
}) => {
  const board = await Board.make(server.url, { template: 'circles-and-cells' });
  const fay = await person('Fay');
  let arrive = () => {};
  const isDue = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await fay.page.route('**/ChecksPanel-*.js', async (route) => {
    await isDue;
    await route.continue();
  });
  await fay.join(board.link);
  // There has been a first report.
  await fay.page.locator('[data-testid="checks"]:not([data-count="unknown"])').click();
  const [someone = ''] = (await fay.drawn()).nodes;
  await fay.node(someone).focus();
  arrive();
  await expect(fay.page.getByRole('heading', { name: 'Checks' })).toBeVisible();
  // A panel that comes late leaves the focus to who has gone on.
  await expect(fay.node(someone)).toBeFocused();
  const found = fay.page.locator('[data-check="double-cell"]');
  await expect(found).toHaveCount(0);
  const [chen, cell] = [await board.idOf('Chen'), await board.idOf('Cell 2')];
  await board.add({ links: [{ kind: 'membership', source: chen, target: cell }] });
  await expect(found).toContainText('Chen');
  await expect(found).toContainText('1986');
  await found.getByRole('button', { name: 'Show' }).click();
  await expect(fay.page.locator(`.react-flow__node.selected[data-id="${chen}"]`)).toBeVisible();
  await found.getByRole('button', { name: /^Take/ }).click();
  await expect(found).toHaveCount(0);
  await expect.poll(() => board.linksBetween(chen, cell)).toEqual([]);
  await fay.toasts.getByText('Done:').or(fay.page.getByText('Done: Take')).first().waitFor();

  await fay.page.getByRole('button', { name: 'Choose checks' }).click();
  await fay.page.getByRole('switch', { name: 'Isolated circle' }).click();
  await fay.page.getByRole('button', { name: 'Choose checks' }).click();
  await expect(fay.page.locator('[data-check="isolated-circle"]')).toHaveCount(0);
});

test('the policy is changed in the settings, and takes effect when it is applied', async ({
  server,
  person,
}) => {
  const board = await Board.make(server.url, { template: 'circles-and-cells' });
  const fay = await person('Fay');
  await fay.join(board.link);
  await fay.page.locator('.title-button').click();
  await fay.page.getByRole('menuitem', { name: 'Board settings' }).click();
  const dialog = fay.page.getByRole('dialog', { name: 'Board settings' });
  const before = await board.ids('everyone');
  await dialog.getByText('Open', { exact: true }).first().click();
  await expect(dialog.getByRole('switch', { name: 'Commons' })).toBeChecked();
  expect(await board.ids('everyone')).toEqual(before);
  await dialog.getByRole('button', { name: 'Apply' }).click();
  await expect
    .poll(async () => (await board.ids('everyone')).nodes.length)
    .toBeGreaterThan(before.nodes.length);
});

test('a board is saved as a template without names and opened from the start page', async ({
  server,
  person,
}) => {
  const board = await Board.make(server.url, { title: 'Our mill' });
  await board.add({
    nodes: [
      { id: 'mill', kind: 'cell', label: 'Mill', caption: 'factory cell' },
      { id: 'ada', kind: 'person', label: 'Ada' },
    ],
    links: [{ kind: 'membership', source: 'ada', target: 'mill' }],
  });
  const fay = await person('Fay');
  await fay.join(board.link);
  const { page } = fay;
  await page.locator('.title-button').click();
  await page.getByRole('menuitem', { name: 'Save as a template' }).click();
  const dialog = page.getByRole('dialog', { name: 'Save as a template' });
  await expect(dialog).toContainText('Everybody who opens the start page of this server sees the template');
  await dialog.getByRole('button', { name: 'Save template' }).click();
  await expect(dialog.getByRole('button', { name: 'Delete Our mill' })).toBeVisible();

  await page.goto(server.url);
  await page.getByRole('button', { name: 'Our mill Template' }).click();
  await fay.onBoard();
  const labels = page.locator('.node-name');
  await expect(labels.filter({ hasText: 'Person 1' })).toHaveCount(1);
  await expect(labels.filter({ hasText: 'Mill' })).toHaveCount(1);
  await expect(page.getByText('Ada')).toHaveCount(0);
  expect(new URL(page.url()).pathname).not.toContain(board.id);
});
