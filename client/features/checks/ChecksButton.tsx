/** Opens the checks, and says how many findings wait there. */
import { ShieldCheck } from 'lucide-react';
import { usePanel, usePanels } from '../../state/panels.ts';
import { useMessages, usePreferences } from '../../ui/locale.ts';
import { useChecksState } from './useLiveChecks.ts';
import './checksButton.css';

export function ChecksButton() {
  const panels = usePanels();
  const open = usePanel((state) => state.checks);
  const { models } = useMessages();
  const { locale } = usePreferences();
  const { report } = useChecksState();
  const findings = report?.findings ?? [];
  const warnings = findings.filter(({ severity }) => severity === 'warning').length;
  const count = new Intl.NumberFormat(locale, { useGrouping: false }).format(warnings || findings.length);
  return (
    <button
      type="button"
      className="checks-button"
      aria-pressed={open}
      title={models.checksCount(findings.length)}
      data-testid="checks"
      data-count={report === null ? 'unknown' : findings.length}
      onClick={() => panels.setState({ checks: !open })}
    >
      <ShieldCheck size={15} aria-hidden="true" />
      {models.checks}
      {findings.length > 0 && (
        <span className={`chip numeric ${warnings > 0 ? 'is-warning' : ''}`}>{count}</span>
      )}
    </button>
  );
}
