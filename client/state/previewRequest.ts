/** A change that is to be previewed and confirmed before it is made. */
import type { ReactNode } from 'react';
import type { BoardEdit } from '../../shared/explain/boardEdit.ts';

export interface PreviewRequest {
  readonly title: string;
  readonly edits: readonly BoardEdit[];
  /** "Apply" where nothing is said. */
  readonly confirm?: string;
  readonly onConfirm: () => void;
  /** Names of what is not on the board yet. */
  readonly nameOf?: (id: string) => string | undefined;
  /** Stands between the title and the preview. */
  readonly children?: ReactNode;
}
