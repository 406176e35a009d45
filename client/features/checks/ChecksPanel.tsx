/** What the checks found on the reader's own view: by severity and rule, with a way to each and its repair. */
import { SlidersHorizontal, X } from 'lucide-react';
import { type KeyboardEvent, useContext, useEffect, useRef, useState } from 'react';
import { type CheckCode, modelOfCheck } from '../../../shared/checks/codes.ts';
import { type Finding, findingKey } from '../../../shared/checks/finding.ts';
import { emphasize } from '../../canvas/emphasis.ts';
import { usePanels } from '../../state/panels.ts';
import { useWorkspace } from '../../state/workspace.ts';
import { useStoreVersion } from '../../sync/useStoreVersion.ts';
import { useMessages } from '../../ui/locale.ts';
import { unusable } from '../../ui/Tip.tsx';
import { CheckSwitches } from './CheckSwitches.tsx';
import { FindingRow } from './FindingRow.tsx';
import { PassedChecks } from './PassedChecks.tsx';
import { useChecksMessages } from './useChecksMessages.ts';
import { LiveChecksContext, useChecksState } from './useLiveChecks.ts';
import './checks.css';

export default function ChecksPanel() {
  const panels = usePanels();
  const checks = useContext(LiveChecksContext);
  const { report } = useChecksState();
  const words = useChecksMessages();
  const { oneMoment } = useMessages();
  const [choosing, setChoosing] = useState(false);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // It may come late: who has gone on meanwhile keeps the focus.
    if (!document.activeElement?.closest('.canvas, input, textarea')) title.current?.focus();
  }, []);
  const leave = () => {
    panels.setState({ checks: false });
    document.querySelector<HTMLElement>('.checks-button')?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    if (choosing) setChoosing(false);
    else leave();
  };
  return (
    <section className="checks-panel bar" aria-labelledby="checks-title" onKeyDown={onKeyDown}>
      <header>
        <h2 id="checks-title" ref={title} tabIndex={-1}>
          {words.title}
        </h2>
        <span className="checks-count" role="status">
          {report !== null && words.found(report.findings.length)}
        </span>
        <button
          type="button"
          className="icon-button is-small"
          aria-label={words.choose}
          aria-pressed={choosing}
          onClick={() => setChoosing(!choosing)}
          {...unusable(checks === null ? oneMoment : null)}
        >
          <SlidersHorizontal size={15} aria-hidden="true" />
        </button>
        <button type="button" className="icon-button is-small" aria-label={words.close} onClick={leave}>
          <X size={16} aria-hidden="true" />
        </button>
      </header>
      <div className="checks-body">
        {choosing && checks !== null ? (
          <CheckSwitches checks={checks} />
        ) : (
          <Found onRepaired={() => title.current?.focus()} />
        )}
      </div>
    </section>
  );
}

function Found({ onRepaired }: { readonly onRepaired: () => void }) {
  const { store } = useWorkspace();
  // Sentences hold names, which change without a new report.
  useStoreVersion(store);
  const { report } = useChecksState();
  const words = useChecksMessages();
  const [shown, setShown] = useState<string | null>(null);
  const finding = report?.findings.find((one) => findingKey(one) === shown);
  const ids = finding?.elements;
  useEffect(() => (ids === undefined ? undefined : emphasize(ids)), [ids]);
  if (report === null) return <p className="checks-empty">{words.running}</p>;
  const found = new Set(report.findings.map(({ code }) => code));
  return (
    <>
      {report.on.length === 0 && <p className="checks-empty">{words.off}</p>}
      {report.on.length > 0 && report.findings.length === 0 && <p className="checks-empty">{words.empty}</p>}
      {groups(report.findings).map(({ code, findings }) => (
        <FindingGroup
          key={`${code} ${findings[0]?.severity}`}
          code={code}
          findings={findings}
          shown={shown}
          onShow={setShown}
          onRepaired={onRepaired}
        />
      ))}
      <PassedChecks codes={report.on.filter((code) => !found.has(code))} />
    </>
  );
}

interface Group {
  readonly code: CheckCode;
  readonly findings: readonly Finding[];
}

/** Findings of one severity and rule stand together; the report has them in this order. */
function groups(findings: readonly Finding[]): Group[] {
  const made: { code: CheckCode; findings: Finding[] }[] = [];
  for (const finding of findings) {
    const last = made.at(-1);
    if (last?.code === finding.code && last.findings[0]?.severity === finding.severity)
      last.findings.push(finding);
    else made.push({ code: finding.code, findings: [finding] });
  }
  return made;
}

/** More of one rule than anybody goes through; the rest is counted. */
const MAX_ROWS = 40;

interface FindingGroupProps extends Group {
  readonly shown: string | null;
  readonly onShow: (key: string | null) => void;
  readonly onRepaired: () => void;
}

function FindingGroup({ code, findings, shown, onShow, onRepaired }: FindingGroupProps) {
  const words = useChecksMessages();
  const { title, rule } = words.rules[code];
  const { source, year } = words.sources[modelOfCheck(code)];
  return (
    <section className={`check is-${findings[0]?.severity}`} aria-label={title} data-check={code}>
      <h3>{title}</h3>
      <p className="check-rule">
        {rule} <span>{words.source(source, year)}</span>
      </p>
      <ul>
        {findings.slice(0, MAX_ROWS).map((finding) => {
          const key = findingKey(finding);
          return (
            <FindingRow
              key={key}
              finding={finding}
              isShown={key === shown}
              onShow={(show) => onShow(show ? key : null)}
              onRepaired={onRepaired}
            />
          );
        })}
      </ul>
      {findings.length > MAX_ROWS && <p className="check-rule">{words.more(findings.length - MAX_ROWS)}</p>}
    </section>
  );
}
