/** Which dialog of import and export is open. */
import type { Way } from '../sync/history.ts';

export type ExchangeRequest =
  | { readonly type: 'export' }
  /** The dropped or pasted files; empty to let the reader choose. */
  | { readonly type: 'import'; readonly files: readonly File[] }
  /** Undoes or redoes a large step in parts. */
  | { readonly type: 'step'; readonly way: Way }
  /** Reveals what an import kept back; with the ids of the last import where they are known. */
  | { readonly type: 'show'; readonly last: readonly string[] | null };
