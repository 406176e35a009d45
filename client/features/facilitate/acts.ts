/** What facilitators set for the whole board. These are no edits: undoing does not touch them. */
import type { Timer } from '../../../shared/model/timer.ts';
import type { BoardStore } from '../../sync/store.ts';

function setBoard(
  { doc }: BoardStore,
  { field, value }: { field: 'locked' | 'timer'; value: unknown },
): void {
  doc.transact(() => {
    const board = doc.getMap('board');
    if (value === null) board.delete(field);
    else board.set(field, value);
  });
}

export function setBoardLocked(store: BoardStore, isLocked: boolean): void {
  setBoard(store, { field: 'locked', value: isLocked ? true : null });
}

/** Null takes the timer away. Of a running one the server sets the end, by its own clock. */
export function setTimer(store: BoardStore, timer: Timer | null): void {
  setBoard(store, { field: 'timer', value: timer });
}
