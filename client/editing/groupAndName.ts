/** Puts the selected people in a circle and opens the field for its name. */

import { canCreate } from '../state/rights.ts';
import { select } from '../state/ui.ts';
import { tellWhyNot } from '../state/whyNot.ts';
import type { Workspace } from '../state/workspace.ts';
import { currentMessages } from '../ui/locale.ts';
import { toast } from '../ui/toast.ts';
import { groupInCircle } from './arranging.ts';

export function groupAndName(workspace: Workspace): void {
  const { ui, rights, history } = workspace;
  const { selection } = ui.getState();
  if (!canCreate(rights)) {
    tellWhyNot(workspace);
    return;
  }
  const id = groupInCircle(workspace, selection);
  if (id === null) {
    toast(currentMessages().editing.why.noPeople, { key: 'group' });
    return;
  }
  select(ui, [id]);
  ui.setState({ renaming: { id, depth: history.depth } });
}
