/** What is said of a change of the policy before it takes effect. */
import { Info } from 'lucide-react';
import type { PolicyChange } from './policyChange.ts';
import { useSettingsMessages } from './useSettingsMessages.ts';

export function PolicyPreview(_: { readonly change: PolicyChange }) {
  const settings = useSettingsMessages();
  return (
    <p className="policy-preview" role="status">
      <Info size={15} aria-hidden="true" />
      {settings.ahead}
    </p>
  );
}
