/** What lies over the canvas leaves everything within reach, on a laptop as on a large screen. */
import { Board } from '../helpers/browserBoard.ts';
import { expect, test } from '../helpers/browserTest.ts';

const BARS = ['.toolbar', '.minimap', '.zoom-bar', '.link-key', '.live-state', '.inspector'];

for (const [width, height] of [
  [1280, 720],
  [1440, 900],
  [1920, 1080],
] as const) {
  test(`no bar covers another at ${width} × ${height}, with or without the inspector`, async ({
    server,
    person,
  }) => {
    const board = await Board.make(server.url);
    await board.add({ nodes: [{ id: 'ada', kind: 'person', label: 'Ada' }] });
    const fay = await person('Fay');
    await fay.page.setViewportSize({ width, height });
    await fay.join(board.link);
    const covering = () =>
      fay.page.evaluate((bars) => {
        const shown = bars.flatMap((bar) => {
          const element = document.querySelector(bar);
          const box = element?.getBoundingClientRect();
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
    expect(await covering()).toEqual([]);
    for (const name of ['Select', 'Link', 'Undo', 'Redo']) {
      await expect(fay.page.getByRole('button', { name, exact: true })).toBeInViewport({ ratio: 1 });
    }
    await fay.select('ada');
    expect(await covering()).toEqual([]);
  });
}
