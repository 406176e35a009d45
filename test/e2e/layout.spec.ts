/** What lies over the canvas leaves everything within reach, on a small tablet as on a large screen. */
import { Board } from '../helpers/browserBoard.ts';
import { expect, test } from '../helpers/browserTest.ts';

const BARS = [
  '.toolbar',
  '.minimap',
  '.zoom-bar',
  '.link-key',
  '.status-bar',
  '.inspector',
  '.outline',
  '.lens-bar',
  '.strip-menu',
];
const SIZES = [
  [768, 1024],
  [1024, 768],
  [1280, 720],
  [1920, 1080],
] as const;

test('no bar covers another, whatever is open and however small the window', async ({ server, person }) => {
  const board = await Board.make(server.url);
  await board.add({
    nodes: ['ada', 'ben'].map((id, index) => ({
      id,
      kind: 'person',
      label: id,
      position: { x: index * 80, y: 0 },
    })),
    links: [{ kind: 'contact', source: 'ada', target: 'ben' }],
  });
  const fay = await person('Fay');
  await fay.join(board.link);
  await expect(fay.page.locator('.strip-menu')).toBeVisible();
  const covering = () =>
    fay.page.evaluate((bars) => {
      const shown = bars.flatMap((bar) => {
        const box = document.querySelector(bar)?.getBoundingClientRect();
        return box && box.width > 0 && box.height > 0 ? [{ bar, box }] : [];
      });
      return shown.flatMap(({ bar: one, box: a }, index) =>
        shown
          .slice(index + 1)
          .filter(
            ({ box: b }) =>
              a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1,
          )
          .map(({ bar: other }) => `${one} and ${other}`),
      );
    }, BARS);
  const press = (name: string) => fay.page.getByRole('button', { name, exact: true }).click();
  const parts = [
    { open: [], act: async () => {} },
    { open: ['inspector'], act: () => fay.node('ada').click() },
    { open: ['inspector', 'outline'], act: () => press('Outline') },
    { open: ['inspector', 'outline', 'lens'], act: () => press('Lens') },
  ];
  for (const { open, act } of parts) {
    await act();
    await expect(
      fay.page.locator(`.board-middle[data-open="${[...open].sort(asNamed).join(' ')}"]`),
    ).toBeVisible();
    for (const [width, height] of SIZES) {
      await fay.page.setViewportSize({ width, height });
      const size = `${width} × ${height}, open: ${open.join(', ')}`;
      await expect.poll(covering, { message: size }).toEqual([]);
      for (const name of ['Select', 'Link', 'Undo', 'Redo']) {
        await expect(fay.page.getByRole('button', { name, exact: true }), size).toBeInViewport({ ratio: 1 });
      }
    }
  }
});

/** In the order in which the page names them. */
function asNamed(one: string, other: string): number {
  const order = ['outline', 'inspector', 'lens'];
  return order.indexOf(one) - order.indexOf(other);
}
