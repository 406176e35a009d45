import { expect, test } from 'vitest';
import { afterDrag } from '../../../../client/state/afterDrag.ts';
import { createUi } from '../../../../client/state/ui.ts';

const DRAGGING = { cancelDrag: () => {} };

test('what can wait is done at once where nothing is dragged, and otherwise once when the drag is over', () => {
  const ui = createUi();
  let done = 0;
  afterDrag(ui, () => done++);
  expect(done).toBe(1);
  ui.setState(DRAGGING);
  afterDrag(ui, () => done++);
  ui.setState({ dropTarget: null });
  expect(done).toBe(1);
  ui.setState({ cancelDrag: null });
  ui.setState(DRAGGING);
  ui.setState({ cancelDrag: null });
  expect(done).toBe(2);
});

test('what was called off during a drag is not done after it', () => {
  const ui = createUi();
  ui.setState(DRAGGING);
  let done = 0;
  const stop = afterDrag(ui, () => done++);
  stop();
  ui.setState({ cancelDrag: null });
  expect(done).toBe(0);
});
