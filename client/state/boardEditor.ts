/** What a change to the board is made with: the store it reads, the history it goes into, the rights it keeps to. */
import type { History } from '../sync/history.ts';
import type { BoardStore } from '../sync/store.ts';
import type { Rights } from './rights.ts';

export interface BoardEditor {
  readonly store: BoardStore;
  readonly history: History;
  readonly rights: Rights;
}
