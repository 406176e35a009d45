/** Starts tidying up, unless it is under way already. */
import type { Workspace } from '../board/workspace.ts';
import type { Panels } from '../panels/panels.ts';

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
