/**
 * A change of the policy between asking for it and its taking effect. The settings hold it as a draft, show
 * what it would disclose, and let it take effect through `applyPolicyChange`, once it was confirmed.
 */
import type { Policy } from '../../../shared/policies/policies.ts';
import { type BoardEditor, setPolicy } from '../../editing/mutations.ts';

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
export function applyPolicyChange(acting: BoardEditor, { after }: PolicyChange): void {
  setPolicy(acting, after);
}
