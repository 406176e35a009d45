/** What a change would show and hide, kept up to date while the board changes; null while it is computed. */
import { useEffect, useState } from 'react';
import type { BoardEdit } from '../../../../shared/explain/boardEdit.ts';
import type { ViewChange } from '../../../../shared/explain/preview.ts';
import type { VisibilityWorker } from '../../../state/visibilityWorker/visibilityWorker.ts';

/** `edits` must keep their identity while they are the same. */
export function usePreview(
  visibilityWorker: VisibilityWorker | null,
  edits: readonly BoardEdit[],
): readonly ViewChange[] | null {
  const [changes, setChanges] = useState<readonly ViewChange[] | null>(null);
  useEffect(() => {
    setChanges(null);
    return visibilityWorker?.watch({ kind: 'preview', edits }, setChanges);
  }, [visibilityWorker, edits]);
  return changes;
}
