/**
 * How facilitators see: through others' eyes and back, through a lens and two, why, before a change, by a reveal,
 * and in numbers. One board, its facilitator, and one person in Cell 2.
 */
import { readFile } from 'node:fs/promises';
import { Board } from '../helpers/browserBoard.ts';
import type { Person } from '../helpers/browserPerson.ts';
import { expect, test } from '../helpers/browserTest.ts';

const marked = (person: Person, mark: string) =>
  person.canvas
    .locator(`.react-flow__node.${mark}`)
    .evaluateAll((nodes) => nodes.map((node) => node.getAttribute('data-id') ?? '').sort());

test('a facilitator sees through others’ eyes, asks why, and shows things on purpose', async ({
  server,
  person,
}) => {
  const board = await Board.make(server.url, { template: 'circles-and-cells' });
  const [cell1, cell2, cell3] = [
    await board.idOf('Cell 1'),
    await board.idOf('Cell 2'),
    await board.idOf('Cell 3'),
  ];
  const [centre, radio, jun] = [
    await board.idOf('Centre'),
    await board.idOf('Radio'),
    await board.idOf('Jun'),
  ];
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
    await expect(banner).toContainText('You see exactly what Cell 2 sees.');
    await expect.poll(async () => (await fay.drawn()).nodes).toEqual((await board.ids(cell2)).nodes);
    await expect.poll(() => fay.drawn()).toEqual(await cem.drawn());
    await expect(page.getByRole('button', { name: 'Person', exact: true })).toHaveCount(0);
    const { position } = await board.get('Cell 2');
    await fay.drag(cell2, { x: position.x + 90, y: position.y + 60 });
    await fay.expectAt(cell2, position);
    const { x, y } = await fay.middleOf(cell2);
    await page.mouse.dblclick(x, y);
    await expect(fay.toasts).toHaveText(['Editing is off while you view as somebody else.']);
    expect((await board.get('Cell 2')).position).toEqual(position);
    expect(await cem.hasReceived('Fay')).toBe(false);
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
    for (const id of [cell1, centre]) await expect(fay.node(id)).toHaveCSS('opacity', '1');
    await expect(fay.node(cell2)).toHaveCSS('opacity', '0.25');
    await why.press('Escape');
    await expect(fay.node(cell2)).toHaveCSS('opacity', '1');
    await fay.inspector.getByRole('button', { name: /^(All…|\d+ more)$/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Cell 3' }).click();
    const whyNot = page.getByRole('dialog', { name: 'Why can Cell 3 not see Cell 1?' });
    await expect(whyNot).toContainText('Cell 1 is detached');
    await expect(whyNot).toContainText('the audience of Cell 1 listed Cell 3');
    // From a field beside it as well: what stands on top goes first.
    await fay.inspector.getByRole('textbox').first().press('Escape');
    await expect(whyNot).toHaveCount(0);
  });

  await test.step('a disclosure asks first, says who would see what, and does just that', async () => {
    const count = async (as: string) => Object.values(await board.ids(as)).flat().length;
    const before = await count('everyone');
    await fay.inspector.getByRole('radio', { name: 'Open' }).click();
    const preview = page.getByRole('dialog', { name: 'Cell 1: Open' });
    await expect(preview).toContainText(/Shows more to \d+ viewpoints/);
    const row = preview.getByRole('listitem').filter({ hasText: 'Everyone' });
    const more = Number(/(\d+) more/.exec(await row.innerText())?.[1]);
    expect(await count('everyone')).toBe(before);
    await preview.getByRole('button', { name: 'Apply' }).click();
    await expect.poll(() => count('everyone')).toBe(before + more);
    await page.keyboard.press('Control+z');
    await expect.poll(() => count('everyone')).toBe(before);
  });

  await test.step('an audience decides alone, and says honestly what hiding cannot do', async () => {
    await fay.select(radio);
    await fay.inspector.getByRole('button', { name: 'Audience…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Who is to see Radio' });
    await dialog.getByRole('radio', { name: /^Only those listed/ }).check();
    await dialog.getByRole('button', { name: 'Add a viewpoint' }).click();
    await page.getByRole('combobox', { name: 'Find a viewpoint' }).fill('Cell 1');
    await page.keyboard.press('Enter');
    await expect(dialog).toContainText('What somebody has been sent stays sent');
    await dialog.getByRole('button', { name: 'Apply' }).click();
    await expect(cem.node(radio)).toHaveCount(0);
    expect((await board.ids(cell1)).nodes).toContain(radio);
    await page.keyboard.press('Control+z');
    await expect(cem.node(radio)).toHaveCount(1);
  });

  await test.step('somebody is moved to another group after a preview, in one step of undo', async () => {
    await fay.select(jun);
    await fay.inspector.getByRole('button', { name: 'Move to…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Move Jun' });
    await fay.choose(dialog.getByLabel('Out of'), 'Cell 1');
    await fay.choose(dialog.getByLabel('Into'), 'Cell 3');
    await expect(dialog.getByRole('listitem').filter({ hasText: 'Cell 3' })).toContainText(/\d+ more/);
    await dialog.getByRole('button', { name: 'Move' }).click();
    const groups = async () => [await board.linksBetween(jun, cell1), await board.linksBetween(jun, cell3)];
    await expect.poll(groups).toEqual([[], ['membership']]);
    await page.keyboard.press('Control+z');
    await expect.poll(groups).toEqual([['membership'], []]);
    await fay.select(cell1);
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
    expect((await board.ids(centre)).nodes).toContain(cell1);
    await page.getByRole('region', { name: 'Reveals' }).getByRole('button', { name: 'Close' }).click();
  });

  await test.step('a declined drawing is gone, and back with one press of its facilitator', async () => {
    const { position } = await board.get('Cell 2b');
    await cem.place('p', { x: position.x + 15, y: position.y + 35 }, 'Ulla');
    await expect.poll(() => board.find('Ulla')).toBeDefined();
    const ulla = await board.idOf('Ulla');
    await page.getByRole('button', { name: /to confirm$/ }).click();
    const panel = page.getByRole('complementary', { name: 'Drawings to confirm' });
    await panel.getByRole('checkbox', { name: 'Choose everything drawn by Cell 2b' }).check();
    await panel.getByRole('button', { name: /^Decline \d/ }).click();
    await page.getByLabel('A word to the maker').fill('Who is that?');
    await page
      .getByRole('alertdialog')
      .getByRole('button', { name: /^Decline \d/ })
      .click();
    await expect(cem.page.getByRole('alert', { name: 'Not confirmed' })).toContainText('Who is that?');
    await expect(cem.node(ulla)).toHaveCount(0);
    await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
    await expect(cem.node(ulla)).toHaveAttribute('aria-label', /awaits confirmation/);
    await expect(panel.getByRole('checkbox', { name: 'Choose Ulla' })).toBeVisible();
    await panel.getByRole('button', { name: 'Close' }).click();
  });

  await test.step('exposure counts what each viewpoint is given, sorts, and is saved as a file', async () => {
    await fay.rename(cell3, '=1+2');
    await page.getByRole('button', { name: /Board menu$/ }).click();
    await page.getByRole('menuitem', { name: /^Exposure/ }).click();
    const table = page.getByRole('dialog', { name: 'Exposure' });
    const counted = async (as: string) => {
      const { nodes, links } = await board.elements(as);
      const people = nodes.filter(({ kind }) => kind === 'person').length;
      const groups = nodes.filter(({ kind }) => kind !== 'person' && kind !== 'note').length;
      return [people, groups, links.length].map(String);
    };
    const cells = (name: string) => table.getByRole('row').filter({ hasText: name }).getByRole('cell');
    for (const [name, id] of [
      ['Cell 2b', cell2],
      ['Centre', centre],
      ['Everyone', 'everyone'],
      ['Jun', jun],
    ] as const) {
      await expect(cells(name).nth(2), name).toBeVisible();
      expect((await cells(name).allInnerTexts()).slice(0, 3), name).toEqual(await counted(id));
    }
    await table.getByRole('columnheader', { name: 'Viewpoint' }).getByRole('button').click();
    const first = table.getByRole('rowheader').first();
    await expect(first).toHaveText('=1+2');
    await table.getByRole('columnheader', { name: 'People' }).getByRole('button').click();
    await expect(table.getByRole('columnheader', { name: 'People' })).toHaveAttribute(
      'aria-sort',
      'descending',
    );
    const saving = page.waitForEvent('download');
    await table.getByRole('button', { name: 'Save as CSV' }).click();
    const file = await readFile(await (await saving).path(), 'utf8');
    expect(file).toContain(`Jun,${(await counted(jun)).join()},`);
    expect(file).toContain(`"'=1+2",`);
    await table.getByRole('tab', { name: 'If one leaves' }).click();
    await expect(table.getByRole('button', { name: /Parts:/ }).first()).toBeVisible();
    await table.getByRole('button', { name: 'Close' }).click();
  });

  await test.step('presenting takes the bars away, and steps through the groups', async () => {
    await page.getByRole('button', { name: 'Facilitate' }).click();
    await page.getByRole('menuitem', { name: 'Present' }).click();
    const bar = page.getByRole('toolbar', { name: 'Presenting' });
    await expect(bar).toContainText('The whole board');
    await expect(page.getByRole('button', { name: 'Person', exact: true })).toBeHidden();
    await page.keyboard.press('PageDown');
    await expect(bar).toContainText(/1 of \d+/);
    await page.keyboard.press('Escape');
    await expect(bar).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Person', exact: true })).toBeVisible();
  });
});
