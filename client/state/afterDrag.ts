/** What can wait does so while something is being dragged, so that no frame of the drag pays for it. */
import { useEffect, useState } from 'react';
import type { Ui } from './ui.ts';
import { useWorkspace } from './workspace.ts';

/** Calls back once nothing is being dragged, at once where nothing is; returns what calls it off. */
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

/** The selection, but while something is dragged the one before: taking hold of a node selects it. */
export function useSelectionAtRest(): ReadonlySet<string> {
  const { ui } = useWorkspace();
  const [selection, setSelection] = useState(() => ui.getState().selection);
  useEffect(() => {
    const take = () => {
      const { cancelDrag, selection: now } = ui.getState();
      if (cancelDrag === null) setSelection(now);
    };
    take();
    // What is taken hold of is selected first, and dragged from the same event on.
    return ui.subscribe(() => queueMicrotask(take));
  }, [ui]);
  return selection;
}
