/** Opens the context menu: its target, and its place on the screen. */
import type { Position } from '../../../shared/model/element.ts';
import { select } from '../../state/ui.ts';
import type { Workspace } from '../../state/workspace.ts';

/** At a point of the screen; the element there is selected unless it is part of the selection. */
export function openMenuOn(
  { ui }: Workspace,
  { at, element }: { at: Position; element: Element | null },
): void {
  const id = element?.closest('.react-flow__node, .react-flow__edge')?.getAttribute('data-id') ?? null;
  if (id === null) select(ui, []);
  else if (!ui.getState().selection.has(id)) select(ui, [id]);
  ui.getState().cancelDrag?.();
  ui.setState({ menu: { at }, linking: null, tool: 'select' });
}

/** By key: for the selection where there is one, else for the canvas, in its middle. */
export function openMenuByKey({ ui }: Workspace): void {
  const [first] = ui.getState().selection;
  const selected = first && document.querySelector(`.canvas [data-id="${CSS.escape(first)}"]`);
  const box = (selected || document.querySelector('.canvas'))?.getBoundingClientRect() ?? new DOMRect();
  ui.setState({ menu: { at: { x: box.x + box.width / 2, y: box.y + box.height / 2 } } });
}

const LONG_PRESS_MS = 550;
const MAX_MOVE_PX = 8;

/** Long press: a finger that stays in place opens the menu. Returns what ends the watch. */
export function watchLongPress(workspace: Workspace, { clientX, clientY, target }: PointerEvent): () => void {
  const timer = setTimeout(() => {
    stop();
    openMenuOn(workspace, {
      at: { x: clientX, y: clientY },
      element: target instanceof Element ? target : null,
    });
  }, LONG_PRESS_MS);
  const onMove = (event: PointerEvent) => {
    if (Math.hypot(event.clientX - clientX, event.clientY - clientY) > MAX_MOVE_PX) stop();
  };
  const stop = () => {
    clearTimeout(timer);
    window.removeEventListener('pointermove', onMove);
    window.removeEventListener('pointerup', stop);
    window.removeEventListener('pointercancel', stop);
    window.removeEventListener('pointerdown', stop, true);
  };
  window.addEventListener('pointermove', onMove);
  window.addEventListener('pointerup', stop);
  window.addEventListener('pointercancel', stop);
  // A second finger: that is a pinch.
  window.addEventListener('pointerdown', stop, true);
  return stop;
}
