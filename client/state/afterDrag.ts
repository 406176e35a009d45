/** Deferred work: what can wait is done after a drag, so that no frame of the drag pays for it. */
import { useEffect, useState } from 'react';
import type { Ui } from './ui.ts';
import { useWorkspace } from './workspace.ts';

/** Calls back once nothing is dragged, at once where nothing is; returns what cancels that. */
export function afterDrag(ui: Ui, act: () => void): () => void {
  if (ui.getState().cancelDrag === null) {
    act();
    return () => {};
  }
  const stop = ui.subscribe(({ cancelDrag }) => {
    if (cancelDrag !== null) return;
    stop();
    act();
  });
  return stop;
}

/** The selection; during a drag the one before it, because pressing a node selects it. */
export function useSelectionAtRest(): ReadonlySet<string> {
  const { ui } = useWorkspace();
  const [selection, setSelection] = useState(() => ui.getState().selection);
  useEffect(() => {
    const take = () => {
      const { cancelDrag, selection: now } = ui.getState();
      if (cancelDrag === null) setSelection(now);
    };
    take();
    // A pressed node is selected first; its drag begins within the same event.
    return ui.subscribe(() => queueMicrotask(take));
  }, [ui]);
  return selection;
}
