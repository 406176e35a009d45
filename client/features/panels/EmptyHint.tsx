/** The hint on an empty board. */
import { useSyncExternalStore } from 'react';
import { canCreate } from '../../state/rights.ts';
import { useWorkspace } from '../../state/workspace.ts';
import { hasFingers } from '../../ui/fingers.ts';
import { useMessages } from '../../ui/locale.ts';
import './emptyHint.css';

export function EmptyHint() {
  const { store, rights } = useWorkspace();
  const { canvas, handling } = useMessages();
  const empty = useSyncExternalStore(
    (listener) => store.subscribe(listener),
    () => store.nodes.size === 0,
  );
  if (!empty) return null;
  return (
    <p className="empty-board">
      {!canCreate(rights) || rights.role !== 'facilitator'
        ? canvas.emptyView
        : hasFingers()
          ? handling.tapEmpty
          : canvas.empty}
    </p>
  );
}
