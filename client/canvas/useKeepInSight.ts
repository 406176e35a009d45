/**
 * What is selected alone stays in sight: the inspector opens over the canvas, and may come to lie over just
 * the node that was clicked. Waits until the click cannot become a double click or a drag.
 */
import { useEffect } from 'react';
import { bringIntoSight, type Flow } from '../state/viewport.ts';
import type { Workspace } from '../state/workspace.ts';

const IDLE_MS = 340;
/** Around the middle of a person, for the name; half of what is seen of larger things. */
const ROOM_PX = 48;

export function useKeepInSight({ ui, scene }: Workspace, flow: Flow): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    /** Whether to look once the pointer is lifted. */
    let waiting = false;
    let pressed = false;
    const soon = () => {
      if (timer !== null) clearTimeout(timer);
      timer = setTimeout(look, IDLE_MS);
    };
    const look = () => {
      timer = null;
      waiting = pressed;
      const { selection, cancelDrag, aiming } = ui.getState();
      // A link drawn by keyboard keeps its far end in sight instead.
      if (pressed || cancelDrag !== null || aiming !== null) return;
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
