/** Which of the dialogs of import and export is asked for. */
import type { Way } from '../sync/history.ts';

export type ExchangeRequest =
  | { readonly type: 'export' }
  /** With the files to begin with; none for choosing some. */
  | { readonly type: 'import'; readonly files: readonly File[] }
  /** Undoes or redoes a large step. */
  | { readonly type: 'step'; readonly way: Way }
  /** Shows what an import kept back; what was imported last, where it is still known. */
  | { readonly type: 'show'; readonly last: readonly string[] | null };
