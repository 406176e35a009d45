/** What mutations need: the store they read, the history they record to, the rights they check. */
import type { History } from '../sync/history.ts';
import type { BoardStore } from '../sync/store.ts';
import type { Rights } from './rights.ts';

export interface BoardEditor {
  readonly store: BoardStore;
  readonly history: History;
  readonly rights: Rights;
}
