/** A change that is previewed and confirmed before it is made. */
import type { ReactNode } from 'react';
import type { BoardEdit } from '../../shared/explain/boardEdit.ts';

export interface PreviewRequest {
  readonly title: string;
  readonly edits: readonly BoardEdit[];
  /** The label of the confirm button; "Apply" by default. */
  readonly confirm?: string;
  readonly onConfirm: () => void;
  /** Names of elements that are not on the board yet. */
  readonly nameOf?: (id: string) => string | undefined;
  /** Shown between the title and the preview. */
  readonly children?: ReactNode;
}
