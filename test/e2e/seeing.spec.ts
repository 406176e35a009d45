/**
 * How facilitators see: through others' eyes and back, through a lens and two, why, before a change, by a reveal,
 * and in numbers. One board, its facilitator, and one person in Cell 2.
 */
import { Board } from '../helpers/browserBoard.ts';
import type { Person } from '../helpers/browserPerson.ts';
import { expect, test } from '../helpers/browserTest.ts';

const marked = (person: Person, mark: string) =>
  person.canvas
    .locator(`.react-flow__node.${mark}`)
    .evaluateAll((nodes) => nodes.map((node) => node.getAttribute('data-id') ?? '').sort());

test('a facilitator sees through others’ eyes, asks why, and shows things on purpose', async ({ server, person }) => {
  const board = await Board.make(server.url, { template: 'circles-and-cells' });
  const [cell1, cell2] = [await board.idOf('Cell 1'), await board.idOf('Cell 2')];
  const all = (await board.ids()).nodes;
  const [fay, cem] = [await person('Fay'), await person('Cem')];
  await fay.join(board.link);
  await cem.join(await board.linkFor('Cell 2'));
  const { page } = fay;
  const banner = page.locator('.view-banner');

  await test.step('View as this, from a node, and back with one key', async () => {
    await fay.select(cell2);
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menuitem', { name: 'View as this' }).click();
    await expect(banner).toContainText('Viewing as Cell 2.');
    expect((await fay.drawn()).nodes).toEqual((await board.ids(cell2)).nodes);
    await page.keyboard.press(']');
    await expect(banner).toContainText('Viewing as Cell 3.');
    await page.keyboard.press('[');
    await expect(banner).toContainText('Viewing as Cell 2.');
  });

  await test.step('switched on, editing has the rights of that viewpoint, and one is seen there', async () => {
    await banner.getByText('Edit as them').click();
    await expect(page.getByRole('button', { name: 'Person', exact: true })).toBeVisible();
    await fay.rename(cell2, 'Cell 2b');
    await expect(cem.node(cell2)).toHaveAttribute('aria-label', /^Cell 2b, /);
    const radio = await board.idOf('Radio');
    await expect(fay.node(radio)).toHaveAttribute('aria-label', /read only/);
    await expect(cem.page.locator('.live-state')).toContainText('1 here');
    await banner.getByText('Be seen').click();
    await expect(cem.page.locator('.live-state')).toContainText('2 here');
    await page.keyboard.press('Shift+Escape');
    await expect(banner).toHaveCount(0);
    await expect(cem.page.locator('.live-state')).toContainText('1 here');
    expect((await fay.drawn()).nodes).toEqual(all);
  });

  await test.step('a lens turns what is hidden to ghosts, and follows what changes; two compare', async () => {
    await page.keyboard.press('Shift+L');
    const hidden = async (as: string) => {
      const seen = new Set((await board.ids(as)).nodes);
      return all.filter((id) => !seen.has(id));
    };
    await expect.poll(() => marked(fay, 'is-ghost')).toEqual(await hidden(cell1));
    await page.keyboard.press(']');
    await expect.poll(() => marked(fay, 'is-ghost')).toEqual(await hidden(cell2));
    await page.getByRole('button', { name: 'Compare with another viewpoint' }).click();
    await page.getByRole('combobox', { name: 'Find a viewpoint' }).fill('Cell 1');
    await page.keyboard.press('Enter');
    const one = new Set((await board.ids(cell1)).nodes);
    const both = (await board.ids(cell2)).nodes;
    await expect.poll(() => marked(fay, 'is-only-a')).toEqual(both.filter((id) => !one.has(id)));
    await page.getByRole('button', { name: 'Take the lens away' }).click();
    await expect.poll(() => marked(fay, 'is-ghost')).toEqual([]);
  });

  await test.step('who can see it, why, and what would have to be true', async () => {
    await fay.select(cell1);
    await expect(page.getByTestId('who-count')).toContainText('of 107 viewpoints');
    await fay.inspector.getByRole('button', { name: 'Centre', exact: true }).last().click();
    const why = page.getByRole('dialog', { name: 'Why can Centre see Cell 1?' });
    await expect(why).toContainText('guided by Centre');
    await why.getByRole('button', { name: 'Show path' }).click();
    await why.press('Escape');
    await fay.inspector.getByRole('button', { name: /^(All…|\d+ more)$/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Cell 3' }).click();
    const whyNot = page.getByRole('dialog', { name: 'Why can Cell 3 not see Cell 1?' });
    await expect(whyNot).toContainText('Cell 1 is detached');
    await expect(whyNot).toContainText('the audience of Cell 1 listed Cell 3');
    await whyNot.press('Escape');
  });

  await test.step('a disclosure asks first, and says who would see what', async () => {
    await fay.inspector.getByRole('radio', { name: 'Open' }).click();
    const preview = page.getByRole('dialog', { name: 'Cell 1: Open' });
    await expect(preview).toContainText(/Shows more to \d+ viewpoints/);
    await preview.getByRole('button', { name: 'Cancel' }).click();
    await expect(preview).toHaveCount(0);
    expect((await board.ids('everyone')).nodes).not.toContain(cell1);
  });

  await test.step('a reveal is prepared, survives a reload, and is released to whom it is for alone', async () => {
    await fay.inspector.getByRole('button', { name: 'Reveal…' }).click();
    const panel = page.getByRole('region', { name: 'Reveals' });
    await panel.getByRole('button', { name: 'New reveal' }).click();
    await panel.getByRole('button', { name: 'Add a viewpoint' }).click();
    await page.getByRole('combobox', { name: 'Find a viewpoint' }).fill('Cell 2b');
    await page.keyboard.press('Enter');
    await expect(panel).toContainText(/Shows \d+ elements? to Cell 2b/);
    await page.reload();
    await fay.onBoard();
    expect((await board.ids(cell2)).nodes).not.toContain(cell1);
    await page.getByRole('button', { name: /Board menu$/ }).click();
    await page.getByRole('menuitem', { name: 'Reveals' }).click();
    await page.getByRole('region', { name: 'Reveals' }).getByRole('button', { name: 'Release' }).click();
    await expect(cem.node(cell1)).toBeVisible();
    expect((await board.ids('everyone')).nodes).not.toContain(cell1);
    const centre = await board.idOf('Centre');
    expect((await board.ids(centre)).nodes).toContain(cell1);
    await page.getByRole('region', { name: 'Reveals' }).getByRole('button', { name: 'Close' }).click();
  });

  await test.step('exposure counts what each viewpoint sees', async () => {
    await page.getByRole('button', { name: /Board menu$/ }).click();
    await page.getByRole('menuitem', { name: /^Exposure/ }).click();
    const table = page.getByRole('dialog', { name: 'Exposure' });
    const { nodes, links } = await board.elements(cell2);
    const people = nodes.filter(({ kind }) => kind === 'person').length;
    const row = table.getByRole('row').filter({ hasText: 'Cell 2b' });
    await expect(row.getByRole('cell').first()).toHaveText(String(people));
    await expect(row.getByRole('cell').nth(2)).toHaveText(String(links.length));
    await table.getByRole('tab', { name: 'If one leaves' }).click();
    await expect(table.getByRole('button').first()).toBeVisible();
  });
});
