/**
 * Makes a change that bears on what people see: at once where nobody would see more or less, otherwise after
 * its preview has been confirmed.
 */

import type { Panels } from '../../../state/panels.ts';
import type { PreviewRequest } from '../../../state/previewRequest.ts';
import type { Workspace } from '../../../state/workspace.ts';

export async function propose(
  { visibilityWorker }: Pick<Workspace, 'visibilityWorker'>,
  { panels, request }: { readonly panels: Panels; readonly request: PreviewRequest },
): Promise<void> {
  if (visibilityWorker === null) return;
  const changes = await visibilityWorker
    .ask<'preview'>({ kind: 'preview', edits: request.edits })
    .catch(() => null);
  if (changes?.length === 0) request.onConfirm();
  else panels.setState({ preview: request });
}
