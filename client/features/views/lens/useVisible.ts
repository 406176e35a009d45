/** What a viewpoint sees, kept up to date while the board changes; null while it is computed. */
import { useEffect, useState } from 'react';
import type { ElementId, Viewpoint } from '../../../../shared/model/ids.ts';
import type { VisibilityWorker } from '../../../state/visibilityWorker/visibilityWorker.ts';

interface Seen {
  readonly viewpoint: Viewpoint;
  readonly ids: ReadonlySet<ElementId>;
}

export function useVisible(
  visibilityWorker: VisibilityWorker,
  viewpoint: Viewpoint | null,
): ReadonlySet<ElementId> | null {
  const [seen, setSeen] = useState<Seen | null>(null);
  useEffect(() => {
    if (viewpoint === null) return;
    return visibilityWorker.watch<'visible'>({ kind: 'visible', viewpoint }, (ids) =>
      setSeen({ viewpoint, ids: new Set(ids) }),
    );
  }, [visibilityWorker, viewpoint]);
  return seen !== null && seen.viewpoint === viewpoint ? seen.ids : null;
}
