/** The checks that are on and found nothing, folded away. */
import { Check, ChevronDown } from 'lucide-react';
import type { CheckCode } from '../../../shared/checks/codes.ts';
import { useChecksMessages } from './useChecksMessages.ts';

export function PassedChecks({ codes }: { readonly codes: readonly CheckCode[] }) {
  const words = useChecksMessages();
  if (codes.length === 0) return null;
  return (
    <details className="checks-passed">
      <summary>
        <Check size={15} aria-hidden="true" />
        {words.passed(codes.length)}
        <ChevronDown size={14} aria-hidden="true" className="checks-chevron" />
      </summary>
      <ul>
        {codes.map((code) => (
          <li key={code}>
            <b>{words.rules[code].title}</b>
            <small>{words.rules[code].rule}</small>
          </li>
        ))}
      </ul>
    </details>
  );
}
