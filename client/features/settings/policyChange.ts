/**
 * A change of the policy between asking for it and its taking effect. The settings hold it as a draft, show
 * what it would disclose, and let it take effect through `applyPolicyChange`, once it was confirmed.
 */
import type { Policy } from '../../../shared/policies/policies.ts';
import { setPolicy } from '../../editing/mutations.ts';
import type { BoardEditor } from '../../state/boardEditor.ts';

export interface PolicyChange {
  readonly before: Policy;
  readonly after: Policy;
}

export function changesAnything({ before, after }: PolicyChange): boolean {
  return (
    before.name !== after.name ||
    before.guidesSeeMembers !== after.guidesSeeMembers ||
    before.commons !== after.commons
  );
}

/** The one place where a policy takes effect; one step of undo. */
export function applyPolicyChange(editor: BoardEditor, { after }: PolicyChange): void {
  setPolicy(editor, after);
}
