/**
 * Keeps a single selected element in sight: the inspector opens over the canvas, and may cover the node that
 * was just clicked. Waits until the click cannot become a double click or a drag.
 */
import { useEffect } from 'react';
import { bringIntoSight, type Flow } from '../state/viewport.ts';
import type { Workspace } from '../state/workspace.ts';

const IDLE_MS = 340;
/** Room around the middle of a person, for the name; for larger nodes half of their visible size. */
const ROOM_PX = 48;

export function useKeepInSight({ ui, scene }: Workspace, flow: Flow): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    /** Whether to scroll once the pointer is lifted. */
    let waiting = false;
    let pressed = false;
    const soon = () => {
      if (timer !== null) clearTimeout(timer);
      timer = setTimeout(look, IDLE_MS);
    };
    const look = () => {
      timer = null;
      waiting = pressed;
      const { selection, cancelDrag, keyboardLink } = ui.getState();
      // While a link is drawn by keyboard its target is kept in sight instead.
      if (pressed || cancelDrag !== null || keyboardLink !== null) return;
      const [only, ...others] = selection;
      if (only === undefined || others.length > 0) return;
      const place = scene.drawnAt(only);
      if (place !== null) bringIntoSight(flow, { place, room: ROOM_PX });
    };
    const onDown = () => {
      pressed = true;
    };
    const onUp = () => {
      pressed = false;
      if (waiting || timer !== null) soon();
    };
    const stop = ui.subscribe((state, before) => {
      if (state.selection !== before.selection && state.selection.size === 1) soon();
    });
    window.addEventListener('pointerdown', onDown, true);
    window.addEventListener('pointerup', onUp, true);
    window.addEventListener('pointercancel', onUp, true);
    return () => {
      stop();
      if (timer !== null) clearTimeout(timer);
      window.removeEventListener('pointerdown', onDown, true);
      window.removeEventListener('pointerup', onUp, true);
      window.removeEventListener('pointercancel', onUp, true);
    };
  }, [ui, scene, flow]);
}
