/** Starts tidying up, unless it is under way already. */

import type { Panels } from '../../state/panels.ts';
import type { Workspace } from '../../state/workspace.ts';

export async function startTidy(workspace: Workspace, panels: Panels): Promise<void> {
  if (panels.getState().tidying) return;
  panels.setState({ tidying: true });
  try {
    const { tidyUp } = await import('./tidyUp.ts');
    await tidyUp(workspace);
  } finally {
    panels.setState({ tidying: false });
  }
}
